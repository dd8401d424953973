using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Values that are read more than once, and branches.</summary>
public sealed class TagTests
{
    [Theory]
    [InlineData("[Input(4, 5, 5)] [Conv(6, 3)] [Tag(\"x\")] [Conv(6, 1)] [Tag(\"y\")] [From(\"x\")] [Conv(6, 1)] [Add(\"y\", \"x\")]")]
    [InlineData("[Input(4, 5, 5)] [Conv(6, 3)] [ReLU] [Tag(\"x\")] [Conv(6, 3, Pad = 1)] [Tag(\"y\")] [From(\"x\")] [MaxPool(3, Stride = 1, Pad = 1)] [Concat(\"y\")]")]
    [InlineData("[Input(8)] [Tag(\"x\")] [Dense(5)] [Tag(\"a\")] [From(\"x\")] [Dense(5)] [Sigmoid] [Multiply(\"a\")]")]
    [InlineData("[Input(8)] [Dense(6)] [Tag(\"x\")] [ReLU] [Add(\"x\")] [ReLU] [Add(\"x\")]")]
    [InlineData("[Input(3, 4, 4)] [Conv(6, 3, Pad = 1, Bias = false)] [BatchNorm] [Tag(\"x\")] [ReLU] [Add(\"x\")]")]
    public void Gradients_AddUp(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, step: 1e-3f);

    [Fact]
    public void ATaggedConvolution_KeepsNegativesBesideItsReLU()
    {
        using Model model = Nets.Make("[Input(1)] [Dense(1, Bias = false)] [Tag(\"x\")] [ReLU] [Add(\"x\")]");
        model.Parameters["dense1.weight"].Edit()[0] = 1;

        Nets.Predict(model, -3, 4).ShouldBe([-3, 8]);
        Nets.Forward(model, -3, 4).ShouldBe([-3, 8]);
        Nets.Backward(model, 1, 1).ShouldBe([1, 2]);
    }

    /// <summary>At inference dropout is nothing, but what stands before it may still be read by others.</summary>
    [Fact]
    public void ATaggedConvolution_KeepsNegativesBesideADropoutAndItsReLU()
    {
        using Model model = Nets.Make("[Input(1)] [Dense(1, Bias = false)] [Tag(\"x\")] [Dropout(0.5f)] [ReLU] [Add(\"x\")]");
        model.Parameters["dense1.weight"].Edit()[0] = 1;

        Nets.Predict(model, -3, 4).ShouldBe([-3, 8]);
    }
}
