using NetGen.Bench.Comparing;
using NetGen.Bench.Models;

namespace NetGen.Bench.Peers;

/// <summary>TorchSharp: times by the shared program, memory by this repository's.</summary>
internal sealed class TorchSharp(PeerProgram times, PeerProgram memory, double seconds, ChildProcess children) : ISide
{
    public string Name => "torchsharp";

    /// <summary>Its networks are those of the shared program.</summary>
    public bool Takes(Job job) => job.What != Kinds.First && Network.Named(job.Network).Shared;

    public void Prepare(IReadOnlyList<Job> jobs)
    {
        times.Build();
        if (jobs.Any(j => j.What == Kinds.Memory))
        {
            memory.Build();
        }
    }

    public IEnumerable<Measurement> Measure(IReadOnlyList<Job> jobs)
    {
        foreach (IGrouping<(string Network, int Threads), Job> run in jobs.GroupBy(j => (j.Network, j.Threads)))
        {
            (string network, string threads) = (run.Key.Network, $"{run.Key.Threads}");
            List<string> lines = [];
            if (run.Any(j => j.What is Kinds.Train or Kinds.Infer))
            {
                lines.AddRange(children.Run(times.Executable, ["--peer", Name, "--threads", threads, "--seconds", $"{seconds}", network], Path.GetTempPath()));
            }

            if (run.Any(j => j.What == Kinds.Memory))
            {
                lines.AddRange(children.Run(memory.Executable, [Kinds.Memory, network, threads], Path.GetTempPath()));
            }

            foreach (Measurement measurement in lines.Select(Measurement.Parse).OfType<Measurement>().Where(m => run.Contains(m.Job)))
            {
                yield return measurement;
            }
        }
    }
}
