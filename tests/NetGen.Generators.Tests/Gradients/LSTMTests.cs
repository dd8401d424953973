using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class LSTMTests
{
    [Theory]
    [InlineData("[Input(5, 3)] [LSTM(4)]")]
    [InlineData("[Input(5, 3)] [LSTM(4, ReturnSequences = true)]")]
    [InlineData("[Input(1, 3)] [LSTM(17)]")]
    [InlineData("[Input(1, 1)] [LSTM(1, ReturnSequences = true)]")]
    [InlineData("[Input(2, 17)] [LSTM(1)]")]
    [InlineData("[Input(3, 33)] [LSTM(19, ReturnSequences = true)] [Dense(3)]")]
    [InlineData("[Input(4, 2)] [LSTM(16, ReturnSequences = true)] [Tag(\"x\")] [LSTM(16, ReturnSequences = true)] [Add(\"x\")] [LSTM(5)] [Dense(2)]")]
    [InlineData("[Input(4, 3)] [Dense(6)] [Tanh] [LSTM(6, ReturnSequences = true, Share = \"s\")] [LSTM(6, ReturnSequences = true, Share = \"s\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    /// <summary>Two steps of one unit, worked out with the gates' formulas.</summary>
    [Fact]
    public void Value_IsWhatTheGatesMake()
    {
        using Model model = Nets.Make("[Input(2, 1)] [LSTM(1, ReturnSequences = true)]");
        new[] { 0.5f, -1, 2, 0.25f }.CopyTo(model.Parameters["lstm1.weight_ih_l0"].Edit());
        new[] { 1f, 0.5f, -0.5f, -2 }.CopyTo(model.Parameters["lstm1.weight_hh_l0"].Edit());
        new[] { 0.1f, 0.2f, 0.3f, 0.4f }.CopyTo(model.Parameters["lstm1.bias_ih_l0"].Edit());
        new[] { -0.4f, 1, 0.05f, 0 }.CopyTo(model.Parameters["lstm1.bias_hh_l0"].Edit());

        // Of the inputs 1 and −2: the sums are 0.2, 0.2, 2.35, 0.65, then −1.3 + h, 3.2 + 0.5 h, −3.65 − 0.5 h, −0.1 − 2 h.
        double c1 = Sigmoid(0.2) * Math.Tanh(2.35);
        double h1 = Sigmoid(0.65) * Math.Tanh(c1);
        double c2 = (Sigmoid(3.2 + (0.5 * h1)) * c1) + (Sigmoid(-1.3 + h1) * Math.Tanh(-3.65 - (0.5 * h1)));
        double h2 = Sigmoid(-0.1 - (2 * h1)) * Math.Tanh(c2);
        Nets.Predict(model, 1, -2).ShouldBe([(float)h1, (float)h2], 1e-6);
        Nets.Forward(model, 1, -2).ShouldBe([(float)h1, (float)h2], 1e-6);

        static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
    }
}
