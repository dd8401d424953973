using NetGen.Golden;
using Shouldly;

namespace NetGen.Generators.Tests.Golden;

/// <summary>What PyTorch computed, in this process with the widest instruction set it has, and in processes with narrower ones.</summary>
public sealed class GoldenTests
{
    static GoldenTests() => GoldenProgram.ShareCompiled();

    public static TheoryData<string> Cases => [.. GoldenFolder.KnownCases()];

    public static TheoryData<string> OwnCases => [.. GoldenFolder.OwnCases()];

    [GoldenTheory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Case_AgreesWithPyTorch(string name) => Agrees(GoldenFolder.Path!, name);

    [Theory]
    [MemberData(nameof(OwnCases))]
    public void OwnCase_AgreesWithPyTorch(string name) => Agrees(GoldenFolder.Own, name);

    [Theory]
    [InlineData("avx2")]
    [InlineData("portable")]
    public void NarrowerSet_AgreesInOwnCases(string isa)
    {
        (int exitCode, string[] lines) = GoldenProgram.Run(GoldenFolder.Own, "--isa", isa);

        lines.Where(l => l.StartsWith("FAIL", StringComparison.Ordinal)).ShouldBeEmpty();
        lines[0].ShouldBe($"instruction set: {isa}");
        lines[^1].ShouldBe($"{GoldenFolder.OwnCases().Count()} passed, 0 failed");
        exitCode.ShouldBe(0);
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

    private static void Agrees(string folder, string name)
    {
        GoldenResult result = GoldenRun.Run(Path.Combine(folder, name + ".safetensors"));

        result.Failure.ShouldBeNull();
        result.Errors.ShouldNotBeEmpty();
        result.Errors.ShouldAllBe(e => e.Value <= GoldenRun.Tolerance);
    }
}
