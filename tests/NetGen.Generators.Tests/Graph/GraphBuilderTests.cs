using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Graph;

public class GraphBuilderTests
{
    [Fact]
    public void Paths_CountEachKind() =>
        Paths("[Input(3, 8, 8)] [Conv(4, 3)] [ReLU] [Conv(4, 3)] [ReLU] [Flatten] [Dense(2)] [SoftmaxCrossEntropy]")
            .ShouldBe(["input1", "conv1", "relu1", "conv2", "relu2", "flatten1", "dense1", "softmaxcrossentropy1"]);

    [Fact]
    public void Name_ReplacesThePathButNotTheCount() =>
        Paths("[Input(4)] [Dense(4)] [Dense(4, Name = \"head\")] [Dense(4)]").ShouldBe(["input1", "dense1", "head", "dense3"]);

    [Fact]
    public void Repeat_GivesLayersOfTheirOwn()
    {
        Paths("[Input(4)] [Dense(4, Repeat = 2)] [Dense(4, Name = \"x\", Repeat = 2)] [Dense(4)]")
            .ShouldBe(["input1", "dense1", "dense2", "x1", "x2", "dense5"]);
        Models.Graph("[Input(4)] [Dense(4, Repeat = 3)]").Nodes.Select(n => n.Layer).ShouldBe([0, 1, 1, 1]);
    }

    [Fact]
    public void Nodes_ReadTheOneBefore()
    {
        LayerGraph graph = Models.Graph("[Input(4)] [Dense(4)] [ReLU] [MeanSquaredError]");
        graph.Nodes.Select(n => n.Id).ShouldBe([0, 1, 2]);
        graph.Nodes.Select(n => n.Op).ShouldBe(["Input", "Dense", "ReLU"]);
        graph.Nodes.Select(n => n.Inputs.ToArray()).ShouldBe([[], [0], [1]]);
        graph.Output.ShouldBe(2);
        graph.Loss.ShouldNotBeNull().Inputs.ShouldBe([2]);
        graph.Loss.Id.ShouldBe(3);
    }

    [Fact]
    public void Join_ReadsTheCurrentValueThenTheTagged()
    {
        LayerGraph graph = Models.Graph("""
            [Input(10, 7, 7)] [Tag("x")] [Conv(6, 1)] [Tag("a")] [From("x")] [Conv(12, 3, Pad = 1)] [Tag("b")]
            [From("x")] [MaxPool(3, Stride = 1, Pad = 1)] [Concat("b", "a")]
            """);
        graph.Nodes.Select(n => n.Path).ShouldBe(["input1", "conv1", "conv2", "maxpool1", "concat1"]);
        graph.Nodes[1].Inputs.ShouldBe([0]);
        graph.Nodes[2].Inputs.ShouldBe([0]);
        graph.Nodes[3].Inputs.ShouldBe([0]);
        graph.Nodes[4].Inputs.ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void Tag_OfTheCurrentValue_MayBeJoinedWithIt() =>
        Models.Graph("[Input(4)] [Dense(4)] [Tag(\"x\")] [Add(\"x\")]").Nodes[2].Inputs.ShouldBe([1, 1]);

    [Fact]
    public void ResBlock_ExpandsUnderItsPath()
    {
        LayerGraph graph = Models.Graph("[Input(16, 8, 8)] [ReLU] [ResBlock]");
        graph.Nodes.Skip(2).Select(n => n.Path).ShouldBe(
        [
            "resblock1.conv1", "resblock1.batchnorm1", "resblock1.relu1",
            "resblock1.conv2", "resblock1.add1", "resblock1.batchnorm2", "resblock1.relu2",
        ]);
        graph.Nodes.Skip(2).ShouldAllBe(n => n.Layer == 2);
        graph.Nodes[2].Title.ShouldBe("Conv(16, 3, Pad = 1)");
        graph.Nodes[6].Inputs.ShouldBe([5, 1]);
        ConvSpec conv = graph.Nodes[5].Spec.ShouldBeOfType<ConvSpec>();
        conv.ShouldBe(new ConvSpec(16, new Window(3, 3, 1, 1, 1, 1, 1, 1), Groups: 1, Bias: true));
    }

    [Fact]
    public void Blocks_RepeatWithScopesOfTheirOwn()
    {
        string[] paths = Paths("[Input(4, 8, 8)] [Tag(\"input\")] [ResBlock(Repeat = 2)] [ResBlock(Name = \"last\")] [Conv(4, 1)] [Add(\"input\")]");
        paths.Where(p => p.Contains("conv")).ShouldBe(
            ["resblock1.conv1", "resblock1.conv2", "resblock2.conv1", "resblock2.conv2", "last.conv1", "last.conv2", "conv1"]);
    }

    private static string[] Paths(string layers)
    {
        LayerGraph graph = Models.Graph(layers);
        return [.. graph.Nodes.Select(n => n.Path), .. graph.Loss is null ? [] : new[] { graph.Loss.Path }];
    }
}
