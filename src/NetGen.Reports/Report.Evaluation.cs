namespace NetGen.Reports;

/// <content>How good predictions are: confusion matrix, classes, mistakes.</content>
public sealed partial class Report
{
    /// <summary>Adds the counts of a confusion matrix as a coloured table; of more than 40 classes the most frequent confusions.</summary>
    /// <param name="matrix">The matrix, whose counts are copied.</param>
    /// <param name="title">The heading.</param>
    /// <exception cref="ArgumentException">The title is null or blank.</exception>
    public void AddConfusionMatrix(ConfusionMatrix matrix, string title = "Confusion matrix")
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Add(new ConfusionSection(title, ConfusionSection.NamesOf(matrix), matrix.Counts) { Note = ConfusionSection.NoteOf(matrix.Classes) });
    }

    /// <summary>Adds each class's precision, recall, F1 and support, and their means.</summary>
    /// <param name="matrix">The matrix, whose figures are copied.</param>
    /// <param name="title">The heading.</param>
    /// <exception cref="ArgumentException">The title is null or blank.</exception>
    public void AddClasses(ConfusionMatrix matrix, string title = "Classes")
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        IReadOnlyList<string> names = ConfusionSection.NamesOf(matrix);
        List<IReadOnlyList<TableCell>> rows = [.. names.Select((name, c) => Row(name, matrix.Precision(c), matrix.Recall(c), matrix.F1(c), matrix.Support(c)))];
        rows.Add(Row("mean of the classes", matrix.MacroPrecision, matrix.MacroRecall, matrix.MacroF1, matrix.Total));
        rows.Add(Row("weighted by support", matrix.WeightedPrecision, matrix.WeightedRecall, matrix.WeightedF1, matrix.Total));
        Add(new TableSection(title, ["class", "precision", "recall", "F1", "support"], rows)
        {
            Sums = 2,
            Note = $"Accuracy {ValueText.Share(matrix.Accuracy)} of {ValueText.Count(matrix.Total)} predictions; Cohen's kappa {ValueText.Number(matrix.CohensKappa)}.",
        });

        static IReadOnlyList<TableCell> Row(string name, double precision, double recall, double f1, long support) =>
            [name, Bar(precision), Bar(recall), Bar(f1), ValueText.Count(support)];

        static TableCell Bar(double share) => new(ValueText.Share(share), share);
    }

    /// <summary>Adds samples that were predicted wrong, in the order given: as pictures where the inputs are such (1 or 3 channels, height, width), otherwise as a table.</summary>
    /// <param name="mistakes">The samples, such as those of <see cref="Evaluator.MostMistaken"/>; those that are right all the same are left out.</param>
    /// <param name="dataset">The data set that they are from.</param>
    /// <param name="title">The heading.</param>
    /// <exception cref="ArgumentException">The title is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sample is none of the data set's.</exception>
    public void AddMistakes(IEnumerable<MistakenSample> mistakes, Dataset dataset, string title = "Most mistaken")
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        MistakenSample[] wrong = [.. mistakes.Where(m => !m.IsCorrect)];
        foreach (MistakenSample mistake in wrong)
        {
            Check.InRange(mistake.Index, 0, dataset.Count - 1, nameof(mistakes));
        }

        string note = wrong.Length == 0 ? "None is wrong." : "Label → prediction with its probability; # is the sample's number. A wrong label may be among them.";
        Add(IsPicture(dataset)
            ? new PictureSection(title, [new PictureGroup(null, [.. wrong.Select(m => PictureOf(dataset, m.Index, Caption(m)))])], IsSmall: false) { Note = note }
            : new TableSection(title, ["sample", "label", "predicted", "probability", "of the label", "loss"], [.. wrong.Select(Row)]) { Words = 3, Note = note });

        string Caption(MistakenSample m) => FormattableString.Invariant(
            $"{NameOf(dataset, m.Label)} → {NameOf(dataset, m.Predicted)}\nby {m.PredictedProbability * 100:F1} %, loss {m.Loss:F2}\n#{m.Index}");

        IReadOnlyList<TableCell> Row(MistakenSample m) =>
        [
            FormattableString.Invariant($"#{m.Index}"), NameOf(dataset, m.Label), NameOf(dataset, m.Predicted),
            ValueText.Share(m.PredictedProbability), ValueText.Share(m.LabelProbability), ValueText.Number(m.Loss),
        ];
    }

    private static bool IsPicture(Dataset dataset) => dataset.InputShape is [1 or 3, _, _];

    private static string NameOf(Dataset dataset, int label) =>
        dataset.ClassNames is { } names && label < names.Count ? names[label] : FormattableString.Invariant($"class {label}");

    private static string LabelOf(Dataset dataset, int sample) => dataset.LabelSize == 1 ? NameOf(dataset, dataset.LabelOf(sample)) : "";

    /// <summary>A sample's input as it was before it was normalised, as far as that is known.</summary>
    private ReportPicture PictureOf(Dataset dataset, int sample, string caption)
    {
        float[] input = new float[dataset.InputSize];
        dataset.CopyInput(sample, input);
        return Mean is null && Deviation is null
            ? ReportPicture.FromScaled(input, dataset.InputShape, caption)
            : ReportPicture.FromFloats(input, dataset.InputShape, caption, Mean, Deviation);
    }
}
