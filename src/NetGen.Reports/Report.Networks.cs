namespace NetGen.Reports;

/// <content>What a network is made of: layers, filters, activations.</content>
public sealed partial class Report
{
    /// <summary>Filters and channels that are shown at most; a note says where there are more.</summary>
    private const int MostSmall = 256;

    /// <summary>Adds the layer table: each layer's name, kind, output shape, parameters and multiplications with addition (MACs) for one image.</summary>
    /// <param name="model">The model's <see cref="Model.Description"/>.</param>
    /// <param name="title">The heading.</param>
    /// <exception cref="ArgumentException">The title is null or blank.</exception>
    public void AddLayers(ModelInfo model, string title = "Layers")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        double parameters = Math.Max(1, model.Layers.Max(l => l.ParameterCount));
        double macs = Math.Max(1, model.Layers.Max(l => l.Macs));
        List<IReadOnlyList<TableCell>> rows = [.. model.Layers.Select(IReadOnlyList<TableCell> (l) =>
        [
            l.Name,
            l.Kind + (l.TrainingOnly ? " (training only)" : ""),
            Shape(l.OutputShape),
            new(ValueText.Count(l.ParameterCount), l.ParameterCount / parameters),
            new(ValueText.Count(l.Macs), l.Macs / macs),
        ])];
        rows.Add(["total", "", Shape(model.OutputShape), ValueText.Count(model.ParameterCount), ValueText.Count(model.Macs)]);
        bool trainingOnly = model.Layers.Any(l => l.TrainingOnly);
        if (trainingOnly)
        {
            rows.Add(["in predictions", "", "", ValueText.Count(model.PredictionParameterCount), ValueText.Count(model.PredictionMacs)]);
        }

        string inputs = string.Join(" + ", model.Inputs.Select(i => Shape(i.Shape)));
        Add(new TableSection(title, ["layer", "kind", "output", "parameters", "MACs"], rows)
        {
            Words = 2,
            Sums = trainingOnly ? 2 : 1,
            Note = $"{model.Name}: {inputs} → {Shape(model.OutputShape)}. Trainable parameters; multiplications with addition for one image.",
        });
    }

    /// <summary>Adds the filters of the first convolution, as they are now.</summary>
    /// <remarks>The first parameter of the shape (filters, channels, height, width) is taken. Filters of three channels are shown in colour, others in grey, channel beside channel; each
    /// from its own smallest value, black, to its largest, white.</remarks>
    /// <param name="model">The model.</param>
    /// <param name="title">The heading.</param>
    /// <returns>Whether there is a convolution; the report is as it was otherwise.</returns>
    /// <exception cref="ArgumentException">The title is null or blank.</exception>
    public bool AddFilters(Model model, string title = "First-layer filters")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (model.Parameters.FirstOrDefault(p => p.Shape.Count == 4) is not { } weight)
        {
            return false;
        }

        (int filters, int channels, int height, int width) = (weight.Shape[0], weight.Shape[1], weight.Shape[2], weight.Shape[3]);
        int size = channels * height * width;
        int shown = int.Min(filters, MostSmall);
        ReportPicture[] pictures = new ReportPicture[shown];
        for (int f = 0; f < shown; f++)
        {
            ReadOnlySpan<float> values = weight.Values.Slice(f * size, size);
            string caption = FormattableString.Invariant($"filter {f}: {values.ToArray().Min():G3} to {values.ToArray().Max():G3}");
            pictures[f] = channels is 1 or 3
                ? ReportPicture.FromScaled(values, [channels, height, width], caption)
                : ReportPicture.FromScaled(BesideEachOther(values, channels, height, width), [1, height, channels * width], caption);
        }

        string few = shown < filters ? FormattableString.Invariant($"; the first {shown} of {filters}") : "";
        string kind = channels == 3 ? "in colour" : channels == 1 ? "in grey" : "in grey, channel beside channel";
        Add(new PictureSection(title, [new PictureGroup(null, pictures)], IsSmall: true)
        {
            Note = $"{weight.Path} {ShapeText.Of(weight.Shape)}{few}. Each filter {kind}, from its smallest weight, black, to its largest, white.",
        });
        return true;
    }

    /// <summary>Adds what images become at a tag, channel by channel, as the model is now.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tag">One of <see cref="ModelInfo.Tags"/> whose value is an image: channels, height, width.</param>
    /// <param name="dataset">The images.</param>
    /// <param name="samples">Which of them, from 0.</param>
    /// <param name="title">The heading; "Activations at" and the tag where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">There is no such tag or its value is no image, or the data set's inputs are no images (1 or 3 channels) that fit the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model.</exception>
    public void AddActivations(Model model, string tag, Dataset dataset, IReadOnlyList<int> samples, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(samples);
        TensorInfo value = model.Description.Tags.FirstOrDefault(t => t.Name == tag)
            ?? throw new ArgumentException($"expected a tag of {model.Description.Name}, actual \"{tag}\"", nameof(tag));
        if (value.Shape.Count != 3)
        {
            throw new ArgumentException($"expected a tag of channels, height, width, actual \"{tag}\" of {ShapeText.Of(value.Shape)}", nameof(tag));
        }

        CheckPictures(dataset);
        (int channels, int plane) = (value.Shape[0], value.Shape[1] * value.Shape[2]);
        int shown = int.Min(channels, MostSmall);
        float[] input = new float[dataset.InputSize];
        float[] values = new float[value.Size];
        List<PictureGroup> groups = [];
        foreach (int sample in samples)
        {
            Check.InRange(sample, 0, dataset.Count - 1, nameof(samples));
            dataset.CopyInput(sample, input);
            model.Features(tag, input, values);
            groups.Add(new PictureGroup(PictureOf(dataset, sample, FormattableString.Invariant($"{LabelOf(dataset, sample)}\n#{sample}").TrimStart()), [.. Enumerable.Range(0, shown).Select(Channel)]));
        }

        string few = shown < channels ? FormattableString.Invariant($"; the first {shown} channels") : "";
        Add(new PictureSection(title ?? $"Activations at {tag}", groups, IsSmall: true)
        {
            Note = $"{Shape(value.Shape)} values of each image{few}. Each channel from its smallest value, black, to its largest, white.",
        });

        ReportPicture Channel(int channel)
        {
            ReadOnlySpan<float> of = values.AsSpan(channel * plane, plane);
            return ReportPicture.FromScaled(of, [1, value.Shape[1], value.Shape[2]], FormattableString.Invariant($"channel {channel}: {of.ToArray().Min():G3} to {of.ToArray().Max():G3}"));
        }
    }

    private static string Shape(IReadOnlyList<int> shape) => string.Join('×', shape.Select(s => FormattableString.Invariant($"{s}")));

    /// <summary>Channels, each an image of its own, as one image with all of them in a row.</summary>
    private static float[] BesideEachOther(ReadOnlySpan<float> values, int channels, int height, int width)
    {
        float[] row = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            (int channel, int at) = int.DivRem(i, height * width);
            row[(at / width * channels * width) + (channel * width) + (at % width)] = values[i];
        }

        return row;
    }
}
