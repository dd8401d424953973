using System.Globalization;

namespace NetGen.Bench.Comparing;

/// <summary>What is measured, of one network.</summary>
/// <param name="Network">Its name.</param>
/// <param name="What">One of <see cref="Kinds"/>.</param>
/// <param name="Batch">Images.</param>
/// <param name="Threads">Threads.</param>
internal sealed record Job(string Network, string What, int Batch, int Threads);

/// <summary>One figure, by NetGen or a peer.</summary>
/// <param name="By">Whose it is, with a version.</param>
/// <param name="Job">What was measured.</param>
/// <param name="Figure">Milliseconds; for memory megabytes.</param>
internal sealed record Measurement(string By, Job Job, double Figure)
{
    /// <summary>Reads the line form that all programs share; <see langword="null"/> for any other line.</summary>
    public static Measurement? Parse(string line)
    {
        string[] fields = line.Trim().Split(',');
        return fields.Length == 6
            && int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out int batch)
            && int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out int threads)
            && double.TryParse(fields[5], NumberStyles.Float, CultureInfo.InvariantCulture, out double figure)
            ? new Measurement(fields[0], new Job(fields[1], fields[2], batch, threads), figure)
            : null;
    }

    /// <summary>The line that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{By},{Job.Network},{Job.What},{Job.Batch},{Job.Threads},{Figure:F4}";
}
