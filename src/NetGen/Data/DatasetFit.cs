namespace NetGen;

/// <summary>Whether a data set has what something predicts from and is measured by.</summary>
internal static class DatasetFit
{
    /// <summary>Refuses a data set that does not fit.</summary>
    /// <param name="predictor">A model, or what predicts like one.</param>
    /// <param name="dataset">The samples.</param>
    /// <param name="name">The caller's parameter that they are.</param>
    /// <exception cref="ArgumentException">There are no samples, or their sizes are others.</exception>
    public static void Check(IPredictor predictor, Dataset dataset, string name)
    {
        CheckCount(dataset, name);
        CheckSizes(predictor, SampleSizes.Of(dataset), name);
    }

    /// <summary>Refuses a data set that does not fit for training or evaluating a model by its losses, those of outputs with targets of their own among them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dataset">The samples.</param>
    /// <param name="name">The caller's parameter that they are.</param>
    /// <exception cref="ArgumentException">There are no samples, their sizes are others, or their further targets are not exactly those of the model's outputs.</exception>
    public static void CheckLosses(Model model, Dataset dataset, string name)
    {
        Check(model, dataset, name);
        FurtherFit.Check(model, dataset.Further, name);
    }

    /// <summary>Refuses a data set whose inputs do not fit, or that has none; labels and targets take no part.</summary>
    /// <param name="predictor">A model, or what predicts like one.</param>
    /// <param name="dataset">The samples.</param>
    /// <param name="name">The caller's parameter that they are.</param>
    /// <exception cref="ArgumentException">There are no samples, or their inputs are of another size.</exception>
    public static void CheckInputs(IPredictor predictor, Dataset dataset, string name)
    {
        CheckCount(dataset, name);
        CheckInput(predictor, SampleSizes.Of(dataset), name);
    }

    /// <summary>Refuses samples of other sizes.</summary>
    /// <param name="predictor">A model, or what predicts like one.</param>
    /// <param name="sizes">What a sample is made of.</param>
    /// <param name="name">The caller's parameter that they are of.</param>
    /// <exception cref="ArgumentException">The sizes are others.</exception>
    public static void CheckSizes(IPredictor predictor, SampleSizes sizes, string name)
    {
        CheckInput(predictor, sizes, name);
        int outputs = ShapeSize.Of(predictor.OutputShape);
        string output = ShapeText.Of(predictor.OutputShape);
        int labels = outputs / ShapeSize.ClassesOf(predictor.OutputShape);
        if (sizes.Labels > 0 && sizes.Labels != labels)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {labels} labels a sample for output {output}, actual {sizes.Labels}"), name);
        }

        if (sizes.Targets > 0 && sizes.Targets != outputs)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {outputs} targets a sample for output {output}, actual {sizes.Targets}"), name);
        }
    }

    private static void CheckCount(Dataset dataset, string name)
    {
        if (dataset.Count == 0)
        {
            throw new ArgumentException("expected one sample or more, actual 0", name);
        }
    }

    private static void CheckInput(IPredictor predictor, SampleSizes sizes, string name)
    {
        if (sizes.Input != ShapeSize.Of(predictor.InputShape))
        {
            throw new ArgumentException(
                $"expected inputs of shape {ShapeText.Of(predictor.InputShape)} for {predictor.Name}, actual {ShapeText.Of(sizes.InputShape)}", name);
        }
    }
}
