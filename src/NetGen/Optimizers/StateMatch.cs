using System.Globalization;

namespace NetGen;

/// <summary>Looks for what a state needs among what was kept, and collects all that does not fit.</summary>
/// <param name="state">What was kept.</param>
/// <param name="path">The file's path, for messages.</param>
internal sealed class StateMatch(NamedState state, string path)
{
    private readonly Dictionary<string, SafetensorsTensor> _left = state.Tensors.ToDictionary(t => t.Name, StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>Needs a text to be what is expected.</summary>
    public void Require(string key, string expected)
    {
        if (Text(key) is var actual && actual != expected)
        {
            _problems.Add($"metadata \"{key}\": expected \"{expected}\", actual {(actual is null ? "none" : $"\"{actual}\"")}");
        }
    }

    /// <summary>Needs a text that is a whole number of a least one or more.</summary>
    public long Count(string key, long least)
    {
        if (long.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count >= least)
        {
            return count;
        }

        Wrong(key, FormattableString.Invariant($"a whole number of {least} or more"));
        return 0;
    }

    /// <summary>Needs a text that is a finite number of 0 or more.</summary>
    public float Number(string key)
    {
        if (float.TryParse(Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && number >= 0 && float.IsFinite(number))
        {
            return number;
        }

        Wrong(key, "a finite number of 0 or more");
        return 0;
    }

    /// <summary>Needs a text that a function can read.</summary>
    public void Parse(string key, string expected, Func<string, bool> read)
    {
        if (Text(key) is not { } text || !read(text))
        {
            Wrong(key, expected);
        }
    }

    /// <summary>Needs a tensor of floats; a wrong one is noted, and what is returned is of no use then.</summary>
    public SafetensorsTensor? Floats(string name, IReadOnlyList<int> shape) => Take(name, DType.F32, shape);

    /// <summary>Needs a tensor of one whole number from 0 to a largest.</summary>
    public long Whole(string name, long largest)
    {
        if (Take(name, DType.I64, []) is not { } tensor)
        {
            return 0;
        }

        long number = tensor.ToInt64s()[0];
        if (number < 0 || number > largest)
        {
            _problems.Add(FormattableString.Invariant($"tensor \"{name}\": expected a number from 0 to {largest}, actual {number}"));
        }

        return number;
    }

    /// <summary>Ends the search.</summary>
    /// <exception cref="WeightFileException">Something was missing or wrong, or tensors are left that nothing asked for.</exception>
    public void End()
    {
        foreach (SafetensorsTensor tensor in _left.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            _problems.Add($"unexpected tensor \"{tensor.Name}\": {DTypes.Name(tensor.DType)} {ShapeText.Of(tensor.Shape)}");
        }

        if (_problems.Count > 0)
        {
            throw new WeightFileException(path, _problems);
        }
    }

    private string? Text(string key) => state.Metadata.TryGetValue(key, out string? text) ? text : null;

    private void Wrong(string key, string expected) =>
        _problems.Add($"metadata \"{key}\": expected {expected}, actual {(Text(key) is { } actual ? $"\"{actual}\"" : "none")}");

    private SafetensorsTensor? Take(string name, DType type, IReadOnlyList<int> shape)
    {
        if (!_left.Remove(name, out SafetensorsTensor? tensor))
        {
            _problems.Add($"missing tensor \"{name}\": expected {DTypes.Name(type)} {ShapeText.Of(shape)}");
            return null;
        }

        int before = _problems.Count;
        if (tensor.DType != type)
        {
            _problems.Add($"tensor \"{name}\": expected type {DTypes.Name(type)}, actual {DTypes.Name(tensor.DType)}");
        }

        if (!tensor.Shape.SequenceEqual(shape))
        {
            _problems.Add($"tensor \"{name}\": expected shape {ShapeText.Of(shape)}, actual {ShapeText.Of(tensor.Shape)}");
        }

        return _problems.Count == before ? tensor : null;
    }
}
