using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class GRUTests
{
    [Theory]
    [InlineData("[Input(5, 3)] [GRU(4)]")]
    [InlineData("[Input(5, 3)] [GRU(4, ReturnSequences = true)]")]
    [InlineData("[Input(1, 3)] [GRU(17)]")]
    [InlineData("[Input(1, 1)] [GRU(1, ReturnSequences = true)]")]
    [InlineData("[Input(2, 17)] [GRU(1)]")]
    [InlineData("[Input(3, 33)] [GRU(19, ReturnSequences = true)] [Dense(3)]")]
    [InlineData("[Input(4, 2)] [GRU(16, ReturnSequences = true)] [Tag(\"x\")] [GRU(16, ReturnSequences = true)] [Add(\"x\")] [GRU(5)] [Dense(2)]")]
    [InlineData("[Input(4, 3)] [Dense(6)] [Tanh] [GRU(6, ReturnSequences = true, Share = \"s\")] [GRU(6, ReturnSequences = true, Share = \"s\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    /// <summary>Two steps of one unit, worked out with the gates' formulas.</summary>
    [Fact]
    public void Value_IsWhatTheGatesMake()
    {
        using Model model = Nets.Make("[Input(2, 1)] [GRU(1, ReturnSequences = true)]");
        new[] { 0.5f, -1, 2 }.CopyTo(model.Parameters["gru1.weight_ih_l0"].Edit());
        new[] { 1f, 0.5f, -0.5f }.CopyTo(model.Parameters["gru1.weight_hh_l0"].Edit());
        new[] { 0.1f, 0.2f, 0.3f }.CopyTo(model.Parameters["gru1.bias_ih_l0"].Edit());
        new[] { -0.4f, 1, 0.5f }.CopyTo(model.Parameters["gru1.bias_hh_l0"].Edit());

        // Of the inputs 1 and −2: the sums are 0.2, 0.2 and 2.3 beside 0.5, then −1.3 + h, 3.2 + 0.5 h and −3.7 beside 0.5 − 0.5 h.
        double h1 = (1 - Sigmoid(0.2)) * Math.Tanh(2.3 + (Sigmoid(0.2) * 0.5));
        double z = Sigmoid(3.2 + (0.5 * h1));
        double h2 = ((1 - z) * Math.Tanh(-3.7 + (Sigmoid(-1.3 + h1) * (0.5 - (0.5 * h1))))) + (z * h1);
        Nets.Predict(model, 1, -2).ShouldBe([(float)h1, (float)h2], 1e-6);
        Nets.Forward(model, 1, -2).ShouldBe([(float)h1, (float)h2], 1e-6);

        static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
    }
}
