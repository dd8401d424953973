using System.Globalization;

namespace NetGen.Bench.Peers;

/// <summary>What is measured: a training step or a prediction, of one network, at one batch size.</summary>
internal readonly record struct Job(string Network, string What, int Batch, int Threads);

/// <summary>One median, by NetGen or a peer.</summary>
internal sealed record Measurement(string By, Job Job, double Milliseconds)
{
    /// <summary>Reads the line form that the peers' programs share; <see langword="null"/> for any other line.</summary>
    public static Measurement? Parse(string line)
    {
        string[] fields = line.Trim().Split(',');
        return fields.Length == 6
            && int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out int batch)
            && int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out int threads)
            && double.TryParse(fields[5], NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds)
            ? new Measurement(fields[0], new Job(fields[1], fields[2], batch, threads), milliseconds)
            : null;
    }
}
