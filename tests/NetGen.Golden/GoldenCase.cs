namespace NetGen.Golden;

/// <summary>A file that holds a model's declaration, its parameters, an input, and what PyTorch computed.</summary>
public sealed class GoldenCase
{
    private readonly Dictionary<string, float[]> _floats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<long>> _shapes = new(StringComparer.Ordinal);

    private GoldenCase(string name, string declaration, bool training)
    {
        Name = name;
        Declaration = declaration;
        Training = training;
    }

    /// <summary>The case's name.</summary>
    public string Name { get; }

    /// <summary>The attributes as C# source.</summary>
    public string Declaration { get; }

    /// <summary>Whether PyTorch computed in training mode.</summary>
    public bool Training { get; }

    /// <summary>Class labels, where the loss takes them.</summary>
    public int[]? Labels => LabelsOf.GetValueOrDefault("target");

    /// <summary>Class labels by their name in the file: <c>target</c>, or <c>target/NAME</c> of an output with targets of its own.</summary>
    public Dictionary<string, int[]> LabelsOf { get; } = new(StringComparer.Ordinal);

    /// <summary>All float tensors by their name in the file.</summary>
    public IReadOnlyDictionary<string, float[]> Tensors => _floats;

    /// <summary>The number of images in the batch.</summary>
    public int Batch => (int)_shapes["input"][0];

    /// <summary>Reads a case.</summary>
    /// <exception cref="WeightFileException">The file is damaged.</exception>
    /// <exception cref="InvalidDataException">It is no golden case.</exception>
    public static GoldenCase Read(string path)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        if (!file.Metadata.TryGetValue("dsl", out string? declaration))
        {
            throw new InvalidDataException($"{path}: no declaration under \"dsl\" in its metadata");
        }

        GoldenCase golden = new(
            file.Metadata.GetValueOrDefault("name") ?? Path.GetFileNameWithoutExtension(path),
            declaration,
            file.Metadata.GetValueOrDefault("mode") != "eval");
        foreach (SafetensorsTensor tensor in file.Tensors.Values)
        {
            golden._shapes[tensor.Name] = tensor.Shape.Select(s => (long)s).ToArray();
            if (tensor.DType == DType.I64 && (tensor.Name == "target" || tensor.Name.StartsWith("target/", StringComparison.Ordinal)))
            {
                golden.LabelsOf[tensor.Name] = tensor.ToInt64s().Select(l => checked((int)l)).ToArray();
            }
            else
            {
                golden._floats[tensor.Name] = tensor.ToFloats();
            }
        }

        return golden;
    }
}
