using System.Diagnostics;
using NetGen.Bench.Models;
using NetGen.Bench.Peers;

namespace NetGen.Bench.Comparing;

/// <summary>Measures what the tables need, network by network, and each network in turns of all sides: a machine whose clock drifts then treats all alike.</summary>
internal sealed class Comparison(IReadOnlyList<ISide> sides, IReadOnlyList<Group> groups, int rounds)
{
    private readonly List<ISide> _sides = [.. sides];

    public Figures Figures { get; } = new();

    /// <summary>Leaves out who cannot run here, and says why.</summary>
    public void Prepare() => _sides.RemoveAll(side =>
    {
        IReadOnlyList<Job> jobs = [.. Network.All.SelectMany(network => JobsOf(side, network))];
        return jobs.Count == 0 || !Succeeds(side, () => side.Prepare(jobs));
    });

    /// <summary>Measures; what is there when it is cancelled stays in <see cref="Figures"/>.</summary>
    public void Run()
    {
        foreach (Network network in Network.All)
        {
            for (int round = 1; round <= rounds; round++)
            {
                _sides.RemoveAll(side => !Succeeds(side, () => Measure(side, network, round)));
            }
        }
    }

    private void Measure(ISide side, Network network, int round)
    {
        IReadOnlyList<Job> jobs = JobsOf(side, network);
        if (jobs.Count == 0)
        {
            return;
        }

        Console.Error.Write($"{network.Name}, turn {round} of {rounds}, {side.Name}: ");
        long began = Stopwatch.GetTimestamp();
        foreach (Measurement measurement in side.Measure(jobs))
        {
            Figures.Add(measurement);
            Console.Error.Write($"{measurement.Job.What} {measurement.Job.Batch} {measurement.Figure:F2}, ");
        }

        Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
    }

    private IReadOnlyList<Job> JobsOf(ISide side, Network network) =>
    [
        .. (from table in groups
            from column in table.Others.Prepend(table.Own)
            where column.By == side.Name
            from goal in table.Goals
            where goal.Network == network.Name
            select table.JobOf(column, goal)).Distinct().Where(side.Takes),
    ];

    private static bool Succeeds(ISide side, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (PeerException problem)
        {
            Console.Error.WriteLine($"{side.Name} is left out: {problem.Message}");
            return false;
        }
    }
}
