using System.CommandLine;
using NetGen.Bench.Measuring;

namespace NetGen.Bench.Modes;

/// <summary>The multiply-add peak of this process, by vector width and number of threads.</summary>
internal sealed class PeakMode : IMode
{
    public Command Command
    {
        get
        {
            Command command = new("peak", "The multiply-add peak of this process, on one thread and on two.");
            command.SetAction(_ => Run());
            return command;
        }
    }

    private static int Run()
    {
        Console.WriteLine("form,threads,GFLOP/s");
        foreach ((string form, int bits) in new[] { ("avx512", 512), ("avx2", 256) })
        {
            foreach (int threads in new[] { 1, 2 })
            {
                Console.WriteLine(FmaPeak.Measure(bits, threads) is double peak
                    ? $"{form},{threads},{peak:F1}"
                    : $"{form},{threads},not available");
            }
        }

        return 0;
    }
}
