using NetGen.Generators.Graph;
using NetGen.Generators.Tests.Snapshots;
using NetGen.Generators.Tests.Support;
using Shouldly;
using Xunit;

namespace NetGen.Generators.Tests.Graph;

/// <summary>What generated code calls layers.</summary>
public class LabelTests
{
    [Theory]
    [InlineData("BottleneckBlock", "BB")]
    [InlineData("InceptionV3", "IV3")]
    [InlineData("stem", "Stem")]
    [InlineData("stem2", "Stem2")]
    public void Initials_AreCapitalsAndDigits_OrTheKind(string kind, string initials) => Labels.Initials(kind).ShouldBe(initials);

    [Theory]
    [InlineData("stem", "Stem")]
    [InlineData("_a", "_a")]
    [InlineData("foo<int>", "Foo_int_")]
    [InlineData("", "")]
    public void Names_BeginWithACapital_AndHaveWhatAConstantMay(string name, string label) => Labels.OfName(name).ShouldBe(label);

    [Theory]
    [InlineData("Conv", "12", "Conv12")]
    [InlineData("IV3", "1", "IV3_1")]
    public void Numbers_DoNotRunTogether(string kind, string ordinal, string label) => Labels.Numbered(kind, ordinal).ShouldBe(label);

    [Fact]
    public void OfTwoKindsWithTheSameInitials_TheSecondIsWrittenOut()
    {
        string model = Generation.Files(Sources.Net("[Input(16, 8, 8)] [BasicBlock(16)] [BottleneckBlock(4)] [BasicBlock(16, Name = \"last\")] [GlobalAvgPool] [Dense(3)]"))
            .Single(f => !f.Key.Contains(".Kernels-", StringComparison.Ordinal) && !f.Key.Contains(".Tiles-", StringComparison.Ordinal)).Value;

        model.ShouldContain(" BB1_Conv1 = ");
        model.ShouldContain(" BottleneckBlock1_Conv1 = ");
        model.ShouldContain(" Last_Conv1 = ");
    }
}
