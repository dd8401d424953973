using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>How a parameter starts.</summary>
public enum Initialization
{
    /// <summary>All zero.</summary>
    Zero,

    /// <summary>All one.</summary>
    One,

    /// <summary>Normal with variance 2 / fan-in, for layers that feed a ReLU (He et al. 2015, section 2.2).</summary>
    HeNormal,

    /// <summary>Normal with variance 2 / (fan-in + fan-out), for layers that feed no ReLU (Glorot and Bengio 2010, equation 12).</summary>
    XavierNormal,

    /// <summary>All 0.25, the slope of PReLU (He et al. 2015, section 2.1).</summary>
    Quarter,

    /// <summary>1 or −1, each as likely as the other: codes of radial basis functions (LeCun et al. 1998, section II.B).</summary>
    PlusMinusOne,

    /// <summary>Normal with <see cref="ParameterInfo.Mean"/> and <see cref="ParameterInfo.Scale"/>: <see cref="Init.Normal"/>, and the rows of an embedding.</summary>
    Normal,

    /// <summary>Even around <see cref="ParameterInfo.Mean"/>: <see cref="Init.Uniform"/>.</summary>
    Uniform,

    /// <summary>Even, with the variance of <see cref="HeNormal"/>: <see cref="Init.HeUniform"/>.</summary>
    HeUniform,

    /// <summary>Even, with the variance of <see cref="XavierNormal"/>: <see cref="Init.XavierUniform"/>.</summary>
    XavierUniform,

    /// <summary>Orthonormal rows or columns: <see cref="Init.Orthogonal"/>.</summary>
    Orthogonal,

    /// <summary>A vector of length 1 in any direction: both sides of the power iteration behind <see cref="ConvolutionAttribute.SpectralNorm"/>.</summary>
    Unit,
}

/// <summary>A parameter or buffer as declared.</summary>
/// <param name="Path">For example <c>conv1.weight</c>.</param>
/// <param name="Shape">The sizes of its dimensions, in PyTorch's layout.</param>
/// <param name="Trainable">Whether an optimizer changes it.</param>
/// <param name="Initialization">How it starts.</param>
/// <param name="FanIn">The number of inputs that one output sums over; 0 where that means nothing.</param>
/// <param name="FanOut">The number of outputs that one input reaches; 0 where that means nothing.</param>
public sealed record ParameterInfo(string Path, IReadOnlyList<int> Shape, bool Trainable, Initialization Initialization, int FanIn, int FanOut)
{
    /// <summary>
    /// For the weight of a convolution whose filters read some channels alone: a row of 0 and 1 for each filter, with spaces between the
    /// rows, as in <c>1110 0111</c>; otherwise null. Values at a 0 stay zero.
    /// </summary>
    public string? Connections { get; init; }

    /// <summary>What the layer's <c>InitScale</c> says: a standard deviation, half a width, or a factor; 1 where it says nothing.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>What the layer's <c>InitMean</c> says.</summary>
    public float Mean { get; init; }

    /// <summary>A row that starts as 0 whatever the others do: an embedding's padding. Null for none.</summary>
    public int? ZeroRow { get; init; }

    /// <summary>
    /// Of a weight that computes divided by its spectral norm (<see cref="ConvolutionAttribute.SpectralNorm"/>), which of its dimensions counts the outputs: the rows of the matrix whose norm it is. Null for others.
    /// </summary>
    public int? SpectralNorm { get; init; }

    /// <summary>The number of elements, those without a connection included.</summary>
    public int Length => ShapeSize.Of(Shape);
}

/// <summary>One row of the layer table.</summary>
/// <param name="Name">The layer's name, such as <c>conv1</c>.</param>
/// <param name="Kind">The attribute with its arguments, such as <c>Conv(16, 3, Pad = 1)</c>.</param>
/// <param name="OutputShape">Channels, height, width; or features alone.</param>
/// <param name="ParameterCount">Trainable values.</param>
/// <param name="Macs">Multiplications with addition for one image.</param>
public sealed record LayerInfo(string Name, string Kind, IReadOnlyList<int> OutputShape, long ParameterCount, long Macs)
{
    /// <summary>Whether the layer serves an <see cref="OutputAttribute"/> alone, which predictions do without.</summary>
    public bool TrainingOnly { get; init; }
}

