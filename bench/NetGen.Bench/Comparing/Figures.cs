using NetGen.Bench.Measuring;

namespace NetGen.Bench.Comparing;

/// <summary>What has been measured so far: a median over the turns of each.</summary>
internal sealed class Figures
{
    private readonly Dictionary<(string By, Job Job), List<double>> _figures = [];
    private readonly SortedDictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>The names with versions of the programs that gave figures.</summary>
    public IEnumerable<string> Versions => _versions.Values;

    public void Add(Measurement measurement)
    {
        // A peer's name ends in its version, where its program tells that.
        string[] name = measurement.By.Split('-', 2);
        string by = name[0];
        if (name.Length == 2)
        {
            _versions[by] = $"{by} {name[1]}";
        }

        if (!_figures.TryGetValue((by, measurement.Job), out List<double>? figures))
        {
            _figures.Add((by, measurement.Job), figures = []);
        }

        figures.Add(measurement.Figure);
    }

    /// <summary>The median, or null where there is no figure.</summary>
    public double? Of(string by, Job job) => _figures.TryGetValue((by, job), out List<double>? figures) ? Clock.Median(figures) : null;
}
