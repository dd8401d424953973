using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class SimpleRNNTests
{
    [Theory]
    [InlineData("[Input(5, 3)] [SimpleRNN(4)]")]
    [InlineData("[Input(5, 3)] [SimpleRNN(4, ReturnSequences = true)]")]
    [InlineData("[Input(1, 3)] [SimpleRNN(17)]")]
    [InlineData("[Input(1, 1)] [SimpleRNN(1, ReturnSequences = true)]")]
    [InlineData("[Input(2, 17)] [SimpleRNN(1)]")]
    [InlineData("[Input(3, 33)] [SimpleRNN(19, ReturnSequences = true)] [Dense(3)]")]
    [InlineData("[Input(4, 2)] [SimpleRNN(16, ReturnSequences = true)] [Tag(\"x\")] [SimpleRNN(16, ReturnSequences = true)] [Add(\"x\")] [SimpleRNN(5)] [Dense(2)]")]
    [InlineData("[Input(4, 3)] [Dense(6)] [Tanh] [SimpleRNN(6, ReturnSequences = true, Share = \"s\")] [SimpleRNN(6, ReturnSequences = true, Share = \"s\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Value_IsTheTangentOfBothSums()
    {
        using Model model = Nets.Make("[Input(2, 1)] [SimpleRNN(1, ReturnSequences = true)]");
        model.Parameters["simplernn1.weight_ih_l0"].Edit()[0] = 0.5f;
        model.Parameters["simplernn1.weight_hh_l0"].Edit()[0] = -2;
        model.Parameters["simplernn1.bias_ih_l0"].Edit()[0] = 0.25f;
        model.Parameters["simplernn1.bias_hh_l0"].Edit()[0] = 0.125f;

        double h1 = Math.Tanh(0.875);
        double h2 = Math.Tanh(-0.625 - (2 * h1));
        Nets.Predict(model, 1, -2).ShouldBe([(float)h1, (float)h2], 1e-6);
        Nets.Forward(model, 1, -2).ShouldBe([(float)h1, (float)h2], 1e-6);
    }
}
