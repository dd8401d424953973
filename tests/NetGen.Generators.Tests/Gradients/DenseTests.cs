using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class DenseTests
{
    [Theory]
    [InlineData("[Input(20)] [Dense(7)]")]
    [InlineData("[Input(1)] [Dense(1)]")]
    [InlineData("[Input(33)] [Dense(65, Bias = false)]")]
    [InlineData("[Input(9)] [Dense(17)] [ReLU] [Dense(5)] [Tanh] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Gradients_AgreeForEachBatchSize(int batch) => GradientCheck.Check("[Input(6)] [Dense(4)]", batch: batch);

    /// <summary>From 256 Ki weights on, the weights are not copied and their gradient is computed over the whole batch.</summary>
    [Theory]
    [InlineData("[Input(600)] [Dense(500)]", 1)]
    [InlineData("[Input(600)] [Dense(500)]", 3)]
    [InlineData("[Input(600)] [Dense(500)]", 17)]
    [InlineData("[Input(511)] [Dense(515, Bias = false)]", 5)]
    [InlineData("[Input(600)] [Dense(500)] [Tanh] [Dense(3)]", 2)]
    [InlineData("[Input(6, 10, 10)] [Flatten] [Dense(500)] [ReLU] [Dense(4)] [SoftmaxCrossEntropy]", 3)]
    public void Gradients_OfLargeLayers_AgreeWithDifferences(string declaration, int batch) =>
        GradientCheck.Check(declaration, batch: batch);

    /// <summary>Where a batch norm ends phases. The sums are long and their changes small, so the steps are large, for rounding's sake.</summary>
    [Fact]
    public void Gradients_OfALargeLayerBetweenBatchNorms_AgreeWithDifferences() =>
        GradientCheck.Check("[Input(6, 10, 10)] [BatchNorm] [Flatten] [Dense(500)] [BatchNorm] [Dense(4)]", batch: 9, step: 0.1f, tolerance: 5e-3);

    /// <summary>What one batch leaves behind does not reach the next, whatever their sizes.</summary>
    [Fact]
    public void Gradient_OfALargeLayer_ReplacesTheLast()
    {
        using Model model = Nets.Make("[Input(600)] [Dense(500)]");
        float[] first = Gradient(3);
        Gradient(17);
        Gradient(1);
        Gradient(3).ShouldBe(first);

        float[] Gradient(int batch)
        {
            Nets.Forward(model, Nets.Random(batch * 600, 1));
            Nets.Backward(model, Nets.Random(batch * 500, 2));
            return model.Parameters["dense1.weight"].Gradient.ToArray();
        }
    }

    /// <summary>So many features that a block's weights are taken in pieces, with a sum and an activation at their ends.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(13)]
    public void Prediction_OverManyFeatures_AddsEachOnce(int batch)
    {
        using Model model = Nets.Make("[Input(70)] [Tag(\"x\")] [Dense(9000)] [Dense(70)] [Add(\"x\")] [LeakyReLU(0.1f)]");
        float[] inputs = Nets.Random(batch * 70, 3);
        float[] expected = [.. inputs.Chunk(70).SelectMany(x => Dense("dense2", Dense("dense1", x)).Zip(x, (sum, skip) => Leaky((float)(sum + skip))))];

        float[] actual = Nets.Predict(model, inputs);

        for (int i = 0; i < expected.Length; i++)
        {
            actual[i].ShouldBe(expected[i], 1e-4f);
        }

        float[] Dense(string name, float[] x) =>
            [.. model.Parameters[$"{name}.weight"].Values.ToArray().Chunk(x.Length).Zip(model.Parameters[$"{name}.bias"].Values.ToArray(), (w, b) => (float)(b + w.Zip(x, (p, q) => (double)p * q).Sum()))];

        static float Leaky(float value) => value < 0 ? 0.1f * value : value;
    }

    [Fact]
    public void Weight_IsOutByIn()
    {
        using Model model = Nets.Make("[Input(3)] [Dense(2)]");
        new float[] { 1, 10, 100, 2, 20, 200 }.CopyTo(model.Parameters["dense1.weight"].Edit());
        new float[] { 0.5f, -0.5f }.CopyTo(model.Parameters["dense1.bias"].Edit());

        model.Parameters["dense1.weight"].Shape.ShouldBe([2, 3]);
        Nets.Predict(model, 1, 2, 3).ShouldBe([321.5f, 641.5f]);
    }

    [Fact]
    public void Gradient_IsTheSumOverTheBatch_AndReplacesTheLast()
    {
        using Model model = Nets.Make("[Input(1)] [Dense(1)]");
        model.Parameters["dense1.weight"].Edit()[0] = 2;
        for (int step = 0; step < 2; step++)
        {
            Nets.Forward(model, 1, 10, 100);
            Nets.Backward(model, 1, 2, 3).ShouldBe([2, 4, 6]);

            model.Parameters["dense1.weight"].Gradient.ToArray().ShouldBe([321]);
            model.Parameters["dense1.bias"].Gradient.ToArray().ShouldBe([6]);
        }
    }
}
