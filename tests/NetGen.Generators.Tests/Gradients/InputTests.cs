using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>The ways into and out of the internal layout.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("1, 1, 1")]
    [InlineData("3, 5, 7")]
    [InlineData("16, 4, 4")]
    [InlineData("17, 3, 2")]
    [InlineData("33, 20, 1")]
    [InlineData("1, 28, 28")]
    [InlineData("40")]
    public void ReLUOfPositives_GivesThemBack(string shape)
    {
        using Model model = Nets.Make($"[Input({shape})] [ReLU]");
        for (int batch = 1; batch <= 9; batch += 4)
        {
            float[] input = [.. Enumerable.Range(1, batch * model.Description.InputSize).Select(i => (float)i)];

            Nets.Predict(model, input).ShouldBe(input);
            Nets.Forward(model, input).ShouldBe(input);
            Nets.Backward(model, input).ShouldBe(input);
        }
    }
}
