namespace NetGen;

/// <summary>A weight file is damaged, or does not fit the model it was read for.</summary>
/// <remarks>It derives from <see cref="IOException"/> (the framework's <see cref="InvalidDataException"/> is sealed), so that one
/// <c>catch</c> covers a file that is absent and a file that is wrong.</remarks>
public sealed class WeightFileException : IOException
{
    /// <summary>One thing is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong, with the expected and the actual.</param>
    /// <param name="inner">What it came from, where there is something.</param>
    public WeightFileException(string path, string problem, Exception? inner = null)
        : base($"{path}: {problem}", inner)
    {
        Path = path;
        Problems = [problem];
    }

    /// <summary>Several things are wrong, told at once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">A line each.</param>
    public WeightFileException(string path, IReadOnlyList<string> problems)
        : base($"{path}: {string.Join("\n  ", problems.Count == 1 ? problems : problems.Prepend($"{problems.Count} problems"))}")
    {
        Path = path;
        Problems = problems;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is wrong, an entry each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
