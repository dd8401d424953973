using NetGen.Runtime;

namespace NetGen;

/// <summary>Goes through a data set once and shows each batch with its outputs.</summary>
internal sealed class EvaluationPass
{
    private readonly IPredictor _predictor;
    private readonly Dataset _dataset;
    private readonly EvaluationOptions _options;
    private readonly Model? _model;
    private readonly int _outputSize;
    private readonly bool _hasFurther;

    /// <summary>Refuses what does not fit together.</summary>
    public EvaluationPass(IPredictor predictor, Dataset dataset, EvaluationOptions options)
    {
        _predictor = predictor;
        _dataset = dataset;
        _options = options;
        _model = predictor as Model;
        _outputSize = ShapeSize.Of(predictor.OutputShape);
        WantsLoss = options.IgnoreLabel is null || options.IgnoreLabel == _model?.Layout.IgnoreIndex;
        DatasetFit.Check(predictor, dataset, nameof(dataset));
        _hasFurther = dataset.Further.Count > 0;
        if (_model is not null && _hasFurther)
        {
            FurtherFit.Check(_model, dataset.Further, nameof(dataset));
        }
    }

    /// <summary>Looks at a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="first">Its first sample.</param>
    public delegate void Look(in EvaluationBatch batch, int first);

    /// <summary>Whether the loss is computed where the model has one.</summary>
    public bool WantsLoss { get; init; }

    /// <summary>Whether outputs and labels or targets are those of classes, as far as one can know.</summary>
    public bool OfClasses => _dataset.LabelSize > 0 || _predictor.GivesProbabilities || ClassProbabilities.ModelOf(_predictor) is { Layout.Classes: > 0 };

    /// <summary>Goes through it.</summary>
    /// <returns>The mean loss of a sample, where there is one; and what each output came to where they have targets of their own.</returns>
    public (double? Loss, IReadOnlyList<StepResult> Outputs) Run(Look look)
    {
        int batchSize = int.Min(_options.BatchSize, _dataset.Count);
        float[] outputs = new float[checked(batchSize * _outputSize)];
        Model? judge = WantsLoss && _model is { Layout.Classes: >= 0 } && (_hasFurther || _model.Layout.Heads.Count == 0) ? _model : null;
        LossTally? tally = judge is null ? null : new LossTally(judge);
        using Gate.Reservation reservation = tally is { HasOutputs: true } ? judge!.Reserve() : default;
        using BatchLoader loader = new(new BatchRecipe { Dataset = _dataset }, batchSize, _options.LoaderThreads);
        loader.Begin(1, _dataset.Count);
        for (int start = 0; start < _dataset.Count; start += batchSize)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            BatchBuffer batch = loader.Next();
            Span<float> given = outputs.AsSpan(0, batch.Count * _outputSize);
            if (judge is not null)
            {
                tally!.Add(batch, batch.Evaluate(judge, given));
            }
            else
            {
                _predictor.Predict(batch.Inputs, given);
            }

            look(batch.WithOutputs(_predictor.OutputShape, given, _options.IgnoreLabel ?? _model?.Layout.IgnoreIndex), start);
            _options.Progress?.Report(new EvaluationProgress(start + batch.Count, _dataset.Count));
        }

        return (tally?.Loss, tally?.Outputs() ?? []);
    }
}
