using NetGen.Bench.Comparing;

namespace NetGen.Bench.Peers;

/// <summary>One of those compared: NetGen itself or another engine that runs the same networks.</summary>
internal interface ISide
{
    /// <summary>The name in columns and measurements, without a version.</summary>
    string Name { get; }

    /// <summary>Whether it can do a job that is asked of its name.</summary>
    bool Takes(Job job);

    /// <summary>Makes ready what the jobs need.</summary>
    /// <exception cref="PeerException">It cannot run here.</exception>
    void Prepare(IReadOnlyList<Job> jobs);

    /// <summary>Measures jobs of one network, in processes of their own.</summary>
    /// <exception cref="PeerException">A process failed.</exception>
    IEnumerable<Measurement> Measure(IReadOnlyList<Job> jobs);
}
