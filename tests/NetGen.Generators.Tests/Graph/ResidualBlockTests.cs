using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Graph;

/// <summary>The blocks of He et al. and the networks made of them.</summary>
public class ResidualBlockTests
{
    private const string Stem = "[Input(3, 224, 224)] [Conv(64, 7, Stride = 2, Pad = 3, Bias = false)] [BatchNorm] [ReLU] [MaxPool(3, Stride = 2, Pad = 1)] ";
    private const string Head = " [GlobalAvgPool] [Dense(1000)] [SoftmaxCrossEntropy]";

    [Fact]
    public void BasicBlock_KeepsTheInputWhereTheShapeStays()
    {
        LayerGraph graph = Models.Graph("[Input(16, 8, 8)] [BasicBlock(16)]");
        graph.Nodes.Skip(1).Select(n => n.Path).ShouldBe(
        [
            "basicblock1.conv1", "basicblock1.batchnorm1", "basicblock1.relu1", "basicblock1.conv2", "basicblock1.batchnorm2",
            "basicblock1.add1", "basicblock1.relu2",
        ]);
        graph.Nodes[6].Inputs.ShouldBe([5, 0]);
    }

    [Theory]
    [InlineData("[Input(16, 8, 8)] [BasicBlock(16, Stride = 2)]", 2)]
    [InlineData("[Input(8, 8, 8)] [BasicBlock(16)]", 1)]
    public void BasicBlock_ProjectsLastWhereTheShapeChanges(string layers, int stride)
    {
        LayerGraph graph = Models.Graph(layers);
        graph.Nodes.Skip(1).Select(n => n.Path).ShouldBe(
        [
            "basicblock1.conv1", "basicblock1.batchnorm1", "basicblock1.relu1", "basicblock1.conv2", "basicblock1.batchnorm2",
            "basicblock1.conv3", "basicblock1.batchnorm3", "basicblock1.add1", "basicblock1.relu2",
        ]);
        graph.Nodes[6].Inputs.ShouldBe([0]);
        graph.Nodes[8].Inputs.ShouldBe([7, 5]);
        Specs(graph).ShouldBe([Conv(16, 3, stride), Conv(16, 3, 1), Conv(16, 1, stride)]);
    }

    [Fact]
    public void BottleneckBlock_HasTheStrideInItsMiddle()
    {
        LayerGraph graph = Models.Graph("[Input(64, 8, 8)] [BottleneckBlock(16, Stride = 2)]");
        graph.Nodes.Skip(1).Select(n => n.Path[(n.Path.IndexOf('.') + 1)..]).ShouldBe(
        [
            "conv1", "batchnorm1", "relu1", "conv2", "batchnorm2", "relu2", "conv3", "batchnorm3", "conv4", "batchnorm4", "add1", "relu3",
        ]);
        Specs(graph).ShouldBe([Conv(16, 1, 1), Conv(16, 3, 2), Conv(64, 1, 1), Conv(64, 1, 2)]);
        Specs(Models.Graph("[Input(64, 8, 8)] [BottleneckBlock(16)]")).ShouldBe([Conv(16, 1, 1), Conv(16, 3, 1), Conv(64, 1, 1)]);
    }

    [Fact]
    public void BasicBlock_HasItsParameters() =>
        Models.Parameters("[Input(8, 8, 8)] [BasicBlock(16)]").Where(p => p.Contains("conv") || p.Contains("3.")).ShouldBe(
        [
            "basicblock1.conv1.weight (16, 8, 3, 3)", "basicblock1.conv2.weight (16, 16, 3, 3)", "basicblock1.conv3.weight (16, 8, 1, 1)",
            "basicblock1.batchnorm3.weight (16)", "basicblock1.batchnorm3.bias (16)", "basicblock1.batchnorm3.running_mean (16)", "basicblock1.batchnorm3.running_var (16)",
        ]);

    [Theory]
    [InlineData("BasicBlock", new[] { 2, 2, 2, 2 }, 11_689_512)]
    [InlineData("BasicBlock", new[] { 3, 4, 6, 3 }, 21_797_672)]
    [InlineData("BottleneckBlock", new[] { 3, 4, 6, 3 }, 25_557_032)]
    public void ResNets_HaveTheirParameters(string block, int[] counts, long parameters)
    {
        string[] stages = [.. counts.Select((count, i) => i == 0
            ? $"[{block}(64, Repeat = {count})]"
            : $"[{block}({64 << i}, Stride = 2)] [{block}({64 << i}, Repeat = {count - 1})]")];
        ShapedGraph graph = Models.Shaped(Stem + string.Join(" ", stages) + Head);
        graph.Nodes.SelectMany(n => n.Parameters).Where(p => p.Trainable).Sum(p => p.Size).ShouldBe(parameters);
        graph.Nodes.Last(n => n.Node.Op == "ReLU").Output.ShouldBe(Shape.Image(block == "BasicBlock" ? 512 : 2048, 7, 7));
    }

    private static ConvSpec[] Specs(LayerGraph graph) => [.. graph.Nodes.Select(n => n.Spec).OfType<ConvSpec>()];

    private static ConvSpec Conv(int filters, int kernel, int stride) =>
        new(filters, new Window(kernel, kernel, stride, stride, kernel / 2, kernel / 2, 1, 1), Groups: 1, Bias: false);
}
