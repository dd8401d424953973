using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Parts of values along each axis.</summary>
public sealed class SliceTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [Slice(1, 3)]")]
    [InlineData("[Input(40, 2, 3)] [Slice(7, 30)]")]
    [InlineData("[Input(17, 5, 6)] [Slice(1, 3, Axis = SliceAxis.Height)]")]
    [InlineData("[Input(17, 5, 6)] [Slice(4, 2, Axis = SliceAxis.Width)]")]
    [InlineData("[Input(35)] [Slice(1, 33)]")]
    [InlineData("[Input(6, 19)] [Slice(2, 17)]")]
    [InlineData("[Input(6, 19)] [Slice(2, 3, Axis = SliceAxis.Steps)]")]
    [InlineData("[Input(3, 6, 6)] [Conv(18, 3, Pad = 1)] [Tanh] [Slice(1, 16)] [Conv(4, 3, Pad = 1)]")]
    [InlineData("[Input(3, 6, 6)] [Conv(18, 3, Pad = 1)] [Tanh] [Slice(2, 3, Axis = SliceAxis.Height)] [Slice(1, 4, Axis = SliceAxis.Width)] [Conv(4, 3, Pad = 1)]")]
    [InlineData("[Input(6, 5, 5)] [Tag(\"both\")] [Slice(0, 3)] [Conv(4, 3)] [Tag(\"one\")] [From(\"both\")] [Slice(3, 3)] [Conv(4, 3)] [Add(\"one\")]")]
    [InlineData("[Input(4, 5)] [LSTM(6, ReturnSequences = true)] [Slice(1, 3, Axis = SliceAxis.Steps)] [Slice(0, 4)] [GRU(3)]")]
    [InlineData("[Input(3, 4, 4)] [Slice(0, 3)] [Conv(2, 3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3);

    [Fact]
    public void Channels_AreTaken_AndTheOthersHaveNoGradient()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(3, 1, 2)] [Slice(1, 1)]", [1, 2, 3, 4, 5, 6], [10, 20]);

        outputs.ShouldBe([3, 4]);
        gradients.ShouldBe([0, 0, 10, 20, 0, 0]);
    }

    [Theory]
    [InlineData("[Input(1, 3, 3)] [Slice(1, 2, Axis = SliceAxis.Height)]", new float[] { 4, 5, 6, 7, 8, 9 }, new float[] { 0, 0, 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData("[Input(1, 3, 3)] [Slice(0, 2, Axis = SliceAxis.Width)]", new float[] { 1, 2, 4, 5, 7, 8 }, new float[] { 1, 2, 0, 3, 4, 0, 5, 6, 0 })]
    [InlineData("[Input(3, 3)] [Slice(0, 2, Axis = SliceAxis.Steps)]", new float[] { 1, 2, 3, 4, 5, 6 }, new float[] { 1, 2, 3, 4, 5, 6, 0, 0, 0 })]
    [InlineData("[Input(3, 3)] [Slice(1, 2)]", new float[] { 2, 3, 5, 6, 8, 9 }, new float[] { 0, 1, 2, 0, 3, 4, 0, 5, 6 })]
    public void OtherAxes_AreTakenTheSameWay(string declaration, float[] taken, float[] gradient)
    {
        (float[] outputs, float[] gradients) = Nets.Run(declaration, [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 5, 6]);

        outputs.ShouldBe(taken);
        gradients.ShouldBe(gradient);
    }

    /// <summary>Parts of the features of each step can be predicted step by step, parts of the steps cannot.</summary>
    [Fact]
    public void FeaturesOfAStep_ArePredictedStepByStep()
    {
        using Model model = Nets.Make("[Input(3, 4, Stepwise = true)] [Slice(1, 2)] [Dropout(0)]");
        using StepPredictor predictor = model.CreateStepPredictor();
        StepStates states = predictor.CreateStates(1);
        float[] step = new float[2];

        predictor.Step(states, [1, 2, 3, 4], step);

        step.ShouldBe([2, 3]);
    }
}
