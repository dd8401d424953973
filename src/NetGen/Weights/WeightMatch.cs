using NetGen.Runtime;

namespace NetGen;

/// <summary>Which tensor of a file is for which parameter, and all that does not fit.</summary>
internal sealed class WeightMatch(ParameterSet parameters)
{
    private readonly Dictionary<string, SafetensorsTensor> _byPath = new(StringComparer.Ordinal);

    /// <summary>The names that the file lacks, by the path they were to fill.</summary>
    private readonly Dictionary<string, string> _absent = new(StringComparer.Ordinal);

    private readonly List<string> _problems = [];

    /// <summary>Takes every tensor under the path that a function gives for its name; null leaves it out.</summary>
    public void AddAll(SafetensorsFile file, Func<string, string?> rename)
    {
        foreach (SafetensorsTensor tensor in InOrder(file))
        {
            if (rename(tensor.Name) is { } path)
            {
                Add(tensor, path);
            }
        }
    }

    /// <summary>Takes every tensor under the path that a table gives for its name; the empty text leaves it out.</summary>
    public void AddAll(SafetensorsFile file, IReadOnlyDictionary<string, string> names)
    {
        foreach (SafetensorsTensor tensor in InOrder(file))
        {
            if (!names.TryGetValue(tensor.Name, out string? path))
            {
                _problems.Add($"unexpected tensor \"{tensor.Name}\", which the names do not mention: {Text(tensor)}");
            }
            else if (!string.IsNullOrEmpty(path))
            {
                Add(tensor, path);
            }
        }

        foreach ((string name, string path) in names.Where(n => !file.Tensors.ContainsKey(n.Key)).OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            AddAbsent(name, path);
        }
    }

    /// <summary>Fills the parameters.</summary>
    /// <exception cref="WeightFileException">Something does not fit; nothing was changed.</exception>
    public void Copy(string file)
    {
        foreach (Parameter parameter in parameters)
        {
            Check(parameter);
        }

        if (_problems.Count > 0)
        {
            throw new WeightFileException(file, _problems);
        }

        foreach (Parameter parameter in parameters)
        {
            _byPath[parameter.Path].CopyTo(parameter.Edit());
        }
    }

    private static IOrderedEnumerable<SafetensorsTensor> InOrder(SafetensorsFile file) =>
        file.Tensors.Values.OrderBy(t => t.Name, StringComparer.Ordinal);

    private static string Text(SafetensorsTensor tensor) => $"{DTypes.Name(tensor.DType)} {ShapeText.Of(tensor.Shape)}";

    private void Add(SafetensorsTensor tensor, string path)
    {
        if (!parameters.TryGet(path, out _))
        {
            string under = path == tensor.Name ? "" : $" (renamed \"{path}\")";
            _problems.Add($"unexpected tensor \"{tensor.Name}\"{under}: {Text(tensor)}");
        }
        else if (!_byPath.TryAdd(path, tensor))
        {
            _problems.Add($"tensors \"{_byPath[path].Name}\" and \"{tensor.Name}\" are both for \"{path}\"");
        }
    }

    /// <summary>Notes a name that the file lacks.</summary>
    private void AddAbsent(string name, string path)
    {
        if (string.IsNullOrEmpty(path))
        {
            _problems.Add($"missing tensor \"{name}\", which was to be left out");
        }
        else if (!parameters.TryGet(path, out _))
        {
            _problems.Add($"missing tensor \"{name}\" for \"{path}\", which the model does not have either");
        }
        else if ((_byPath.GetValueOrDefault(path)?.Name ?? _absent.GetValueOrDefault(path)) is { } other)
        {
            _problems.Add($"tensors \"{other}\" and \"{name}\" are both for \"{path}\", and the file lacks \"{name}\"");
        }
        else
        {
            _absent.Add(path, name);
        }
    }

    private void Check(Parameter parameter)
    {
        if (!_byPath.TryGetValue(parameter.Path, out SafetensorsTensor? tensor))
        {
            string missing = _absent.TryGetValue(parameter.Path, out string? name) ? $"\"{name}\" for \"{parameter.Path}\"" : $"\"{parameter.Path}\"";
            _problems.Add($"missing tensor {missing}: expected F32 {ShapeText.Of(parameter.Shape)}");
            return;
        }

        string renamed = tensor.Name == parameter.Path ? "" : $" for \"{parameter.Path}\"";
        if (tensor.DType != DType.F32)
        {
            _problems.Add($"tensor \"{tensor.Name}\"{renamed}: expected type F32, actual {DTypes.Name(tensor.DType)}");
        }

        if (!tensor.Shape.SequenceEqual(parameter.Shape))
        {
            _problems.Add($"tensor \"{tensor.Name}\"{renamed}: expected shape {ShapeText.Of(parameter.Shape)}, actual {ShapeText.Of(tensor.Shape)}");
        }
        else if (tensor.DType == DType.F32 && parameter.Connections is { } connections)
        {
            float[] values = new float[parameter.Length];
            tensor.CopyTo(values);
            if (SparseWeights.FindStray(values, parameter.Shape, connections) is { } stray)
            {
                _problems.Add(FormattableString.Invariant(
                    $"tensor \"{tensor.Name}\"{renamed}: expected 0 where filter {stray.Filter} is not connected to channel {stray.Channel}, actual {stray.Value}"));
            }
        }
    }
}
