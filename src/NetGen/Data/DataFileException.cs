namespace NetGen;

/// <summary>A file of training data is damaged, or does not fit its companions.</summary>
public sealed class DataFileException : IOException
{
    /// <summary>Something is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong, with the expected and the actual.</param>
    /// <param name="inner">What it came from, where there is something.</param>
    public DataFileException(string path, string problem, Exception? inner = null)
        : base($"{path}: {problem}", inner)
    {
        Path = path;
    }

    internal DataFileException(string path, FormattableString problem, Exception? inner = null)
        : this(path, FormattableString.Invariant(problem), inner)
    {
    }

    /// <summary>The file.</summary>
    public string Path { get; }
}
