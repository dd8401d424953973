using System.Globalization;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Which tensor of a file is for which parameter, and all that does not fit.</summary>
/// <param name="parameters">What is to be filled.</param>
/// <param name="file">The tensors.</param>
/// <param name="path">The file's path, for messages.</param>
internal sealed class WeightMatch(ParameterSet parameters, SafetensorsReader file, string path)
{
    private readonly Dictionary<string, SafetensorsEntry> _byPath = new(StringComparer.Ordinal);

    /// <summary>The names that the file lacks, by the path they were to fill.</summary>
    private readonly Dictionary<string, string> _absent = new(StringComparer.Ordinal);

    private readonly List<string> _problems = [];

    /// <summary>Takes every tensor under the path that a function gives for its name; null leaves it out.</summary>
    public void AddAll(Func<string, string?> rename)
    {
        foreach (SafetensorsEntry tensor in InOrder())
        {
            if (rename(tensor.Name) is { } parameter)
            {
                Add(tensor, parameter);
            }
        }
    }

    /// <summary>Takes every tensor under the path that a table gives for its name; the empty text leaves it out.</summary>
    public void AddAll(IReadOnlyDictionary<string, string> names)
    {
        HashSet<string> present = new(StringComparer.Ordinal);
        foreach (SafetensorsEntry tensor in InOrder())
        {
            present.Add(tensor.Name);
            if (!names.TryGetValue(tensor.Name, out string? parameter))
            {
                _problems.Add($"unexpected tensor \"{tensor.Name}\", which the names do not mention: {Text(tensor)}");
            }
            else if (!string.IsNullOrEmpty(parameter))
            {
                Add(tensor, parameter);
            }
        }

        foreach ((string name, string parameter) in names.Where(n => !present.Contains(n.Key)).OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            AddAbsent(name, parameter);
        }
    }

    /// <summary>Looks whether every parameter has its tensor.</summary>
    /// <exception cref="WeightFileException">Something does not fit; nothing was changed.</exception>
    public void Check()
    {
        foreach (Parameter parameter in parameters)
        {
            Check(parameter);
        }

        if (_problems.Count > 0)
        {
            throw new WeightFileException(path, _problems);
        }
    }

    /// <summary>Reads the tensors into the parameters; they have been checked.</summary>
    public void Fill()
    {
        foreach (Parameter parameter in parameters)
        {
            file.Read(_byPath[parameter.Path], parameter.Edit());
        }
    }

    /// <summary>Reads the tensors in the order of the parameters; they have been checked.</summary>
    public float[][] Read()
    {
        float[][] values = new float[parameters.Count][];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = GC.AllocateUninitializedArray<float>(parameters[i].Length);
            file.Read(_byPath[parameters[i].Path], values[i]);
        }

        return values;
    }

    /// <summary>Whether two shapes are the same.</summary>
    public static bool Equal(int[] shape, IReadOnlyList<int> other)
    {
        int equal = 0;
        while (equal < shape.Length && equal < other.Count && shape[equal] == other[equal])
        {
            equal++;
        }

        return equal == shape.Length && equal == other.Count;
    }

    /// <summary>A value that is not zero where a filter is not connected, as messages tell it; null where there is none.</summary>
    public static (string Expected, string Actual)? FindStray(Parameter parameter, ReadOnlySpan<float> values) =>
        parameter.Connections is { } connections && SparseWeights.FindStray(values, parameter.Shape, connections) is { } stray
            ? (FormattableString.Invariant($"0 where filter {stray.Filter} is not connected to channel {stray.Channel}"), stray.Value.ToString(CultureInfo.InvariantCulture))
            : null;

    /// <summary>The tensors by name, as problems are told.</summary>
    private SafetensorsEntry[] InOrder()
    {
        SafetensorsEntry[] tensors = file.Header.Entries.ToArray();
        Array.Sort(tensors, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return tensors;
    }

    private static string Text(SafetensorsEntry tensor) => $"{DTypes.Name(tensor.DType)} {ShapeText.Of(tensor.Shape)}";

    private void Add(SafetensorsEntry tensor, string parameter)
    {
        if (!parameters.TryGet(parameter, out _))
        {
            string under = parameter == tensor.Name ? "" : $" (renamed \"{parameter}\")";
            _problems.Add($"unexpected tensor \"{tensor.Name}\"{under}: {Text(tensor)}");
        }
        else if (!_byPath.TryAdd(parameter, tensor))
        {
            _problems.Add($"tensors \"{_byPath[parameter].Name}\" and \"{tensor.Name}\" are both for \"{parameter}\"");
        }
    }

    /// <summary>Notes a name that the file lacks.</summary>
    private void AddAbsent(string name, string parameter)
    {
        if (string.IsNullOrEmpty(parameter))
        {
            _problems.Add($"missing tensor \"{name}\", which was to be left out");
        }
        else if (!parameters.TryGet(parameter, out _))
        {
            _problems.Add($"missing tensor \"{name}\" for \"{parameter}\", which the model does not have either");
        }
        else if ((_byPath.GetValueOrDefault(parameter)?.Name ?? _absent.GetValueOrDefault(parameter)) is { } other)
        {
            _problems.Add($"tensors \"{other}\" and \"{name}\" are both for \"{parameter}\", and the file lacks \"{name}\"");
        }
        else
        {
            _absent.Add(parameter, name);
        }
    }

    private void Check(Parameter parameter)
    {
        if (!_byPath.TryGetValue(parameter.Path, out SafetensorsEntry? tensor))
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

        if (!Equal(tensor.Shape, parameter.Shape))
        {
            _problems.Add($"tensor \"{tensor.Name}\"{renamed}: expected shape {ShapeText.Of(parameter.Shape)}, actual {ShapeText.Of(tensor.Shape)}");
        }
        else if (tensor.DType == DType.F32 && parameter.Connections is not null)
        {
            float[] values = new float[parameter.Length];
            file.Read(tensor, values);
            if (FindStray(parameter, values) is { } stray)
            {
                _problems.Add($"tensor \"{tensor.Name}\"{renamed}: expected {stray.Expected}, actual {stray.Actual}");
            }
        }
    }
}
