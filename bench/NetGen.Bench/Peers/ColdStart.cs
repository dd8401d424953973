using NetGen.Bench.Comparing;

namespace NetGen.Bench.Peers;

/// <summary>NetGen's first predictions, by the program <c>bench/NetGen.Cold</c>, which reads a network's weights and predicts one image.</summary>
/// <param name="asked">A built or published form of it; null for one that is built here.</param>
/// <param name="scratch">Where the files of weights are written.</param>
/// <param name="children">Runs programs.</param>
internal sealed class ColdStart(string? asked, string scratch, ChildProcess children) : ISide
{
    private const string Project = "NetGen.Cold";

    private string _program = "";

    public string Name => "netgen";

    public bool Takes(Job job) => job.What == Kinds.First;

    /// <summary>Builds the program and has it write the weights.</summary>
    public void Prepare(IReadOnlyList<Job> jobs)
    {
        _program = asked is null ? Build() : Path.GetFullPath(asked);
        Directory.CreateDirectory(scratch);
        foreach (string network in jobs.Select(j => j.Network).Distinct())
        {
            children.Run(_program, [network, WeightsOf(network), "--save"], scratch);
        }
    }

    public IEnumerable<Measurement> Measure(IReadOnlyList<Job> jobs) =>
        jobs.Select(job => new Measurement(Name, job, children.MillisecondsToFirstLine(_program, [job.Network, WeightsOf(job.Network)], scratch)));

    private string Build()
    {
        string folder = Path.Combine(PeerFolder.FindOwn() ?? "", "..", Project);
        if (!Directory.Exists(folder))
        {
            throw new PeerException($"there is no bench/{Project} beside bench/peers, which first predictions are measured by");
        }

        Console.Error.WriteLine($"building {Project}");
        children.Run("dotnet", ["build", "-c", "Release", "-v", "quiet", "--nologo", "-clp:NoSummary"], folder);
        return Path.GetFullPath(Path.Combine(folder, "bin", "Release", "net10.0", Project));
    }

    private string WeightsOf(string network) => Path.Combine(scratch, network + ".safetensors");
}
