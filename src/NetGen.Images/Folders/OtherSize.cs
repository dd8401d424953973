namespace NetGen.Images;

/// <summary>Tells a good picture of another size from a bad file; both are a <see cref="DataFileException"/>.</summary>
internal static class OtherSize
{
    /// <summary>The error of such a picture.</summary>
    public static DataFileException Of(string path, string problem) => new(path, problem) { Data = { [nameof(OtherSize)] = true } };

    /// <summary>Whether an error is one of those.</summary>
    public static bool Is(DataFileException problem) => problem.Data.Contains(nameof(OtherSize));
}
