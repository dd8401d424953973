namespace NetGen;

/// <summary>The processes of a <see cref="World"/> do not train the same thing: another network, other data, settings, a seed or a version. All of them are told, and none has changed.</summary>
public sealed class WorldMismatchException : Exception
{
    /// <summary>Lists the differences.</summary>
    /// <param name="differences">What differs, on which rank, and what it is there and on rank 0.</param>
    public WorldMismatchException(IReadOnlyList<string> differences)
        : base($"The processes do not train the same: {string.Join("; ", differences)}.") => Differences = differences;

    /// <summary>What differs, on which rank, and what it is there and on rank 0.</summary>
    public IReadOnlyList<string> Differences { get; }
}
