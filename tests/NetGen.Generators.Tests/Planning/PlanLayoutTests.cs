using NetGen.Generators.Dataflow;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Which op computes which value, which values share memory, and the borders around them.</summary>
public sealed class PlanLayoutTests
{
    [Theory]
    [InlineData("[Conv(16, 3)] [ReLU]", true, true)]
    [InlineData("[Conv(16, 3)] [LeakyReLU(0.1f)]", true, true)]
    [InlineData("[Conv(16, 3)] [LeakyReLU(-0.1f)]", false, false)]
    [InlineData("[Conv(16, 3)] [BatchNorm] [ReLU]", true, true)]
    [InlineData("[Conv(16, 3)] [Sigmoid]", false, false)]
    [InlineData("[MaxPool(2)] [ReLU]", false, false)]
    public void AnActivation_IsItsProducers(string layers, bool inPrediction, bool inTraining)
    {
        ShapedGraph graph = Models.Shaped("[Input(3, 8, 8)] " + layers);
        int activation = graph.Output;

        Layout(graph, training: false).IsAlias(activation).ShouldBe(inPrediction);
        Layout(graph, training: true).IsAlias(activation).ShouldBe(inTraining);
    }

    [Fact]
    public void ABatchNorm_IsFoldedInPredictionAlone()
    {
        ShapedGraph graph = Models.Shaped("[Input(3, 8, 8)] [Conv(16, 3)] [BatchNorm] [ReLU]");

        PlanLayout prediction = Layout(graph, training: false);
        prediction.FoldedNorm(1).ShouldBe(2);
        prediction.Owner(3).ShouldBe(1);
        prediction.ActivationOf(1).ShouldBe(new Activation(0));

        PlanLayout training = Layout(graph, training: true);
        training.FoldedNorm(1).ShouldBeNull();
        training.Owner(3).ShouldBe(2);
        training.ActivationOf(2).ShouldBe(new Activation(0));
    }

    /// <summary>A value that another layer, or a tag of a prediction, reads stays as it is.</summary>
    [Theory]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [ReLU] [Add(\"x\")]", 2)]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [ReLU]", 2)]
    public void AValueThatOthersRead_IsNotFused(string layers, int activation) =>
        Layout(Models.Shaped("[Input(3, 8, 8)] " + layers), training: false).IsAlias(activation).ShouldBeFalse();

    /// <summary>In a prediction the later of two summands is computed as the sum, and the activation behind it, if nobody else reads it.</summary>
    [Theory]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [Conv(16, 3, Pad = 1)] [Add(\"x\")] [ReLU]", 3, 2, 1)]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [Conv(16, 1)] [BatchNorm] [Add(\"x\")]", 4, 2, 1)]
    [InlineData("[Tag(\"i\")] [Conv(16, 3, Pad = 1)] [Tag(\"x\")] [From(\"i\")] [Conv(16, 1)] [Add(\"x\")]", 3, 2, 1)]
    public void ASum_IsItsLaterSummands(string layers, int sum, int owner, int summand)
    {
        ShapedGraph graph = Models.Shaped("[Input(16, 8, 8)] " + layers);

        PlanLayout prediction = Layout(graph, training: false);
        prediction.Owner(sum).ShouldBe(owner);
        prediction.SummandOf(owner).ShouldBe(summand);
        prediction.Value(summand).ShouldBe(prediction.Value(sum));
        Layout(graph, training: true).IsAlias(sum).ShouldBeFalse();
    }

    /// <summary>What a summand has besides, an activation or another reader, keeps the sum a call of its own.</summary>
    [Theory]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [Conv(16, 3, Pad = 1)] [ReLU] [Add(\"x\")]")]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [Conv(16, 3, Pad = 1)] [Tag(\"y\")] [Add(\"x\")]")]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [MaxPool(3, Stride = 1, Pad = 1)] [Add(\"x\")]")]
    [InlineData("[Conv(16, 3, Pad = 1)] [Tag(\"x\")] [Add(\"x\")]")]
    public void ASum_OfOtherSummands_IsItsOwn(string layers)
    {
        ShapedGraph graph = Models.Shaped("[Input(16, 8, 8)] " + layers);

        Layout(graph, training: false).IsAlias(graph.Output).ShouldBeFalse();
    }

    [Fact]
    public void ASummandThatNobodyElseReads_HasTheSumsGradient()
    {
        ShapedGraph graph = Models.Shaped("[Input(16, 8, 8)] [Conv(16, 3, Pad = 1)] [Tag(\"x\")] [Conv(16, 3, Pad = 1)] [Add(\"x\")]");

        PlanLayout training = Layout(graph, training: true);
        training.GradientOwner(3).ShouldBe(2);
        training.GradientOwner(1).ShouldBe(1);
    }

    [Theory]
    [InlineData("[Conv(16, 5, Pad = 2)]", 2, 2)]
    [InlineData("[Conv(16, 5)]", 0, 4)]
    [InlineData("[Conv(16, 3, Pad = 1, Stride = 2)]", 1, 1)]
    [InlineData("[Conv(16, 1)]", 0, 0)]
    [InlineData("[MaxPool(3, Stride = 2, Pad = 1)]", 0, 0)]
    public void Borders_AreWhatReadersReach(string layer, int value, int gradient)
    {
        ShapedGraph graph = Models.Shaped("[Input(16, 8, 8)] " + layer);

        PlanLayout training = Layout(graph, training: true);
        training.Value(0).HaloY.ShouldBe(value);
        training.Gradient(1).HaloY.ShouldBe(gradient);
    }

    /// <summary>Few channels of an input stay close together where only convolutions read them.</summary>
    [Theory]
    [InlineData("[Conv(16, 3)]", 3)]
    [InlineData("[MaxPool(2)]", 16)]
    [InlineData("[Tag(\"x\")] [Conv(3, 3, Pad = 1)] [Add(\"x\")]", 16)]
    public void AnInput_KeepsItsPitchForConvolutions(string layers, int pitch) =>
        Layout(Models.Shaped("[Input(3, 8, 8)] " + layers), training: true).Value(0).Pitch.ShouldBe(pitch);

    private static PlanLayout Layout(ShapedGraph graph, bool training) => new(graph, GradientFlow.Of(graph, training), new LoweringChoice(graph, training), training);
}
