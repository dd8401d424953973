namespace NetGen;

/// <summary>The values of all parameters and buffers at one time.</summary>
internal sealed class ParameterCopy
{
    private float[] _values = [];

    /// <summary>Whether something was copied.</summary>
    public bool IsEmpty => _values.Length == 0;

    /// <summary>The values, in the order of the parameters.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Forgets them.</summary>
    public void Clear() => _values = [];

    /// <summary>Copies the values as they are.</summary>
    public void Take(ParameterSet parameters)
    {
        int length = parameters.ValueCount;
        if (_values.Length != length)
        {
            _values = new float[length];
        }

        parameters.CopyTo(_values);
    }

    /// <summary>Takes values that <see cref="Values"/> gave.</summary>
    public void Take(ReadOnlySpan<float> values) => _values = values.ToArray();

    /// <summary>Puts the values back.</summary>
    /// <exception cref="ArgumentException">They are another network's.</exception>
    public void PutBack(ParameterSet parameters)
    {
        int length = parameters.ValueCount;
        if (_values.Length != length)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected the values of {length} numbers, actual {_values.Length}"), nameof(parameters));
        }

        parameters.CopyFrom(_values);
    }
}
