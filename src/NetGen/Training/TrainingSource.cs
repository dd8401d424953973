using System.Globalization;

namespace NetGen;

/// <summary>Where a training's samples come from: a data set, or a stream.</summary>
internal sealed record TrainingSource
{
    /// <summary>Under which name a checkpoint has the samples' shape.</summary>
    public const string InputKey = "input_shape";

    /// <summary>Under which name a checkpoint has the classes.</summary>
    public const string ClassesKey = "class_names";

    /// <summary>A data set.</summary>
    public TrainingSource(Dataset dataset) => (Dataset, Count) = (dataset, dataset.Count);

    /// <summary>A stream.</summary>
    public TrainingSource(SampleStream stream) => (Stream, Count) = (stream, stream.SamplesPerEpoch);

    /// <summary>The data set; null where it is a stream.</summary>
    public Dataset? Dataset { get; }

    /// <summary>The stream; null where it is a data set.</summary>
    public SampleStream? Stream { get; }

    /// <summary>Samples an epoch; null where nobody knows before the epoch's end.</summary>
    public int? Count { get; }

    /// <summary>What a sample is made of.</summary>
    public SampleSizes Sizes => Stream?.Sizes ?? SampleSizes.Of(Dataset!);

    /// <summary>What a checkpoint must agree in with the data that a training goes on with.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings()
    {
        string count = Count?.ToString(CultureInfo.InvariantCulture) ?? "all";
        yield return new("samples", Stream is null ? count : $"{count} of a stream");
        yield return new(InputKey, ShapeText.Of(Dataset?.InputShape ?? Stream!.InputShape));
        if (Sizes.Further.Count > 0)
        {
            yield return new("further_targets", string.Join('/', Sizes.Further.OrderBy(f => f.Output, StringComparer.Ordinal).Select(f => f.Describe())));
        }

        if (Stream is null)
        {
            yield return new(ClassesKey, Dataset!.ClassNames is { } names ? string.Join('/', names) : "none");
        }
        else
        {
            yield return new("shuffle_buffer", Stream.ShuffleBuffer.ToString(CultureInfo.InvariantCulture));
        }
    }
}
