namespace NetGen;

/// <summary>Which tensors of a file fit parameters by name, type and shape, and what does not.</summary>
internal sealed class PartialMatch
{
    /// <summary>How many names a message has of each side.</summary>
    private const int NamesTold = 5;

    private readonly ParameterSet _parameters;
    private readonly SafetensorsReader _file;
    private readonly string _path;
    private readonly Dictionary<string, SafetensorsEntry> _byPath = new(StringComparer.Ordinal);
    private readonly List<UnexpectedTensor> _unexpected = [];
    private readonly List<string> _leftOut = [];

    /// <summary>Gives each tensor its path.</summary>
    /// <param name="parameters">What is to be filled.</param>
    /// <param name="file">The tensors.</param>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="rename">The path that a tensor is for; null leaves it out.</param>
    /// <exception cref="WeightFileException">Several tensors are for one parameter.</exception>
    public PartialMatch(ParameterSet parameters, SafetensorsReader file, string path, Func<string, string?> rename)
    {
        _parameters = parameters;
        _file = file;
        _path = path;
        List<string> problems = [];
        foreach (SafetensorsEntry tensor in file.Header.Entries.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            if (rename(tensor.Name) is not { } parameter)
            {
                _leftOut.Add(tensor.Name);
            }
            else if (!parameters.TryGet(parameter, out _))
            {
                _unexpected.Add(new UnexpectedTensor(tensor.Name, parameter, tensor.DType, tensor.Shape));
            }
            else if (!_byPath.TryAdd(parameter, tensor))
            {
                problems.Add($"tensors \"{_byPath[parameter].Name}\" and \"{tensor.Name}\" are both for \"{parameter}\"");
            }
        }

        if (problems.Count > 0)
        {
            throw new WeightFileException(path, problems);
        }
    }

    /// <summary>Compares, and reads what fits; nothing is changed yet.</summary>
    /// <returns>What was found, and the values of the loaded parameters in their order.</returns>
    /// <exception cref="WeightFileException">Nothing fits, or the file became shorter since it was opened.</exception>
    public (LoadResult Result, List<float[]> Values) Read()
    {
        List<string> loaded = [];
        List<float[]> values = [];
        List<string> missing = [];
        List<WeightDifference> different = [];
        foreach (Parameter parameter in _parameters)
        {
            if (!_byPath.TryGetValue(parameter.Path, out SafetensorsEntry? tensor))
            {
                missing.Add(parameter.Path);
            }
            else if (!Differs(parameter, tensor, different))
            {
                float[] read = GC.AllocateUninitializedArray<float>(parameter.Length);
                _file.Read(tensor, read);
                if (WeightMatch.FindStray(parameter, read) is { } stray)
                {
                    different.Add(new WeightDifference(parameter.Path, tensor.Name, WeightDifferenceKind.Connections, stray.Expected, stray.Actual));
                }
                else
                {
                    loaded.Add(parameter.Path);
                    values.Add(read);
                }
            }
        }

        LoadResult result = new()
        {
            File = _path,
            Loaded = loaded,
            Missing = missing,
            Different = different,
            Unexpected = _unexpected,
            LeftOut = _leftOut,
        };
        return loaded.Count > 0 ? (result, values) : throw new WeightFileException(_path, [NothingFits(), .. different.Select(d => d.ToString())]);
    }

    private static bool Differs(Parameter parameter, SafetensorsEntry tensor, List<WeightDifference> different)
    {
        int before = different.Count;
        if (tensor.DType != DType.F32)
        {
            different.Add(new WeightDifference(parameter.Path, tensor.Name, WeightDifferenceKind.Type, DTypes.Name(DType.F32), DTypes.Name(tensor.DType)));
        }

        if (!WeightMatch.Equal(tensor.Shape, parameter.Shape))
        {
            different.Add(new WeightDifference(parameter.Path, tensor.Name, WeightDifferenceKind.Shape, ShapeText.Of(parameter.Shape), ShapeText.Of(tensor.Shape)));
        }

        return different.Count > before;
    }

    /// <summary>A file of which nothing fits is another network's, or has other names.</summary>
    private string NothingFits()
    {
        string[] names = [.. _file.Header.Entries.Select(t => t.Name).Order(StringComparer.Ordinal)];
        string renamed = _unexpected.Where(u => u.Name != u.Path).Select(u => $", of which the first is renamed \"{u.Path}\"").FirstOrDefault("");
        string left = _leftOut.Count == 0 ? "" : FormattableString.Invariant($" ({_leftOut.Count} left out)");
        return $"no tensor fits a parameter by name, type and shape. The file has {Names(names)}{left}{renamed}; the model has {Names([.. _parameters.Select(p => p.Path)])}";
    }

    private static string Names(string[] names) => names.Length switch
    {
        0 => "none",
        <= NamesTold => string.Join(", ", names.Select(n => $"\"{n}\"")),
        _ => string.Join(", ", names.Take(NamesTold).Select(n => $"\"{n}\"")) + FormattableString.Invariant($" and {names.Length - NamesTold} more"),
    };
}
