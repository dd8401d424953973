namespace NetGen.Bench.Peers;

/// <summary>Another engine that runs the same networks.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>Which of <c>train</c> and <c>infer</c> it can do.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Makes ready what a measurement needs.</summary>
    /// <exception cref="PeerException">It cannot run here.</exception>
    void Prepare(IReadOnlyList<string> networks);

    /// <summary>Measures everything it can of one network, in a process of its own.</summary>
    /// <exception cref="PeerException">The process failed.</exception>
    IReadOnlyList<Measurement> Measure(string network, int threads);
}
