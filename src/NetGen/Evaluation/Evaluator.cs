namespace NetGen;

/// <summary>Evaluates models and what predicts like them on data sets.</summary>
/// <remarks>
/// It takes a <see cref="Model"/>, a <see cref="Predictor"/>, an <see cref="Ensemble"/>, a <see cref="TestTimeAugmentation"/> or another <see cref="IPredictor"/>. Where the data set has
/// targets, metrics of classes take the largest of them for the label. A model whose outputs have targets of their own is judged by all of its losses where the data set has those targets (<see cref="Dataset.Further"/>),
/// which must then be exactly its; without them there is no loss. Metrics are of the model's own output.
/// </remarks>
public static class Evaluator
{
    private static readonly EvaluationOptions Defaults = new();

    /// <summary>Evaluates on a whole data set.</summary>
    /// <param name="predictor">What is evaluated.</param>
    /// <param name="dataset">The samples, one or more.</param>
    /// <param name="metrics">What else is to be found out; each is reset first.</param>
    /// <returns>The loss, where <paramref name="predictor"/> is a model with one, the accuracy, and the metrics.</returns>
    /// <exception cref="ArgumentException">The data set does not fit the predictor, a metric does not fit the outputs, or one is there twice.</exception>
    /// <exception cref="InvalidOperationException">A label is no class, the model's loss takes no labels, or another thread is using the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class of the model's loss.</exception>
    public static EvaluationResult Run(IPredictor predictor, Dataset dataset, params Metric[] metrics) => Run(predictor, dataset, Defaults, metrics);

    /// <summary>Evaluates on a whole data set, with settings.</summary>
    /// <param name="predictor">What is evaluated.</param>
    /// <param name="dataset">The samples, one or more.</param>
    /// <param name="options">The size of batches, progress, cancellation.</param>
    /// <param name="metrics">What else is to be found out; each is reset first.</param>
    /// <returns>The loss, where <paramref name="predictor"/> is a model with one, the accuracy, and the metrics.</returns>
    /// <exception cref="ArgumentException">The data set does not fit the predictor, a metric does not fit the outputs, or one is there twice.</exception>
    /// <exception cref="InvalidOperationException">A label is no class, the model's loss takes no labels, or another thread is using the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class of the model's loss.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EvaluationResult Run(IPredictor predictor, Dataset dataset, EvaluationOptions options, params Metric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(options);
        CheckMetrics(metrics);
        EvaluationPass pass = new(predictor, dataset, options);
        Metric[] own = [.. metrics];
        Accuracy? accuracy = pass.OfClasses ? new Accuracy() : null;
        Accuracy[] ours = accuracy is null ? [] : [accuracy];
        foreach (Metric metric in own)
        {
            metric.Reset();
        }

        long count = 0;
        (double? loss, IReadOnlyList<StepResult> outputs) = pass.Run((in EvaluationBatch batch, int _) =>
        {
            count += batch.Predictions;
            foreach (Metric metric in ours)
            {
                metric.Add(batch);
            }

            foreach (Metric metric in own)
            {
                metric.Add(batch);
            }
        });
        return new EvaluationResult(loss, accuracy?.Value, accuracy?.Count ?? count, own)
        {
            Outputs = [.. outputs.Select((o, i) => KeyValuePair.Create(((Model)predictor).Description.Outputs[i].Name, o))],
        };
    }

    /// <summary>The samples with the largest loss: those that the predictor is furthest from right about, wrong labels among them.</summary>
    /// <remarks>
    /// The loss is −log p, with p the probability of the sample's label by the softmax of the outputs, or by the outputs where these are probabilities already. Samples that are
    /// predicted right come as well where there are not enough others.
    /// </remarks>
    /// <param name="predictor">What is evaluated: a classifier with an output for each class.</param>
    /// <param name="dataset">The samples, with a label each, or with shares of the classes, of which the largest counts.</param>
    /// <param name="count">How many samples are wanted, from 1 to as many as there are.</param>
    /// <param name="options">The size of batches, progress, cancellation; the defaults where <see langword="null"/>.</param>
    /// <returns>They, those of the largest loss first (a loss that is not a number counts as the largest), of equal ones the lower sample. Samples with the ignored label are none of them.</returns>
    /// <exception cref="ArgumentException">The data set does not fit the predictor, or the predictor is no classifier of whole samples.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is under 1 or over the number of samples.</exception>
    /// <exception cref="InvalidOperationException">A label is no class.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<MistakenSample> MostMistaken(IPredictor predictor, Dataset dataset, int count, EvaluationOptions? options = null)
    {
        ClassProbabilities.CheckWholeSamples(predictor, nameof(predictor));
        ArgumentNullException.ThrowIfNull(dataset);
        EvaluationPass pass = new(predictor, dataset, options ?? Defaults) { WantsLoss = false };
        Check.InRange(count, 1, dataset.Count, nameof(count));
        List<MistakenSample> all = new(dataset.Count);
        bool probabilities = predictor.GivesProbabilities;
        pass.Run((in EvaluationBatch batch, int first) =>
        {
            for (int i = 0; i < batch.Count; i++)
            {
                if (!batch.IsIgnored(i))
                {
                    ReadOnlySpan<float> outputs = batch.Outputs.Slice(i * batch.Classes, batch.Classes);
                    all.Add(MistakenSample.Of(first + i, batch.LabelOf(i), batch.PredictedOf(i), outputs, probabilities));
                }
            }
        });

        // A NaN is made infinite for the order alone; the sort is stable, so that the lower sample stays first.
        return [.. all.OrderByDescending(s => double.IsNaN(s.Loss) ? double.PositiveInfinity : s.Loss).Take(count)];
    }

    private static void CheckMetrics(Metric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        for (int i = 0; i < metrics.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(metrics[i], nameof(metrics));
            if (Array.IndexOf(metrics, metrics[i]) < i)
            {
                throw new ArgumentException($"expected each metric once, actual {metrics[i].Name} twice", nameof(metrics));
            }
        }
    }
}
