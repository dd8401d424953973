using NetGen.Bench.Comparing;

namespace NetGen.Bench.Peers;

/// <summary>NetGen by this program's mode <c>measure</c>, in a process a run as the peers have.</summary>
internal sealed class NetGenSide(double seconds, ChildProcess children) : ISide
{
    public string Name => "netgen";

    public bool Takes(Job job) => job.What != Kinds.First;

    public void Prepare(IReadOnlyList<Job> jobs)
    {
    }

    public IEnumerable<Measurement> Measure(IReadOnlyList<Job> jobs)
    {
        // A process whose memory counts does nothing else. Otherwise it trains first and predicts then, as the peers' do.
        foreach (IGrouping<(string Network, int Threads, bool Memory), Job> run in jobs.GroupBy(j => (j.Network, j.Threads, j.What == Kinds.Memory)))
        {
            IEnumerable<string> words = run
                .OrderBy(j => j.What == Kinds.Infer).ThenBy(j => j.Batch)
                .Select(j => j.What == Kinds.Infer ? $"{j.What}@{j.Batch}" : j.What);
            foreach (Measurement measurement in Start("measure", run.Key.Network, "--threads", $"{run.Key.Threads}", "--seconds", $"{seconds}", "--what", string.Join(',', words)))
            {
                yield return measurement;
            }
        }
    }

    private IEnumerable<Measurement> Start(params string[] arguments)
    {
        // Started by dotnet, this program is its first argument.
        string program = Environment.ProcessPath!;
        string[] all = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(NetGenSide).Assembly.Location, .. arguments] : arguments;
        return children.Run(program, all, Path.GetTempPath()).Select(Measurement.Parse).OfType<Measurement>();
    }
}
