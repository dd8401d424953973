using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Blocks;

/// <summary>Blocks of a user's own, in source.</summary>
public class BlockTests
{
    [Fact]
    public void Block_TakesArgumentsAndDefaults() =>
        BlockSources.Layers(BlockSources.Graph("[Input(3, 8, 8)] [ConvUnit(16)] [ConvUnit(32, Kernel = 5, Stride = 2)] [ReLU]")).ShouldBe(
        [
            "convunit1.conv1: Conv(16, 3, Stride = 1, Pad = 1, Bias = false)",
            "convunit1.batchnorm1: BatchNorm",
            "convunit1.relu1: ReLU",
            "convunit2.conv1: Conv(32, 5, Stride = 2, Pad = 2, Bias = false)",
            "convunit2.batchnorm1: BatchNorm",
            "convunit2.relu1: ReLU",
            "relu1: ReLU",
        ]);

    [Fact]
    public void Block_OfAttributes_IsAsOnAModel() =>
        BlockSources.Layers(BlockSources.Graph("[Input(3, 8, 8)] [Plain(Repeat = 2)] [Plain(Name = \"third\")]")).ShouldBe(
        [
            "plain1.conv1: Conv(4, 1)", "plain1.relu1: ReLU", "plain1.last: Conv(8, 1, Name = \"last\")",
            "plain2.conv1: Conv(4, 1)", "plain2.relu1: ReLU", "plain2.last: Conv(8, 1, Name = \"last\")",
            "third.conv1: Conv(4, 1)", "third.relu1: ReLU", "third.last: Conv(8, 1, Name = \"last\")",
        ]);

    [Fact]
    public void Blocks_NestAndMixAttributesWithText() =>
        BlockSources.Layers(BlockSources.Graph("[Input(3, 8, 8)] [Units(4, times: 2, pool: true)]")).Where(l => l.Contains("Conv(") || !l.Contains("unit1.") && !l.Contains("unit2.")).ShouldBe(
        [
            "units1.convunit1.conv1: Conv(4, 3, Stride = 1, Pad = 1, Bias = false)",
            "units1.convunit2.conv1: Conv(8, 1, Stride = 1, Pad = 0, Bias = false)",
            "units1.convunit3.conv1: Conv(8, 1, Stride = 1, Pad = 0, Bias = false)",
            "units1.convunit3.batchnorm1: BatchNorm",
            "units1.convunit3.relu1: ReLU",
            "units1.convunit4.conv1: Conv(3, 3, Stride = 1, Pad = 1, Bias = false)",
            "units1.convunit4.batchnorm1: BatchNorm",
            "units1.convunit4.relu1: ReLU",
            "units1.add1: Add(\"start\")",
            "units1.maxpool1: MaxPool(2)",
        ]);

    [Theory]
    [InlineData("[Input(3, 8, 8)] [Units(4)]", new[] { "AvgPool(2)", "Sigmoid" })]
    [InlineData("[Input(3, 4, 4)] [Units(4)]", new[] { "Tanh" })]
    [InlineData("[Input(3, 4, 4)] [Units(4, pool: true)]", new[] { "MaxPool(2)" })]
    public void Branch_DependsOnArgumentsAndSizes(string layers, string[] last) =>
        BlockSources.Layers(BlockSources.Graph(layers)).SkipWhile(l => !l.Contains("add1")).Skip(1).Select(l => l.Split(": ")[1]).ShouldBe(last);

    [Fact]
    public void BlockClass_IsNoModel()
    {
        Models.ErrorsAfterGeneration(Sources.Compile(BlockSources.Own)).ShouldBeEmpty();
        Analysis.Accepts(BlockSources.Own);
    }

    [Fact]
    public void Block_MayBeDeclaredInTheGlobalNamespaceAndNested() =>
        Models.Parse("""
            [Input(4)] [Unit(3)] [Outer.Inner]
            public sealed partial class Net;

            [Layers("[Dense(units)] [ReLU]")]
            public sealed class UnitAttribute(int units) : BlockAttribute { public int Units { get; } = units; }

            public static class Outer
            {
                [Tanh]
                public sealed class InnerAttribute : BlockAttribute;
            }
            """).Blocks.Select(b => b.Kind).ShouldBe(["Outer.InnerAttribute", "UnitAttribute"]);

    [Fact]
    public void Names_AreLookedUpAroundTheBlockFirst() =>
        Models.Parse("""
            [Input(4)] [My.Pair]
            public sealed partial class Net;

            namespace My
            {
                [Layers("[ReLU] [NetGen.ReLU] [Other.Leaf]")]
                public sealed class PairAttribute : BlockAttribute;

                [Tanh]
                public sealed class ReLUAttribute : BlockAttribute;
            }

            namespace My.Other
            {
                [Sigmoid]
                public sealed class LeafAttribute : BlockAttribute;
            }
            """).Blocks.Select(b => b.Kind).ShouldBe(["My.Other.LeafAttribute", "My.PairAttribute", "My.ReLUAttribute"]);
}
