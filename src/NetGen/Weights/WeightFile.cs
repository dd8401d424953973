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
    public static void Save(ParameterSet parameters, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        SafetensorsFile.Write(path, parameters.Select(p => SafetensorsTensor.FromFloats(p.Path, p.Shape, p.ReadOnlyValues)), metadata);
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
        SafetensorsFile file = SafetensorsFile.Read(path);
        List<string> problems = [];
        Dictionary<string, SafetensorsTensor> byPath = Match(parameters, file, rename, problems);
        foreach (Parameter parameter in parameters)
        {
            if (!byPath.TryGetValue(parameter.Path, out SafetensorsTensor? tensor))
            {
                problems.Add($"missing tensor \"{parameter.Path}\": expected F32 {ShapeText.Of(parameter.Shape)}");
                continue;
            }

            if (tensor.DType != DType.F32)
            {
                problems.Add($"tensor \"{tensor.Name}\": expected type F32, actual {DTypes.Name(tensor.DType)}");
            }

            if (!tensor.Shape.SequenceEqual(parameter.Shape))
            {
                problems.Add($"tensor \"{tensor.Name}\": expected shape {ShapeText.Of(parameter.Shape)}, actual {ShapeText.Of(tensor.Shape)}");
            }
            else if (tensor.DType == DType.F32 && parameter.Connections is { } connections)
            {
                float[] values = new float[parameter.Length];
                tensor.CopyTo(values);
                if (SparseWeights.FindStray(values, parameter.Shape, connections) is { } stray)
                {
                    problems.Add(FormattableString.Invariant(
                        $"tensor \"{tensor.Name}\": expected 0 where filter {stray.Filter} is not connected to channel {stray.Channel}, actual {stray.Value}"));
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new WeightFileException(path, problems);
        }

        foreach (Parameter parameter in parameters)
        {
            byPath[parameter.Path].CopyTo(parameter.Values);
        }
    }

    /// <summary>Finds which tensor is for which parameter.</summary>
    private static Dictionary<string, SafetensorsTensor> Match(
        ParameterSet parameters, SafetensorsFile file, Func<string, string?>? rename, List<string> problems)
    {
        Dictionary<string, SafetensorsTensor> byPath = new(StringComparer.Ordinal);
        foreach (SafetensorsTensor tensor in file.Tensors.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            string? name = rename is null ? tensor.Name : rename(tensor.Name);
            if (name is null)
            {
                continue;
            }

            if (!parameters.TryGet(name, out _))
            {
                string under = name == tensor.Name ? "" : $" (renamed \"{name}\")";
                problems.Add($"unexpected tensor \"{tensor.Name}\"{under}: {DTypes.Name(tensor.DType)} {ShapeText.Of(tensor.Shape)}");
            }
            else if (!byPath.TryAdd(name, tensor))
            {
                problems.Add($"tensors \"{byPath[name].Name}\" and \"{tensor.Name}\" are both for \"{name}\"");
            }
        }

        return byPath;
    }
}
