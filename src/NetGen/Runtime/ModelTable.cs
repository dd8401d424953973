using System.ComponentModel;
using System.Globalization;

namespace NetGen.Runtime;

/// <summary>
/// Reads the tables of a generated model. They are texts, so that people can read them, a layer takes a line, and no method grows with
/// the depth of a network.
/// </summary>
/// <remarks>A model's first prediction waits for this: plain loops, since each function of LINQ's, and each lambda, is a method more to compile.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelTable
{
    private const string TrainingOnly = " (training only)";
    private const string Connections = "connections:";
    private const string ScaleWord = "scale:";
    private const string MeanWord = "mean:";
    private const string ZeroRow = "zero-row:";
    private const string SpectralNorm = "spectral-norm:";
    private const NumberStyles Digits = NumberStyles.AllowThousands;

    /// <summary>Makes a model's description.</summary>
    /// <param name="name">The class's name.</param>
    /// <param name="inputShape">Channels, height, width; or features alone.</param>
    /// <param name="outputShape">The same for the output.</param>
    /// <param name="layers">A heading, a row a layer (name, output, parameters, MACs, as declared, and <c>(training only)</c> where
    /// predictions leave it out), and a row of totals.</param>
    /// <param name="parameters">A heading, and a row a layer that has parameters: its name, then the parameters with commas between
    /// them, each as <c>weight 16×3×3×3 HeNormal(27→144)</c> <c>running_mean 16 Zero buffer</c>,
    /// or with a row of 0 and 1 for each filter at the end, <c>connections:110/011</c>, or what its layer says of its start, <c>scale:0.02</c> and <c>mean:1</c>, or the row that starts as 0, <c>zero-row:0</c>, or the dimension that counts the outputs of a weight divided by its spectral norm, <c>spectral-norm:0</c>.</param>
    /// <param name="predictionMemory">Bytes a thread takes for a prediction.</param>
    /// <param name="predictionMemoryUnshared">The same if no two values shared memory.</param>
    /// <param name="trainingMemoryPerImage">Bytes an image takes in training.</param>
    /// <param name="inputs">The inputs, where there are several.</param>
    /// <param name="tags">The tags that predictions compute.</param>
    /// <param name="outputs">The outputs besides the model's own that predictions compute.</param>
    /// <param name="sizes">The sizes of images that the network is compiled for, where there are several.</param>
    /// <param name="size">Which of them this is.</param>
    /// <returns>The description.</returns>
    /// <exception cref="FormatException">A row is none of these; the message quotes it.</exception>
    public static ModelInfo Read(
        string name,
        int[] inputShape,
        int[] outputShape,
        string layers,
        string parameters,
        long predictionMemory,
        long predictionMemoryUnshared,
        long trainingMemoryPerImage,
        TensorInfo[]? inputs = null,
        TensorInfo[]? tags = null,
        TensorInfo[]? outputs = null,
        ImageSize[]? sizes = null,
        int size = 0)
    {
        string[] lines = layers.Split('\n');
        LayerInfo? total = lines.Length > 1 ? ReadLayer(Row(lines[^1])) : null;
        if (total is not { Name: "total" })
        {
            throw new FormatException("expected a last row \"total\" in the layer table");
        }

        LayerInfo[] rows = new LayerInfo[lines.Length - 2];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = ReadLayer(Row(lines[i + 1]));
        }

        ModelInfo info = new(name, inputShape, outputShape, rows, ReadParameters(parameters.Split('\n')))
        {
            PredictionMemory = predictionMemory,
            PredictionMemoryUnshared = predictionMemoryUnshared,
            TrainingMemoryPerImage = trainingMemoryPerImage,
            Tags = tags ?? [],
            Sizes = sizes ?? [],
            SizeIndex = size,
        };
        info = inputs is null ? info : info with { Inputs = inputs };
        info = outputs is null ? info : info with { Outputs = [.. info.Outputs, .. outputs] };
        return info.ParameterCount == total.ParameterCount && info.Macs == total.Macs
            ? info
            : throw new FormatException(FormattableString.Invariant($"expected totals of {info.ParameterCount} and {info.Macs}, actual {total.ParameterCount} and {total.Macs}"));
    }

    private static string Row(string line) => line.EndsWith('\r') ? line[..^1] : line;

    private static LayerInfo ReadLayer(string row)
    {
        string rest = row;
        string name = Next(ref rest);
        int[] output = Shape(Next(ref rest), row);
        long parameters = Number(Next(ref rest), row);
        long macs = Number(Next(ref rest), row);
        bool trainingOnly = rest.EndsWith(TrainingOnly, StringComparison.Ordinal);
        return new LayerInfo(name, trainingOnly ? rest[..^TrainingOnly.Length] : rest, output, parameters, macs) { TrainingOnly = trainingOnly };
    }

    private static ParameterInfo[] ReadParameters(string[] lines)
    {
        List<ParameterInfo> parameters = [];
        for (int i = 1; i < lines.Length; i++)
        {
            string row = Row(lines[i]);
            string rest = row;
            string layer = Next(ref rest);
            foreach (string parameter in rest.Split(", "))
            {
                parameters.Add(ReadParameter(layer, parameter, row));
            }
        }

        return parameters.ToArray();
    }

    private static ParameterInfo ReadParameter(string layer, string parameter, string row)
    {
        string[] words = parameter.Split(' ');
        if (words.Length < 3)
        {
            throw Wrong(row);
        }

        bool isBuffer = false;
        string? connections = null;
        float scale = 1;
        float mean = 0;
        int? zeroRow = null;
        int? spectralNorm = null;
        for (int i = 3; i < words.Length; i++)
        {
            string word = words[i];
            if (word == "buffer" && words.Length == 4)
            {
                isBuffer = true;
            }
            else if (word.StartsWith(Connections, StringComparison.Ordinal))
            {
                connections = word[Connections.Length..].Replace('/', ' ');
            }
            else if (word.StartsWith(ZeroRow, StringComparison.Ordinal))
            {
                zeroRow = checked((int)Number(word[ZeroRow.Length..], row));
            }
            else if (word.StartsWith(SpectralNorm, StringComparison.Ordinal))
            {
                spectralNorm = checked((int)Number(word[SpectralNorm.Length..], row));
            }
            else if (!(word.StartsWith(ScaleWord, StringComparison.Ordinal) && IsFloat(word.AsSpan(ScaleWord.Length), out scale))
                && !(word.StartsWith(MeanWord, StringComparison.Ordinal) && IsFloat(word.AsSpan(MeanWord.Length), out mean)))
            {
                throw Wrong(row);
            }
        }

        string start = words[2];
        int fanIn = 0;
        int fanOut = 0;
        int open = start.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            string[] fans = start[^1] == ')' ? start[(open + 1)..^1].Split('→') : [];
            if (fans.Length != 2)
            {
                throw Wrong(row);
            }

            fanIn = checked((int)Number(fans[0], row));
            fanOut = checked((int)Number(fans[1], row));
            start = start[..open];
        }

        Initialization initialization = start switch
        {
            nameof(Initialization.Zero) => Initialization.Zero,
            nameof(Initialization.One) => Initialization.One,
            nameof(Initialization.HeNormal) => Initialization.HeNormal,
            nameof(Initialization.XavierNormal) => Initialization.XavierNormal,
            nameof(Initialization.Quarter) => Initialization.Quarter,
            nameof(Initialization.PlusMinusOne) => Initialization.PlusMinusOne,
            nameof(Initialization.Normal) => Initialization.Normal,
            nameof(Initialization.Uniform) => Initialization.Uniform,
            nameof(Initialization.HeUniform) => Initialization.HeUniform,
            nameof(Initialization.XavierUniform) => Initialization.XavierUniform,
            nameof(Initialization.Orthogonal) => Initialization.Orthogonal,
            nameof(Initialization.Unit) => Initialization.Unit,
            _ => throw Wrong(row),
        };
        return new ParameterInfo($"{layer}.{words[0]}", Shape(words[1], row), !isBuffer, initialization, fanIn, fanOut) { Connections = connections, Scale = scale, Mean = mean, ZeroRow = zeroRow, SpectralNorm = spectralNorm };
    }

    /// <summary>Takes the first word off a row.</summary>
    private static string Next(ref string rest)
    {
        int end = rest.IndexOf(' ', StringComparison.Ordinal);
        string word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..].TrimStart(' ');
        return word;
    }

    private static int[] Shape(string text, string row)
    {
        string[] sizes = text.Split('×');
        int[] shape = new int[sizes.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = checked((int)Number(sizes[i], row));
        }

        return shape;
    }

    private static bool IsFloat(ReadOnlySpan<char> text, out float number) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static long Number(string text, string row) =>
        long.TryParse(text, Digits, CultureInfo.InvariantCulture, out long number) ? number : throw Wrong(row);

    private static FormatException Wrong(string row) => new($"no row of a model's tables: \"{row}\"");
}
