using NetGen.Generators.Dataflow;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Dataflow;

public sealed class GradientFlowTests
{
    [Fact]
    public void Readers_CountUsesAndTheCaller()
    {
        ShapedGraph graph = Models.Shaped("[Input(4)] [Tag(\"x\")] [Dense(4)] [Add(\"x\", \"x\")]");

        GradientGraph flow = GradientFlow.Of(graph, training: true);

        flow.Readers.ShouldBe([3, 1, 1]);
        flow.ReadBy.Select(r => r.ToArray()).ShouldBe([[1, 2], [2], []]);
        flow.NeedsGradient.ShouldBe([false, true, true]);
    }

    /// <summary>Where nothing trains above a value, its gradient serves only who asks for the input's.</summary>
    [Fact]
    public void NeedsGradient_BeginsAtTheFirstTrainable()
    {
        ShapedGraph graph = Models.Shaped("[Input(3, 4, 4)] [ReLU] [MaxPool(2)] [Flatten] [Dense(2)]");

        GradientFlow.Of(graph, training: true).NeedsGradient.ShouldBe([false, false, false, false, true]);
    }

    /// <summary>Where a prediction is explained, gradients are of use from the tags that have one on.</summary>
    [Fact]
    public void AnExplanation_EndsAtTheTagsThatHaveAGradient()
    {
        ShapedGraph graph = Models.Shaped("[Input(4)] [Dense(4)] [Tag(\"x\", Gradient = true)] [Dense(4)] [Tag(\"y\", Gradient = true)] [From(\"x\")] [ReLU] [Tag(\"z\")] [Add(\"y\")] [Dense(2)]");

        GradientGraph flow = GradientFlow.OfExplanation(graph).ShouldNotBeNull();

        flow.NeedsGradient.ShouldBe([false, true, true, true, true, true]);
        flow.Readers.ShouldBe([1, 3, 2, 2, 1, 1]);
        GradientFlow.OfExplanation(Models.Shaped("[Input(4)] [Dense(4)] [Tag(\"x\")] [ReLU]")).ShouldBeNull();
    }

    [Fact]
    public void AHead_LivesInTrainingAlone()
    {
        ShapedGraph graph = Models.Shaped("[Input(4)] [Dense(4)] [Tag(\"x\")] [Dense(3)] [Output(\"aux\")] [From(\"x\")] [Dense(3)] [SoftmaxCrossEntropy]");

        GradientFlow.Of(graph, training: true).Live.ShouldBe([true, true, true, true]);
        GradientFlow.Of(graph, training: false).Live.ShouldBe([true, true, false, true]);

        // The head's loss reads its value; in prediction the tag of a live value counts as a reader.
        GradientFlow.Of(graph, training: true).Readers.ShouldBe([1, 2, 1, 1]);
        GradientFlow.Of(graph, training: false).Readers.ShouldBe([1, 2, 0, 1]);
    }

    [Fact]
    public void Readable_AreTheTagsThatAreComputed()
    {
        ShapedGraph graph = Models.Shaped("[Input(4)] [Dense(4)] [Tag(\"x\")] [ReLU] [Tag(\"side\")] [Dense(3)] [Output(\"aux\")] [From(\"side\")] [Dense(3)] [Output(\"more\")] [From(\"x\")] [Dense(3)] [SoftmaxCrossEntropy]");

        GradientFlow.Of(graph, training: false).Readable(graph).Select(t => t.Name).ShouldBe(["x"]);
        GradientFlow.Of(graph, training: true).Readable(graph).Select(t => t.Name).ShouldBe(["x", "side"]);
    }
}
