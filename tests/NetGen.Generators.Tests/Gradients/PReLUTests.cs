using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class PReLUTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [PReLU]")]
    [InlineData("[Input(17)] [Dense(18)] [PReLU] [Dense(3)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(5, 3)] [PReLU] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void EachChannel_HasItsSlope()
    {
        using Model model = Nets.Make("[Input(2, 1, 2)] [PReLU]");
        model.Parameters["prelu1.weight"].Values.ToArray().ShouldBe([0.25f, 0.25f]);
        model.Parameters["prelu1.weight"].Edit()[1] = -2;

        Nets.Forward(model, -4, 4, -3, 3).ShouldBe([-1, 4, 6, 3]);
        Nets.Backward(model, 1, 1, 1, 1).ShouldBe([0.25f, 1, -2, 1]);

        model.Parameters["prelu1.weight"].Gradient.ToArray().ShouldBe([-4, -3]);
    }
}
