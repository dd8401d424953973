using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>Writes a line an epoch to a file of values separated by commas: Keras's <c>CSVLogger</c>.</summary>
/// <remarks>The whole file is written anew at each epoch's end, so that it always agrees with the training, also one that went on from a checkpoint.</remarks>
public sealed class CsvLog : TrainingCallback
{
    private const string Header = "epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy";

    private readonly string _path;

    /// <summary>Writes to a file.</summary>
    /// <param name="path">The file.</param>
    public CsvLog(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state) => AtomicFile.Write(_path, stream =>
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (EpochResult e in state.History)
        {
            string validation = e.Validation is { } v ? string.Create(CultureInfo.InvariantCulture, $"{v.Loss:R},{v.Accuracy:R}") : ",";
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{e.Epoch},{e.Loss:R},{e.Accuracy:R},{e.LearningRate:R},{e.ImagesPerSecond:F1},{e.Elapsed.TotalSeconds:F3},{validation}"));
        }
    });
}
