namespace NetGen;

/// <summary>What is to be kept of something besides its settings, under names that are its own.</summary>
/// <param name="Tensors">Numbers, each under a name that begins with the kind of state, such as <c>adam.exp_avg.conv1.weight</c>.</param>
/// <param name="Metadata">Texts.</param>
internal sealed record NamedState(IReadOnlyList<SafetensorsTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="WeightFileException">The file is damaged.</exception>
    public static NamedState Read(string path)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        return new NamedState([.. file.Tensors.Values], file.Metadata);
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path) => SafetensorsFile.Write(path, Tensors, Metadata);
}
