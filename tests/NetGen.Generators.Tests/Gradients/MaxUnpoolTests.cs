using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class MaxUnpoolTests
{
    [Theory]
    [InlineData("[Input(5, 6, 6)] [MaxPool(2)] [Tag(\"p\")] [MaxUnpool(\"p\")]")]
    [InlineData("[Input(17, 7, 5)] [Conv(17, 3, Pad = 1)] [MaxPool(2, Pad = 1)] [Tag(\"p\")] [Tanh] [Conv(17, 3, Pad = 1)] [MaxUnpool(\"p\")] [Conv(2, 3, Pad = 1)]")]
    [InlineData("[Input(3, 7, 7)] [Conv(4, 3, Pad = 1)] [MaxPool(2, CeilMode = true)] [Tag(\"p\")] [Conv(4, 1)] [MaxUnpool(\"p\")]")]
    [InlineData("[Input(3, 8, 8)] [Conv(4, 3, Pad = 1)] [MaxPool(2, Stride = 3)] [Tag(\"p\")] [Conv(4, 1)] [MaxUnpool(\"p\")]")]
    [InlineData("[Input(3, 14, 14)] [Conv(4, 3, Pad = 1)] [MaxPool(7)] [Tag(\"p\")] [Conv(4, 1)] [MaxUnpool(\"p\")]")]
    [InlineData("[Input(3, 4, 4)] [Conv(2, 3, Pad = 1)] [MaxPool(2)] [Tag(\"a\")] [Conv(2, 1)] [MaxPool(2)] [Tag(\"b\")] [MaxUnpool(\"b\")] [Conv(2, 1)] [MaxUnpool(\"a\")] [Conv(2, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, step: 5e-4f, tolerance: 1e-2, floor: 0.5);

    [Fact]
    public void Values_GoWhereTheLargestWere()
    {
        const string Net = "[Input(1, 2, 4)] [Input(1, 1, 2, Name = \"v\")] [MaxPool(2)] [Tag(\"p\")] [From(\"v\")] [MaxUnpool(\"p\")]";

        // The sample holds the image, then the values that are put back.
        (float[] outputs, float[] gradients) = Nets.Run(Net, [1, 5, 0, 0, 2, 3, 9, 9, -7, 40], [1, 2, 3, 4, 5, 6, 7, 8]);

        outputs.ShouldBe([0, -7, 0, 0, 0, 0, 40, 0]);

        // No gradient goes to what tells the places, and each value has that of its place.
        gradients.ShouldBe([0, 0, 0, 0, 0, 0, 0, 0, 2, 7]);
    }

    /// <summary>As PyTorch's pool: of equal values the first, of those that are no number the last.</summary>
    [Theory]
    [InlineData(2, 2, 2, 2, 0)]
    [InlineData(-1, 2, 2, 1, 1)]
    [InlineData(1, float.NaN, float.NaN, 9, 2)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity, 0)]
    public void OfSeveral_PyTorchsIsTaken(float a, float b, float c, float d, int place)
    {
        const string Net = "[Input(1, 2, 2)] [Input(1, 1, 1, Name = \"v\")] [MaxPool(2)] [Tag(\"p\")] [From(\"v\")] [MaxUnpool(\"p\")]";

        (float[] outputs, float[] gradients) = Nets.Run(Net, [a, b, c, d, 3], [10, 20, 30, 40]);

        outputs.ShouldBe([.. Enumerable.Range(0, 4).Select(i => i == place ? 3f : 0)]);
        gradients.ShouldBe([0, 0, 0, 0, 10 + (10 * place)]);
    }

    /// <summary>What only tells the places has parameters without a gradient: it is zero in every step, not what lay there before.</summary>
    [Fact]
    public void WhatOnlyTellsThePlaces_HasNoGradient()
    {
        const string Net = "[Input(2, 4, 4)] [Tag(\"x\")] [Conv(3, 3, Pad = 1)] [MaxPool(2)] [Tag(\"p\")] [From(\"x\")] [Conv(3, 2, Stride = 2)] [MaxUnpool(\"p\")]";
        using Model model = Nets.Make(Net);
        for (int step = 0; step < 2; step++)
        {
            Nets.Forward(model, Nets.Random(2 * 32, (ulong)step));
            Nets.Backward(model, Nets.Random(2 * 48, 9));

            model.Parameters["conv1.weight"].Gradient.ToArray().ShouldAllBe(g => g == 0);
            model.Parameters["conv1.bias"].Gradient.ToArray().ShouldAllBe(g => g == 0);
            model.Parameters["conv2.weight"].Gradient.ToArray().ShouldContain(g => g != 0);
        }
    }

    [Fact]
    public void GradientByATagThatOnlyTellsThePlaces_IsZero()
    {
        const string Net = "[Input(2, 4, 4)] [Tag(\"x\")] [Conv(3, 3, Pad = 1)] [Tag(\"c\", Gradient = true)] [MaxPool(2)] [Tag(\"p\")] [From(\"x\")] [Conv(3, 2, Stride = 2)] [MaxUnpool(\"p\")] [GlobalAvgPool]";
        using Model model = Nets.Make(Net);
        float[] gradients = [.. Enumerable.Repeat(1f, 48)];

        model.FeatureGradients("c", Nets.Random(32, 1), [1, 1, 1], gradients);

        gradients.ShouldAllBe(g => g == 0);
    }
}
