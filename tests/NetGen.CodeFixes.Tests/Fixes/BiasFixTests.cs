using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;

namespace NetGen.CodeFixes.Tests.Fixes;

/// <summary>A bias before a batch norm goes.</summary>
public sealed class BiasFixTests
{
    [Theory]
    [InlineData("[Conv(8, 3)]", "[Conv(8, 3, Bias = false)]")]
    [InlineData("[Conv(8, 3, Bias = true, Pad = 1)] // x", "[Conv(8, 3, Bias = false, Pad = 1)] // x")]
    [InlineData("[Conv(\n    8,\n    3)]", "[Conv(\n    8,\n    3,\n    Bias = false)]")]
    [InlineData("[Conv(8, 3 /* taps */), BatchNorm, Conv(4, 1)]", "[Conv(8, 3, Bias = false /* taps */), BatchNorm, Conv(4, 1, Bias = false)]")]
    public Task ABias_IsLeftOut(string conv, string mended) => Mending.FixesAll(
        new BiasFix(),
        "NG0064",
        $"[Input(3, 8, 8)]\n{conv}\n[BatchNorm]\npublic sealed partial class Net;",
        $"[Input(3, 8, 8)]\n{mended}\n[BatchNorm]\npublic sealed partial class Net;");
}
