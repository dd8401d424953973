using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>Writes a line an epoch to a file of values separated by commas: Keras's <c>CSVLogger</c>.</summary>
/// <remarks>
/// The whole file is written anew at each epoch's end, so that it always agrees with the training, also one that went on from a checkpoint. Each of <see cref="Trainer.Metrics"/> has a
/// column, such as <c>val_top-3_accuracy</c>; where outputs have targets of their own, so has each output's loss and, where it has classes, its accuracy: <c>box_loss</c>, <c>val_box_loss</c>,
/// <c>kind_accuracy</c> and, of the model's own, <c>output_loss</c>. What is absent, as the accuracy of a loss without classes, is an empty field.
/// </remarks>
public sealed class CsvLog : TrainingCallback
{
    private const string Header = "epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy";

    private readonly string _path;

    /// <inheritdoc/>
    public override bool RunsOnFirstRankOnly => true;

    /// <summary>Writes to a file.</summary>
    /// <param name="path">The file.</param>
    public CsvLog(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        string[] outputs = [.. state.History.SelectMany(e => OutputFigures.Of(e)).Select(f => f.Key).Distinct(StringComparer.Ordinal)];
        string[] metrics = [.. state.History.SelectMany(e => e.Metrics).Select(m => m.Key).Distinct(StringComparer.Ordinal)];
        AtomicFile.Write(_path, stream =>
        {
            using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine(string.Join(',', [Header, .. outputs.Select(Quoted), .. metrics.Select(m => Quoted($"val_{m}"))]));
            foreach (EpochResult epoch in state.History)
            {
                writer.WriteLine(Line(epoch, outputs, metrics));
            }
        });
    }

    private static string Line(EpochResult e, string[] outputs, string[] metrics) => string.Join(
        ',',
        [
            e.Epoch.ToString(CultureInfo.InvariantCulture),
            Text(e.Loss),
            Text(e.Accuracy),
            e.LearningRate.ToString("R", CultureInfo.InvariantCulture),
            e.ImagesPerSecond.ToString("F1", CultureInfo.InvariantCulture),
            e.Elapsed.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture),
            Text(e.Validation?.Loss),
            Text(e.Validation?.Accuracy),
            .. outputs.Select(name => Text(OutputFigures.Of(e).Where(f => f.Key == name).Select(f => (double?)f.Value).FirstOrDefault())),
            .. metrics.Select(name => Text(e.Metrics.Where(m => m.Key == name).Select(m => (double?)m.Value).FirstOrDefault())),
        ]);

    private static string Text(double? value) => value is { } number && !double.IsNaN(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>A name of a user's own may hold what separates fields (RFC 4180, section 2).</summary>
    private static string Quoted(string name) => name.AsSpan().ContainsAny(",\"\r\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
