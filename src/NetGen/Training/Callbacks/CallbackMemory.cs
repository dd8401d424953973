using System.Globalization;

namespace NetGen;

/// <summary>What a <see cref="TrainingCallback"/> remembers from one part of a training to the next: numbers and runs of floats, by name.</summary>
public sealed class CallbackMemory
{
    private readonly SortedDictionary<string, string> _numbers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, float[]> _floats = new(StringComparer.Ordinal);

    /// <summary>Makes an empty one.</summary>
    public CallbackMemory()
    {
    }

    internal IReadOnlyDictionary<string, string> Numbers => _numbers;

    internal IReadOnlyDictionary<string, float[]> Floats => _floats;

    /// <summary>Writes a number, which is read back to the bit.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public void Write(string name, double value) => _numbers[name] = value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Writes floats.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="values">The floats, which are copied.</param>
    public void Write(string name, ReadOnlySpan<float> values) => _floats[name] = values.ToArray();

    /// <summary>Reads a number.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The number.</returns>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public double ReadNumber(string name) => _numbers.TryGetValue(name, out string? text)
        ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
        : throw new KeyNotFoundException($"expected a number \"{name}\", actual {Names(_numbers.Keys)}");

    /// <summary>Reads floats.</summary>
    /// <param name="name">Their name.</param>
    /// <returns>The floats.</returns>
    /// <exception cref="KeyNotFoundException">There are none of that name.</exception>
    public ReadOnlySpan<float> ReadFloats(string name) => _floats.TryGetValue(name, out float[]? values)
        ? values
        : throw new KeyNotFoundException($"expected floats \"{name}\", actual {Names(_floats.Keys)}");

    /// <summary>Whether there are floats of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether there are.</returns>
    public bool HasFloats(string name) => _floats.ContainsKey(name);

    internal void WriteText(string name, string number) => _numbers[name] = number;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"\"{n}\"").DefaultIfEmpty("none"));
}
