using NetGen.Generators.Tests.Golden;
using NetGen.Golden;
using NetGen.Golden.Sweeps;
using Shouldly;

namespace NetGen.Generators.Tests.Sweeps;

/// <summary>Kernels against plain loops over channel counts, sizes, windows and groups (<c>tests/NetGen.Golden/Sweeps</c>).</summary>
public sealed class SweepTests
{
    public static TheoryData<string> Groups => [.. Sweep.Groups.Keys];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Group_AgreesWithPlainLoops(string group)
    {
        IReadOnlyList<GoldenResult> results = Sweep.Run(group);

        results.Where(r => !r.Passed).Select(r => r.ToString()).ShouldBeEmpty();
        results.Count.ShouldBeGreaterThan(10);
    }
}

/// <summary>The same in narrower instruction sets, each in a process of its own; the portable form is slow, so a part must do.</summary>
public sealed class NarrowerSweepTests
{
    [Theory]
    [InlineData("avx2", 4)]
    [InlineData("portable", 4)]
    public void NarrowerSet_AgreesWithPlainLoops(string isa, int every)
    {
        (int exitCode, string[] lines) = GoldenProgram.Run("--sweep", "--isa", isa, "--every", $"{every}");

        lines.Where(l => l.StartsWith("FAIL", StringComparison.Ordinal)).ShouldBeEmpty();
        lines[0].ShouldBe($"instruction set: {isa}");
        lines[^1].ShouldEndWith(" passed, 0 failed");
        exitCode.ShouldBe(0);
    }
}
