using NetGen.Bench.Comparing;

namespace NetGen.Bench.Peers;

/// <summary>NetGen: this program by its mode <c>measure</c>, in a process a run as the peers have; first predictions by a program that holds little else.</summary>
internal sealed class NetGenSide(ColdProgram cold, double seconds, ChildProcess children) : ISide
{
    public string Name => "netgen";

    public void Prepare(IReadOnlyList<Job> jobs)
    {
        if (jobs.Any(j => j.What == Kinds.First))
        {
            cold.Prepare(jobs.Where(j => j.What == Kinds.First).Select(j => j.Network).Distinct());
        }
    }

    public IEnumerable<Measurement> Measure(IReadOnlyList<Job> jobs)
    {
        // A process whose memory counts does nothing else.
        foreach (IGrouping<(string Network, int Threads, string Process), Job> run in jobs.GroupBy(j => (j.Network, j.Threads, j.What is Kinds.Train or Kinds.Infer ? "" : j.What)))
        {
            if (run.Key.Process == Kinds.First)
            {
                yield return new Measurement(Name, run.First(), cold.Milliseconds(run.Key.Network));
                continue;
            }

            // The peers train first and predict then.
            string what = string.Join(',', run.OrderBy(j => j.What == Kinds.Infer).ThenBy(j => j.Batch).Select(j => j.What == Kinds.Infer ? $"{j.What}@{j.Batch}" : j.What));
            foreach (Measurement measurement in MeasureHere(run.Key.Network, run.Key.Threads, what))
            {
                yield return measurement;
            }
        }
    }

    private IEnumerable<Measurement> MeasureHere(string network, int threads, string what)
    {
        string[] arguments = ["measure", network, "--threads", $"{threads}", "--seconds", $"{seconds}", "--what", what];

        // Started by dotnet, this program is its first argument.
        string program = Environment.ProcessPath!;
        string[] all = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(NetGenSide).Assembly.Location, .. arguments] : arguments;
        return children.Run(program, all, Path.GetTempPath()).Select(Measurement.Parse).OfType<Measurement>();
    }
}
