using NetGen.Golden;
using Shouldly;

namespace NetGen.Generators.Tests.Golden;

/// <summary>What PyTorch computed, in this process with the widest instruction set it has, and in processes with narrower ones.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Cases => [.. GoldenFolder.KnownCases()];

    [GoldenTheory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Case_AgreesWithPyTorch(string name)
    {
        GoldenResult result = GoldenRun.Run(Path.Combine(GoldenFolder.Path!, name + ".safetensors"));

        result.Failure.ShouldBeNull();
        result.Errors.ShouldNotBeEmpty();
        result.Errors.ShouldAllBe(e => e.Value <= GoldenRun.Tolerance);
    }

    [GoldenTheory]
    [InlineData("avx2")]
    [InlineData("portable")]
    public void NarrowerSet_AgreesWithPyTorch(string isa)
    {
        int known = GoldenFolder.KnownCases().Count();

        (int exitCode, string[] lines) = GoldenProgram.Run(GoldenFolder.Path!, "--known", "--isa", isa);

        lines.Where(l => l.StartsWith("FAIL", StringComparison.Ordinal)).ShouldBeEmpty();
        lines[0].ShouldBe($"instruction set: {isa}");
        lines[^1].ShouldBe($"{known} passed, 0 failed");
        exitCode.ShouldBe(0);
    }
}
