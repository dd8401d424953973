using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>What of a file came into a model that takes what fits, and all that did not: of <see cref="Model.LoadMatching(string)"/>.</summary>
public sealed record LoadResult
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The paths of the parameters and buffers that now have the file's values; in the model's order.</summary>
    public required IReadOnlyList<string> Loaded { get; init; }

    /// <summary>The paths of those that the file has no tensor for: PyTorch's <c>missing_keys</c>. They stayed as they were.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The tensors that differ from the parameters of their names, which stayed as they were. One that differs in two things is there twice.</summary>
    public required IReadOnlyList<WeightDifference> Different { get; init; }

    /// <summary>The tensors that are for no parameter: PyTorch's <c>unexpected_keys</c>; by name.</summary>
    public required IReadOnlyList<UnexpectedTensor> Unexpected { get; init; }

    /// <summary>The names of the tensors that were to be left out; by name.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Whether every parameter and buffer has the file's values and no tensor was left that is for none.</summary>
    public bool IsComplete => Missing.Count == 0 && Different.Count == 0 && Unexpected.Count == 0;

    /// <summary>The number of the model's parameters and buffers.</summary>
    private int Total => Loaded.Count + Missing.Count + Different.Select(d => d.Path).Distinct(StringComparer.Ordinal).Count();

    /// <summary>All of it as text.</summary>
    /// <returns>A line with the counts, and one for everything that did not match.</returns>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{File}: {Loaded.Count} of {Total} parameters and buffers loaded");
        if (LeftOut.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {LeftOut.Count} tensors left out");
        }

        foreach (string line in Lines())
        {
            text.Append("\n  ").Append(line);
        }

        return text.ToString();
    }

    private IEnumerable<string> Lines() =>
    [
        .. Missing.Select(path => $"missing tensor \"{path}\""),
        .. Different.Select(d => d.ToString()),
        .. Unexpected.Select(u => u.ToString()),
    ];
}
