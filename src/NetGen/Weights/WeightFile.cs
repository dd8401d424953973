using NetGen.Runtime;

namespace NetGen;

/// <summary>Saves a model's parameters and buffers as safetensors, and loads them.</summary>
/// <remarks>Each is a tensor of type <see cref="DType.F32"/> under its path, in PyTorch's layout.</remarks>
public static class WeightFile
{
    /// <summary>Saves all parameters and buffers.</summary>
    /// <param name="parameters">What to save.</param>
    /// <param name="path">The file to make or replace; a reader sees the old file or the whole new one.</param>
    /// <param name="metadata">Texts to keep beside them.</param>
    /// <exception cref="IOException">The file cannot be written; the old one, where there was one, is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    public static void Save(ParameterSet parameters, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        using Gate.Use use = parameters.Gate is { } gate ? gate.EnterToRead() : default;
        SafetensorsFile.Write(path, parameters.Select(p => SafetensorsTensor.FromFloats(p.Path, p.Shape, p.Values)), metadata);
    }

    /// <summary>Loads all parameters and buffers; on any error they stay as they were.</summary>
    /// <param name="parameters">What to fill.</param>
    /// <param name="path">The file.</param>
    /// <param name="rename">For a file of other names: gives the path that a tensor of the file is for, or
    /// <see langword="null"/> to leave that tensor out.</param>
    /// <exception cref="WeightFileException">The file is damaged, or does not fit. <see cref="WeightFileException.Problems"/> lists
    /// every tensor that is missing, unexpected, of another shape or type, or not zero where a filter is not connected.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public static void Load(ParameterSet parameters, string path, Func<string, string?>? rename = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        using SafetensorsReader file = SafetensorsReader.Open(path);
        WeightMatch match = new(parameters, file, path);
        match.AddAll(rename ?? (name => name));
        Replace(parameters, match);
    }

    /// <summary>Loads all parameters and buffers from a file of other names; on any error they stay as they were.</summary>
    /// <param name="parameters">What to fill.</param>
    /// <param name="path">The file.</param>
    /// <param name="names">The path that each tensor of the file is for, by the tensor's name; the empty text leaves a tensor out.</param>
    /// <exception cref="WeightFileException">The file is damaged, or does not fit. <see cref="WeightFileException.Problems"/> lists
    /// every tensor that is missing, unexpected (not among <paramref name="names"/>), or of another shape or type, and every entry
    /// of <paramref name="names"/> that the file or the model has nothing for.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public static void Load(ParameterSet parameters, string path, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(names);
        using SafetensorsReader file = SafetensorsReader.Open(path);
        WeightMatch match = new(parameters, file, path);
        match.AddAll(names);
        Replace(parameters, match);
    }

    /// <summary>Loads what fits by name, type and shape; the other parameters and buffers stay as they were, and on any error all do.</summary>
    /// <param name="parameters">What to fill.</param>
    /// <param name="path">The file.</param>
    /// <param name="rename">For a file of other names: gives the path that a tensor of the file is for, or
    /// <see langword="null"/> to leave that tensor out.</param>
    /// <returns>What was loaded, and all that did not match.</returns>
    /// <exception cref="WeightFileException">The file is damaged, none of its tensors fits, or several are for one parameter.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public static LoadResult LoadMatching(ParameterSet parameters, string path, Func<string, string?>? rename = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        using SafetensorsReader file = SafetensorsReader.Open(path);
        (LoadResult result, List<float[]> values) = new PartialMatch(parameters, file, path, rename ?? (name => name)).Read();
        using Gate.Use use = parameters.Gate is { } gate ? gate.Enter() : default;
        for (int i = 0; i < values.Count; i++)
        {
            values[i].CopyTo(parameters[result.Loaded[i]].Edit());
        }

        return result;
    }

    /// <summary>Loads all parameters and buffers of a model that is being made: straight to where they stay, so that after an error they are worth nothing.</summary>
    /// <exception cref="WeightFileException">As of <see cref="Load(ParameterSet, string, Func{string, string?})"/>.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    internal static void Fill(ParameterSet parameters, string path, Func<string, string?> rename)
    {
        using SafetensorsReader file = SafetensorsReader.Open(path);
        WeightMatch match = new(parameters, file, path);
        match.AddAll(rename);
        match.Check();
        match.Fill();
    }

    /// <summary>The same with a table of names.</summary>
    /// <exception cref="WeightFileException">As of <see cref="Load(ParameterSet, string, IReadOnlyDictionary{string, string})"/>.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    internal static void Fill(ParameterSet parameters, string path, IReadOnlyDictionary<string, string> names)
    {
        using SafetensorsReader file = SafetensorsReader.Open(path);
        WeightMatch match = new(parameters, file, path);
        match.AddAll(names);
        match.Check();
        match.Fill();
    }

    /// <summary>Reads everything before anything changes.</summary>
    private static void Replace(ParameterSet parameters, WeightMatch match)
    {
        match.Check();
        float[][] values = match.Read();
        using Gate.Use use = parameters.Gate is { } gate ? gate.Enter() : default;
        for (int i = 0; i < values.Length; i++)
        {
            values[i].CopyTo(parameters[i].Edit());
        }
    }
}
