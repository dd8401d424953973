using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;

namespace NetGen.CodeFixes.Tests.Fixes;

/// <summary>A model and all around it become partial.</summary>
public sealed class PartialFixTests
{
    private const string Layers = "[Input(4)] [Dense(2)]";

    [Fact]
    public Task AModel_BecomesPartial() => Mending.Offers(
        new PartialFix(), "NG0001", $"{Layers}\npublic sealed class Net; // mine", ("Make Net partial", $"{Layers}\npublic sealed partial class Net; // mine"));

    [Fact]
    public Task TypesAroundAModel_BecomePartialWithIt() => Mending.Offers(
        new PartialFix(),
        "NG0001",
        "public static class Nets { public readonly record struct Inner { " + Layers + " internal class Net; } }",
        ("Make Nets and Inner and Net partial", "public static partial class Nets { public readonly partial record struct Inner { " + Layers + " internal partial class Net; } }"));

    [Fact]
    public Task TypesAroundAPartialModel_BecomePartial() => Mending.Offers(
        new PartialFix(),
        "NG0003",
        "class Nets { " + Layers + " internal partial class Net; }",
        ("Make Nets partial", "partial class Nets { " + Layers + " internal partial class Net; }"));

    [Fact]
    public Task AllModelsOfAFile_BecomePartial() => Mending.FixesAll(
        new PartialFix(),
        "NG0001",
        $"class Nets {{ {Layers} internal class A; {Layers} internal class B; }}\n{Layers} class C;",
        $"partial class Nets {{ {Layers} internal partial class A; {Layers} internal partial class B; }}\n{Layers} partial class C;");
}
