using NetGen.Generators.Text;
using Shouldly;

namespace NetGen.Generators.Tests.Text;

/// <summary>Names of files that the compiler would compare without regard to case never meet, and stay short enough for any file system.</summary>
public sealed class HintNamesTests
{
    [Fact]
    public void AModel_IsNamedAsItsClass()
    {
        HintNames.OfModel("Shop.Digits", meets: false).ShouldBe("Shop.Digits.g.cs");
        HintNames.OfSize("Shop.Digits", "28x28", meets: false).ShouldBe("Shop.Digits-28x28.g.cs");
        HintNames.OfKernel("Conv3x3").ShouldBe("NetGen.Generated.Kernels-Conv3x3.g.cs");
    }

    [Fact]
    public void NamesThatDifferInCase_DoNotMeet() =>
        new[] { "Net", "NET", "net", "nEt" }.Select(n => HintNames.OfModel(n, meets: true)).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(4);

    [Fact]
    public void LongNames_AreCutWithAHash()
    {
        string start = new('a', 300);

        string[] names = [.. Enumerable.Range(0, 5000).SelectMany(i => new[] { HintNames.OfModel(start + i, meets: false), HintNames.OfKernel(start + i), HintNames.OfErrors(start + i) })];

        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(15_000);
        names.ShouldAllBe(n => n.Length <= 125);
    }

    [Fact]
    public void Kinds_DoNotMeet()
    {
        string[] names =
        [
            HintNames.OfModel("NetGen.Generated.Kernels", meets: false), HintNames.OfKernel(""), HintNames.OfKernel("g"), HintNames.OfErrors("NetGen.Generated.Kernels"),
            HintNames.OfErrors("Net"), HintNames.OfErrors("Net, attributes"), HintNames.OfErrors("NET"), HintNames.OfErrors("A<T>"), HintNames.OfErrors("A[T]"), HintNames.OfModel("Net", meets: false), HintNames.OfModel("Net", meets: true),
            HintNames.OfSize("Net", "8x8", meets: false), HintNames.OfSize("Net", "8x8", meets: true), HintNames.OfSize("NET", "8x8", meets: true), HintNames.OfModel("Net.Size8x8", meets: false),
        ];

        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(names.Length);
    }

    [Fact]
    public void Names_AreTheSameInEveryProcess() => HintNames.OfModel("Net", meets: true).ShouldBe("Net-3741f219c32abe78.g.cs");
}
