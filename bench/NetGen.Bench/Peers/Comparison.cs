using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Peers;

/// <summary>Takes turns between NetGen and one peer: a machine whose clock drifts then treats both alike.</summary>
internal sealed class Comparison(double seconds, int rounds)
{
    /// <summary>Medians over the rounds, in milliseconds.</summary>
    public sealed record Row(string Peer, Job Job, double NetGen, double PeerTime);

    public IReadOnlyList<Row> Run(Network network, IPeer peer, int threads)
    {
        List<Measurement> ours = [];
        List<Measurement> theirs = [];
        for (int round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine($"{network.Name}, {threads} threads, beside {peer.Name}: round {round} of {rounds}");
            ours.AddRange(MeasureNetGen(network, peer.Kinds, threads));
            try
            {
                theirs.AddRange(peer.Measure(network.Name, threads));
            }
            catch (PeerException problem)
            {
                Console.Error.WriteLine($"{peer.Name} is left out: {problem.Message}");
                return [];
            }
        }

        return
        [
            .. from own in ours.GroupBy(m => m.Job)
               join other in theirs.GroupBy(m => m.Job) on own.Key equals other.Key
               select new Row(other.First().By, own.Key, MedianOf(own), MedianOf(other)),
        ];
    }

    private IEnumerable<Measurement> MeasureNetGen(Network network, IReadOnlyList<string> kinds, int threads)
    {
        using Workload work = new(network, threads);
        if (kinds.Contains("train"))
        {
            yield return Measure("train", network.Batch, work.Step);
        }

        foreach (int batch in new[] { 1, network.Batch })
        {
            yield return Measure("infer", batch, () => work.Predict(batch));
        }

        Measurement Measure(string what, int batch, Action action) =>
            new("netgen", new Job(network.Name, what, batch, threads), Clock.MedianMilliseconds(action, seconds));
    }

    private static double MedianOf(IEnumerable<Measurement> measurements) => Clock.Median(measurements.Select(m => m.Milliseconds));
}
