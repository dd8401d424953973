using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class SoftmaxTests
{
    [Theory]
    [InlineData("[Input(10)] [Softmax]")]
    [InlineData("[Input(17, 2, 3)] [Softmax]")]
    [InlineData("[Input(6)] [Dense(5)] [Softmax] [Dense(2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void LargeInputs_StayFinite()
    {
        Nets.Predict("[Input(3)] [Softmax]", 1000, 1000, -1000).ShouldBe([0.5f, 0.5f, 0], 1e-30);
        Nets.Predict("[Input(3)] [Softmax]", -1000, -1000, -1000).ShouldBe([1f / 3, 1f / 3, 1f / 3], 1e-6);
    }

    [Fact]
    public void OneChannel_IsAlwaysOne() => Nets.Predict("[Input(1, 1, 3)] [Softmax]", 5, -5, 0).ShouldBe([1, 1, 1]);

    [Fact]
    public void Channels_OfEachPixel_AddUpToOne()
    {
        float[] outputs = Nets.Predict("[Input(18, 1, 2)] [Softmax]", Nets.Random(36, 2, scale: 5));

        outputs.Where((_, i) => i % 2 == 0).Sum().ShouldBe(1, 1e-5);
        outputs.Where((_, i) => i % 2 == 1).Sum().ShouldBe(1, 1e-5);
    }
}
