namespace NetGen;

/// <summary>Class probabilities from any predictor, and sums of them.</summary>
internal static class ClassProbabilities
{
    /// <summary>The model behind a predictor, where there is a single one.</summary>
    public static Model? ModelOf(IPredictor predictor) => predictor as Model ?? (predictor as Predictor)?.Model;

    /// <summary>Refuses a model that is known to be no classifier over exclusive classes.</summary>
    public static void CheckClassifier(IPredictor predictor, string name)
    {
        ArgumentNullException.ThrowIfNull(predictor, name);
        if (ModelOf(predictor) is { Layout.Classes: 0 })
        {
            throw new ArgumentException($"expected a classifier, actual {predictor.Name}, whose loss takes float targets", name);
        }
    }

    /// <summary>Refuses as well a classifier of pixels.</summary>
    public static void CheckWholeSamples(IPredictor predictor, string name)
    {
        CheckClassifier(predictor, name);
        if (ShapeSize.Of(predictor.OutputShape) != predictor.OutputShape[0])
        {
            throw new ArgumentException($"expected a class for each whole sample, actual {predictor.Name} with outputs of shape {ShapeText.Of(predictor.OutputShape)}", name);
        }
    }

    /// <summary>Predicts probabilities.</summary>
    public static void Predict(IPredictor predictor, ReadOnlySpan<float> inputs, Span<float> probabilities)
    {
        predictor.Predict(inputs, probabilities);
        if (!predictor.GivesProbabilities)
        {
            Softmax(probabilities, predictor.OutputShape);
        }
    }

    /// <summary>Turns logits into probabilities where they lie.</summary>
    public static void Softmax(Span<float> logits, IReadOnlyList<int> shape) =>
        Logits.Softmax(logits, ShapeSize.ClassesOf(shape), logits, ShapeSize.IsSequence(shape) ? 1 : ShapeSize.Of(shape) / shape[0]);

    /// <summary>Adds values to sums.</summary>
    public static void Add(Span<float> sums, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }

    /// <summary>Turns sums into means.</summary>
    public static void Divide(Span<float> sums, int count)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] /= count;
        }
    }

    /// <summary>Checks a batch's lengths; how many samples it has.</summary>
    public static int CheckBatch(IPredictor predictor, int inputs, int outputs)
    {
        int size = ShapeSize.Of(predictor.InputShape);
        if (inputs == 0 || inputs % size != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a whole number of inputs of {size} values (at least one), actual {inputs} values"), nameof(inputs));
        }

        int batch = inputs / size;
        Model.CheckLength(outputs, batch, ShapeSize.Of(predictor.OutputShape), "outputs", nameof(outputs));
        return batch;
    }
}
