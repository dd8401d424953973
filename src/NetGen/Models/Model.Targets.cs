using NetGen.Runtime;

namespace NetGen;

/// <content>Training on targets for each output by name.</content>
public abstract unsafe partial class Model
{
    private LossInputs? _lossInputs;
    private OutputSet? _evaluatedSet;
    private StepResult[] _results = [];

    /// <summary>Takes one training step over a batch with targets for each output: gradients of the weighted sum of the losses, then the optimizer.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">Labels or float targets for each output that has a loss with targets of its own.</param>
    /// <param name="optimizer">What changes the parameters.</param>
    /// <returns>The weighted sum of the losses, and the hits of the model's own, before the change; <see cref="ResultOf"/> has each loss by itself.</returns>
    /// <exception cref="InvalidOperationException">The model has no loss, or another thread is using it.</exception>
    /// <exception cref="ArgumentException">Targets of an output are missing, of another kind, or of another length; there is no such output; a weight is negative or not finite; or a batch norm would see a single value a channel.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public StepResult TrainStep(ReadOnlySpan<float> inputs, Targets targets, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using Gate.Use use = _gate.Enter();
        StepResult result = Gradients(inputs, targets, null, default, parameters: true);
        optimizer.Step(Parameters, Pool);
        return result;
    }

    /// <summary>Computes the weighted sum of the losses over a batch and its gradients by the parameters, which replace those of the last step.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">Labels or float targets for each output that has a loss with targets of its own.</param>
    /// <param name="outputs">Receives the outputs in training mode, resized to the batch; may be null.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs; may be empty.</param>
    /// <returns>The weighted sum of the losses, and the hits of the model's own; <see cref="ResultOf"/> has each loss by itself.</returns>
    /// <exception cref="InvalidOperationException">The model has no loss, or another thread is using it.</exception>
    /// <exception cref="ArgumentException">As of <see cref="TrainStep(ReadOnlySpan{float}, Targets, Optimizer)"/>; or the set is another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public StepResult ComputeGradients(ReadOnlySpan<float> inputs, Targets targets, OutputSet? outputs = null, Span<float> inputGradients = default)
    {
        using Gate.Use use = _gate.Enter();
        return Gradients(inputs, targets, outputs, inputGradients, parameters: true);
    }

    /// <summary>
    /// Computes the weighted sum of the losses over a batch and its gradient by the inputs alone: the parameters' gradients stay as they were, so that this model judges another's outputs, as a frozen
    /// discriminator does a generator's. As in every pass of training dropout drops and batch norms use the batch's statistics, and keep their running ones up, unless <see cref="FreezeBatchNorm"/> says otherwise.
    /// </summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">Labels or float targets for each output that has a loss with targets of its own.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs.</param>
    /// <returns>The weighted sum of the losses, and the hits of the model's own.</returns>
    /// <exception cref="InvalidOperationException">The model has no loss, or another thread is using it.</exception>
    /// <exception cref="ArgumentException">As of <see cref="TrainStep(ReadOnlySpan{float}, Targets, Optimizer)"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    /// <remarks>What sums over the whole batch for large weights is left out; other gradients by weights are still computed on the way and dropped.</remarks>
    public StepResult InputGradients(ReadOnlySpan<float> inputs, Targets targets, Span<float> inputGradients)
    {
        using Gate.Use use = _gate.Enter();
        if (inputGradients.Length == 0)
        {
            CheckLength(0, CheckBatch(inputs.Length, Description.InputSize, nameof(inputs)), Description.InputSize, "images", nameof(inputGradients));
        }

        return Gradients(inputs, targets, null, inputGradients, parameters: false);
    }

    /// <summary>Computes the weighted sum of the losses over a batch in inference mode, without gradients.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">Labels or float targets for each output that has a loss with targets of its own.</param>
    /// <param name="outputs">Receives the outputs, resized to the batch; may be null.</param>
    /// <returns>The weighted sum of the losses (those of outputs that training alone computes left out), and the hits of the model's own; <see cref="ResultOf"/> has each loss by itself.</returns>
    /// <exception cref="InvalidOperationException">The model has no loss, or another thread is using it.</exception>
    /// <exception cref="ArgumentException">As of <see cref="ComputeGradients(ReadOnlySpan{float}, Targets, OutputSet?, Span{float})"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public StepResult Evaluate(ReadOnlySpan<float> inputs, Targets targets, OutputSet? outputs = null)
    {
        using Gate.Use use = _gate.Enter();
        int batch = CheckStep(inputs, targets, outputs);
        OutputSet computed = outputs ?? (_evaluatedSet ??= new OutputSet(Description));
        LossInputs given = LossInputs();
        try
        {
            given.Pin(targets, batch);
            CurrentPredictor().Predict(inputs, computed);
            fixed (float* x = inputs)
            {
                for (int i = 0; i < given.Count; i++)
                {
                    Keep(i, given.Evaluate(i, x, (float*)computed.PointerAt(i), batch));
                }
            }
        }
        finally
        {
            given.Unpin();
        }

        GC.KeepAlive(computed);
        return Sum(given);
    }

    /// <summary>What the last step, gradients or evaluation with <see cref="Targets"/> found of one output: its loss by itself, before it was multiplied with its weight, and its hits.</summary>
    /// <param name="output">The output's name; <see cref="ModelInfo.OwnOutput"/> for the model's own, whose loss has those of outputs that train on its targets in it.</param>
    /// <returns>The loss, and for classes the hits among the samples (pixels, steps) that count.</returns>
    /// <exception cref="ArgumentException">There is no such output; the message lists those there are.</exception>
    /// <exception cref="InvalidOperationException">Nothing was computed with <see cref="Targets"/> yet.</exception>
    public StepResult ResultOf(string output)
    {
        int index = Description.IndexOfOutput(output, nameof(output));
        return index < _results.Length ? _results[index] : throw new InvalidOperationException($"{Description.Name} has taken no step with Targets yet.");
    }

    private StepResult Gradients(ReadOnlySpan<float> inputs, Targets targets, OutputSet? outputs, Span<float> inputGradients, bool parameters)
    {
        int batch = CheckStep(inputs, targets, outputs);
        CheckNorms(batch, nameof(inputs));
        CheckOptional(batch, default, inputGradients);
        _training ??= new TrainingWorkspace(this);
        LossInputs given = LossInputs();
        try
        {
            given.Pin(targets, batch);
            outputs?.Resize(batch);
            fixed (float* x = inputs, dx = inputGradients)
            {
                _training.Begin(Context(x, batch) with
                {
                    Labels = given[0].Labels,
                    Targets = given[0].Targets,
                    LabelWeight = given[0].LabelWeight,
                    ClassWeights = given[0].ClassWeights,
                    Losses = given.Pointer,
                    Outputs = outputs is null ? null : outputs.Own,
                    FurtherOutputs = outputs is null ? null : outputs.Further,
                    InputGradients = dx,
                });
                RunBackward(0, parameters);
            }
        }
        finally
        {
            given.Unpin();
        }

        GC.KeepAlive(outputs);
        for (int i = 0; i < given.Count; i++)
        {
            Keep(i, _training.Totals(i));
        }

        return Sum(given);
    }

    /// <summary>As <see cref="Evaluate(ReadOnlySpan{float}, Targets, OutputSet?)"/>, for the model's own outputs alone.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">Labels or float targets for each output that has a loss with targets of its own.</param>
    /// <param name="own">Receives the model's own outputs; may be empty.</param>
    internal StepResult EvaluateOwn(ReadOnlySpan<float> inputs, Targets targets, Span<float> own)
    {
        using Gate.Reservation reservation = Reserve();
        OutputSet outputs = _evaluatedSet ??= new OutputSet(Description);
        StepResult result = Evaluate(inputs, targets, outputs);
        if (own.Length > 0)
        {
            outputs.At(0).CopyTo(own);
        }

        return result;
    }

    /// <summary>What <see cref="ResultOf"/> says of a loss by its place, the model's own first.</summary>
    internal StepResult ResultAt(int loss) => _results[loss];

    /// <summary>What the mean of that loss was divided by in the last step: the samples, unless they or their labels count differently.</summary>
    internal double LossWeightAt(int loss) => LossInputs().WeightOf(loss);

    private LossInputs LossInputs() => _lossInputs ??= new LossInputs(this);

    private void Keep(int loss, ShardTotals totals)
    {
        if (_results.Length == 0)
        {
            _results = new StepResult[1 + Layout.Heads.Count];
        }

        int classes = loss == 0 ? Layout.Classes : Layout.Heads[loss - 1].Classes;
        _results[loss] = classes > 0 ? new StepResult(totals.Loss, (int)totals.Correct, (int)totals.Count) : new StepResult(totals.Loss, 0, 0);
    }

    private StepResult Sum(LossInputs given)
    {
        double loss = _results[0].Loss;
        for (int i = 1; i < given.Count; i++)
        {
            loss += Layout.Heads[i - 1].Weight * _results[i].Loss;
        }

        return _results[0] with { Loss = loss };
    }

    private int CheckStep(ReadOnlySpan<float> inputs, Targets targets, OutputSet? outputs)
    {
        ArgumentNullException.ThrowIfNull(targets);
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        if (Layout.Classes < 0)
        {
            throw new InvalidOperationException($"{Description.Name} has no loss: end it in one, or call Forward and Backward.");
        }

        outputs?.CheckFor(Description, nameof(outputs));
        CheckWords(inputs, nameof(inputs));
        return batch;
    }
}
