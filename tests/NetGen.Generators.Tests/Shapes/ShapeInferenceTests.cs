using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Shapes;

public class ShapeInferenceTests
{
    private const string DeepConvNet = """
        [Input(1, 28, 28)]
        [Conv(16, 3, Pad = 1)] [ReLU] [Conv(16, 3, Pad = 1)] [ReLU] [MaxPool(2)]
        [Conv(32, 3, Pad = 1)] [ReLU] [Conv(32, 3, Pad = 2)] [ReLU] [MaxPool(2)]
        [Conv(64, 3, Pad = 1)] [ReLU] [Conv(64, 3, Pad = 1)] [ReLU] [MaxPool(2)]
        [Flatten] [Dense(50)] [ReLU] [Dropout(0.5f)] [Dense(10)] [Dropout(0.5f)] [SoftmaxCrossEntropy]
        """;

    [Fact]
    public void DeepConvNet_HasItsParameters()
    {
        ShapedGraph graph = Models.Shaped(DeepConvNet);
        graph.Nodes.SelectMany(n => n.Parameters).Where(p => p.Trainable).Sum(p => p.Size).ShouldBe(123_552);
        graph.Nodes.Single(n => n.Node.Path == "flatten1").Output.ShouldBe(Shape.Vector(1024));
        graph.Nodes[graph.Output].Output.ShouldBe(Shape.Vector(10));
        graph.Loss.ShouldNotBeNull().Inputs.ShouldBe([Shape.Vector(10)]);
    }

    [Fact]
    public void DeepConvNet_HasItsCost() =>
        Models.Shaped(DeepConvNet).Nodes.Where(n => n.Macs > 0).Select(n => n.Macs).ShouldBe(
        [
            28 * 28 * 16 * 9 * 1, 28 * 28 * 16 * 9 * 16, 14 * 14 * 32 * 9 * 16, 16 * 16 * 32 * 9 * 32,
            8 * 8 * 64 * 9 * 32, 8 * 8 * 64 * 9 * 64, 1024 * 50, 50 * 10,
        ]);

    [Fact]
    public void Parameters_AreInPyTorchsLayout()
    {
        Models.Parameters("[Input(4, 8, 8)] [Conv(6, 3, 5, Groups = 2)] [DepthwiseConv(3, Multiplier = 2, Bias = false)] [BatchNorm] [Flatten] [Dense(7)]").ShouldBe(
        [
            "conv1.weight (6, 2, 3, 5)", "conv1.bias (6)", "depthwiseconv1.weight (12, 1, 3, 3)",
            "batchnorm1.weight (12)", "batchnorm1.bias (12)", "batchnorm1.running_mean (12)", "batchnorm1.running_var (12)",
            "dense1.weight (7, 96)", "dense1.bias (7)",
        ]);
    }

    [Fact]
    public void Weights_KnowTheirFans()
    {
        Models.Last("[Input(4, 8, 8)] [Conv(6, 3, 5, Groups = 2)]").Parameters[0]
            .ShouldBe(new ParameterDeclaration("weight", new[] { 6, 2, 3, 5 }, Trainable: true, Start.Weight, FanIn: 30, FanOut: 45));
        Models.Last("[Input(4, 8, 8)] [DepthwiseConv(3, Multiplier = 2)]").Parameters
            .ShouldBe([new("weight", new[] { 8, 1, 3, 3 }, Trainable: true, Start.Weight, FanIn: 9, FanOut: 18), new("bias", new[] { 8 }, Trainable: true, Start.Zero)]);
        Models.Last("[Input(4)] [Dense(3)]").Parameters[0]
            .ShouldBe(new ParameterDeclaration("weight", new[] { 3, 4 }, Trainable: true, Start.Weight, FanIn: 4, FanOut: 3));
    }

    [Fact]
    public void BatchNorm_KeepsStatisticsOutOfTraining() =>
        Models.Last("[Input(5)] [BatchNorm]").Parameters.Select(p => (p.Leaf, p.Trainable, p.Start)).ShouldBe(
            [("weight", true, Start.One), ("bias", true, Start.Zero), ("running_mean", false, Start.Zero), ("running_var", false, Start.One)]);

    [Theory]
    [InlineData("ReLU")]
    [InlineData("LeakyReLU(0.2f)")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Softmax")]
    [InlineData("BatchNorm")]
    [InlineData("Dropout(0.2f)")]
    public void Pointwise_KeepsTheShape(string layer)
    {
        Models.Last($"[Input(5, 3, 4)] [{layer}]").Output.ShouldBe(Shape.Image(5, 3, 4));
        Models.Last($"[Input(5)] [{layer}]").Output.ShouldBe(Shape.Vector(5));
    }

    [Theory]
    [InlineData("[Input(5, 3, 4)] [Flatten]", "(60)")]
    [InlineData("[Input(5)] [Flatten]", "(5)")]
    [InlineData("[Input(8, 4, 4)] [Tag(\"x\")] [ReLU] [Add(\"x\", \"x\")]", "(8, 4, 4)")]
    [InlineData("[Input(8, 4, 4)] [Tag(\"x\")] [ReLU] [Multiply(\"x\")]", "(8, 4, 4)")]
    [InlineData("[Input(8, 4, 4)] [Tag(\"x\")] [GlobalAvgPool] [Multiply(\"x\")]", "(8, 4, 4)")]
    [InlineData("[Input(8, 4, 4)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"s\")] [From(\"x\")] [ReLU] [Multiply(\"s\", \"x\")]", "(8, 4, 4)")]
    [InlineData("[Input(8)] [Tag(\"x\")] [ReLU] [Multiply(\"x\")]", "(8)")]
    [InlineData("[Input(8, 4, 4)] [Tag(\"x\")] [Conv(3, 1)] [Concat(\"x\", \"x\")]", "(19, 4, 4)")]
    [InlineData("[Input(8)] [Tag(\"x\")] [Dense(3)] [Concat(\"x\", \"x\")]", "(19)")]
    [InlineData("[Input(2, 3, 5)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"mean\")] [From(\"x\")] [Flatten] [Concat(\"mean\")]", "(32)")]
    [InlineData("[Input(8, Name = \"x\")] [Input(5, Name = \"style\")] [From(\"style\")] [Dense(2)] [Tag(\"a\")] [From(\"x\")] [Dense(4)] [Concat(\"style\", \"a\")]", "(11)")]
    [InlineData("[Input(8, 4, 4)] [ResBlock]", "(8, 4, 4)")]
    public void Output_FollowsFromTheInputs(string layers, string shape) => Models.Last(layers).Output.ToString().ShouldBe(shape);
}