/// <summary>What the compiler knows of a model: its layer table and its parameters.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="InputShape">Channels, height, width; or features alone. Of several inputs, the number of values of all.</param>
/// <param name="OutputShape">The same for the output.</param>
/// <param name="Layers">The layers from top to bottom.</param>
/// <param name="Parameters">The parameters and buffers in their order.</param>
public sealed record ModelInfo(
    string Name,
    IReadOnlyList<int> InputShape,
    IReadOnlyList<int> OutputShape,
    IReadOnlyList<LayerInfo> Layers,
    IReadOnlyList<ParameterInfo> Parameters)
{
    /// <summary>The inputs in the order in which a sample holds their values, one after the other, each NCHW. A name is that of the attribute, or <c>input1</c>.</summary>
    public IReadOnlyList<TensorInfo> Inputs { get; init; } = [new TensorInfo(Layers.Count > 0 ? Layers[0].Name : "input1", InputShape)];

    /// <summary>The tagged values that a prediction computes, which <see cref="Predictor.Features"/> reads back; in order. Tags inside blocks are none of them.</summary>
    public IReadOnlyList<TensorInfo> Tags { get; init; } = [];

    /// <summary>
    /// The outputs that predictions compute: first the model's own, called <see cref="OwnOutput"/>, of the shape <see cref="OutputShape"/>, then those of
    /// <see cref="OutputAttribute"/> with targets of their own, or of a model without a loss, in the order of the attributes.
    /// </summary>
    public IReadOnlyList<TensorInfo> Outputs { get; init; } = [new TensorInfo(OwnOutput, OutputShape)];

    /// <summary>The name of a model's own output, which its last layer makes.</summary>
    public const string OwnOutput = "output";

    /// <summary>The sizes of images that the network is compiled for, where <see cref="InputAttribute.Sizes"/> lists several; otherwise empty. <see cref="Model.ForSize"/> has a model for each.</summary>
    public IReadOnlyList<ImageSize> Sizes { get; init; } = [];

    /// <summary>Which of <see cref="Sizes"/> this is about: 0 for the first.</summary>
    public int SizeIndex { get; init; }

    /// <summary>Input values of one image.</summary>
    public int InputSize { get; } = ShapeSize.Of(InputShape);

    /// <summary>Output values of one image.</summary>
    public int OutputSize { get; } = ShapeSize.Of(OutputShape);

    /// <summary>Trainable values of the whole model.</summary>
    public long ParameterCount => Sum(ofMacs: false, inPredictions: false);

    /// <summary>Multiplications with addition for one image, those for training only among them.</summary>
    public long Macs => Sum(ofMacs: true, inPredictions: false);

    /// <summary>Trainable values that a prediction needs: those of all layers but the ones for training only.</summary>
    public long PredictionParameterCount => Sum(ofMacs: false, inPredictions: true);

    /// <summary>Multiplications with addition to predict one image.</summary>
    public long PredictionMacs => Sum(ofMacs: true, inPredictions: true);

    /// <summary>
    /// Bytes that a prediction takes for each thread besides inputs, outputs and weights: the values of the images that go through the
    /// network together, where those whose lives do not meet share memory.
    /// </summary>
    public long PredictionMemory { get; init; }

    /// <summary>What <see cref="PredictionMemory"/> would be if every layer's output had memory of its own.</summary>
    public long PredictionMemoryUnshared { get; init; }

    /// <summary>
    /// Bytes that a training step takes for an image: values and gradients. With a batch norm every image of the batch takes that much at
    /// the same time; without one, only the images that the threads are at.
    /// </summary>
    public long TrainingMemoryPerImage { get; init; }

    /// <summary>The place of a size among <see cref="Sizes"/>; 0 where there is one size alone, and it is that.</summary>
    /// <param name="size">The size.</param>
    /// <param name="parameter">The caller's parameter that it comes from.</param>
    /// <exception cref="ArgumentException">The network is not declared for that size; the message lists those that it is.</exception>
    internal int PlaceOf(ImageSize size, string parameter)
    {
        for (int i = 0; i < Sizes.Count; i++)
        {
            if (Sizes[i] == size)
            {
                return i;
            }
        }

        if (Sizes.Count == 0 && Inputs[0].Shape is [_, var height, var width] && size == new ImageSize(height, width))
        {
            return 0;
        }

        string known = Sizes.Count > 0 ? $"one of the sizes that {Name} is declared for ({string.Join(", ", Sizes)})"
            : Inputs[0].Shape is [_, var h, var w] ? $"{new ImageSize(h, w)}, the one size that {Name} is declared for (with [Input(…, Any, Any, Sizes = \"…\")] there are several)"
            : $"a model of images, but {Name} is none";
        throw new ArgumentException($"expected {known}, actual {size}", parameter);
    }

    /// <summary>The place of a tag among <see cref="Tags"/>.</summary>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentException">There is no such tag; the message lists those there are.</exception>
    internal int IndexOfTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        for (int i = 0; i < Tags.Count; i++)
        {
            if (Tags[i].Name == tag)
            {
                return i;
            }
        }

        string known = Tags.Count == 0 ? "none" : string.Join(", ", Tags.Select(t => $"\"{t.Name}\""));
        throw new ArgumentException($"expected a tag that {Name}'s predictions compute ({known}), actual \"{tag}\"", nameof(tag));
    }

    /// <summary>The place of an output among <see cref="Outputs"/>.</summary>
    /// <param name="output">Its name.</param>
    /// <param name="parameter">The caller's parameter that it is.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentException">There is no such output; the message lists those there are.</exception>
    internal int IndexOfOutput(string output, string parameter)
    {
        ArgumentNullException.ThrowIfNull(output, parameter);
        for (int i = 0; i < Outputs.Count; i++)
        {
            if (Outputs[i].Name == output)
            {
                return i;
            }
        }

        throw new ArgumentException($"expected an output that {Name}'s predictions compute ({string.Join(", ", Outputs.Select(o => $"\"{o.Name}\""))}), actual \"{output}\"", parameter);
    }

    private long Sum(bool ofMacs, bool inPredictions)
    {
        long sum = 0;
        for (int i = 0; i < Layers.Count; i++)
        {
            LayerInfo layer = Layers[i];
            if (!inPredictions || !layer.TrainingOnly)
            {
                sum = checked(sum + (ofMacs ? layer.Macs : layer.ParameterCount));
            }
        }

        return sum;
    }

    /// <summary>The layer table as text.</summary>
    /// <returns>A line a layer, and one for the sums.</returns>
    public override string ToString()
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        List<string[]> rows = [["layer", "kind", "output", "parameters", "MACs"]];
        foreach (LayerInfo layer in Layers)
        {
            rows.Add([layer.Name, Short(layer.Kind) + (layer.TrainingOnly ? " (training only)" : ""), Text(layer.OutputShape), layer.ParameterCount.ToString("N0", invariant), layer.Macs.ToString("N0", invariant)]);
        }

        rows.Add(["total", "", Text(OutputShape), ParameterCount.ToString("N0", invariant), Macs.ToString("N0", invariant)]);
        if (Layers.Any(l => l.TrainingOnly))
        {
            rows.Add(["in predictions", "", "", PredictionParameterCount.ToString("N0", invariant), PredictionMacs.ToString("N0", invariant)]);
        }

        int[] widths = Enumerable.Range(0, 5).Select(c => rows.Max(r => r[c].Length)).ToArray();
        StringBuilder text = new();
        text.Append(Name).Append(": ").Append(string.Join(" + ", Inputs.Select(i => Text(i.Shape)))).Append(" → ").Append(Text(OutputShape));
        for (int i = 1; i < Outputs.Count; i++)
        {
            text.Append(", ").Append(Outputs[i].Name).Append(' ').Append(Text(Outputs[i].Shape));
        }

        if (Sizes.Count > 1)
        {
            text.Append(" (also for ").AppendJoin(", ", Sizes.Where((_, i) => i != SizeIndex)).Append(')');
        }

        text.Append('\n');
        foreach (string[] row in rows)
        {
            string line = $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}  {row[4].PadLeft(widths[4])}";
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();

        static string Text(IReadOnlyList<int> shape) => string.Join("×", shape);

        // A connection table would push the numbers off the screen.
        static string Short(string kind) => kind.Length > 60 ? kind[..59] + "…" : kind;
    }
}
