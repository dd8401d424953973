using NetGen.Bench.Comparing;
using NetGen.Bench.Models;

namespace NetGen.Bench.Peers;

/// <summary>ONNX Runtime: predictions by the shared program; first ones, and those of networks that it does not have, by this repository's.</summary>
internal sealed class OnnxRuntime(PeerProgram shared, PeerProgram own, OnnxModels models, double seconds, ChildProcess children) : ISide
{
    public string Name => "onnxruntime";

    public bool Takes(Job job) => job.What is Kinds.Infer or Kinds.First;

    public void Prepare(IReadOnlyList<Job> jobs)
    {
        shared.Build();
        own.Build();
        models.ExportMissing(jobs.Select(j => j.Network).Distinct().Select(Network.Named));
    }

    public IEnumerable<Measurement> Measure(IReadOnlyList<Job> jobs)
    {
        foreach (IGrouping<(string Network, string What, int Threads), Job> run in jobs.GroupBy(j => (j.Network, j.What, j.Threads)))
        {
            (string network, string threads) = (run.Key.Network, $"{run.Key.Threads}");
            if (run.Key.What == Kinds.First)
            {
                yield return new Measurement(Name, run.First(), children.MillisecondsToFirstLine(own.Executable, [Kinds.First, models.FileOf(network), threads], Path.GetTempPath()));
            }
            else
            {
                string[] lines = Network.Named(network).Shared
                    ? children.Run(shared.Executable, ["--peer", Name, "--threads", threads, "--seconds", $"{seconds}", "--models", models.Folder, network], Path.GetTempPath())
                    : children.Run(own.Executable, [Kinds.Infer, models.FileOf(network), threads, $"{seconds}", .. run.Select(j => $"{j.Batch}")], Path.GetTempPath());
                foreach (Measurement measurement in lines.Select(Measurement.Parse).OfType<Measurement>().Where(m => run.Contains(m.Job)))
                {
                    yield return measurement;
                }
            }
        }
    }
}
