using System.CommandLine;
using BenchmarkDotNet.Running;

namespace NetGen.Bench.Modes;

/// <summary>BenchmarkDotNet's own command line over the benchmark classes.</summary>
internal sealed class BenchmarksMode : IMode
{
    public Command Command
    {
        get
        {
            Command command = new("benchmarks", "The BenchmarkDotNet classes; takes its options, such as --filter '*'.")
            {
                TreatUnmatchedTokensAsErrors = false,
            };
            command.SetAction(arguments =>
            {
                BenchmarkSwitcher.FromAssembly(typeof(BenchmarksMode).Assembly).Run([.. arguments.UnmatchedTokens]);
                return 0;
            });
            return command;
        }
    }
}
