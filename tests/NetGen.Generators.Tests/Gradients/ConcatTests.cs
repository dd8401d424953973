using NetGen.Golden;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ConcatTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [Tag(\"x\")] [Conv(6, 3, Pad = 1)] [Concat(\"x\")]")]
    [InlineData("[Input(16, 4, 3)] [Tag(\"x\")] [Conv(17, 1)] [ReLU] [Tag(\"y\")] [Conv(3, 1)] [Concat(\"x\", \"y\")] [Conv(4, 3)]")]
    [InlineData("[Input(5, 2, 2)] [Tag(\"x\")] [Concat(\"x\", \"x\")] [Conv(3, 1)]")]
    [InlineData("[Input(4, 3, 3)] [Conv(16, 1)] [Tag(\"x\")] [Tanh] [Concat(\"x\")] [BatchNorm]")]
    [InlineData("[Input(5)] [Tag(\"x\")] [Dense(7)] [Tanh] [Concat(\"x\")] [Dense(3)]")]
    [InlineData("[Input(19)] [Tag(\"x\")] [Dense(17)] [SiLU] [Tag(\"y\")] [Dense(3)] [Concat(\"x\", \"y\", \"x\")] [BatchNorm] [Dense(4)]")]
    [InlineData("[Input(2, 3, 5)] [Conv(3, 3, Pad = 1)] [Tag(\"x\")] [GlobalAvgPool] [Dense(5)] [Tag(\"v\")] [From(\"x\")] [Flatten] [Concat(\"v\")] [Dense(6)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(4, 3, 3)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"v\")] [From(\"x\")] [GlobalMaxPool] [Concat(\"v\")] [MeanSquaredError]")]
    [InlineData("[Input(9)] [Dense(5)] [Tag(\"a\")] [Tanh] [Concat(\"a\")] [Tag(\"b\")] [Dense(18)] [Concat(\"b\", \"a\")] [Output(\"aux\")] [MeanSquaredError] [Dense(33)] [Sigmoid] [MeanSquaredError]")]
    [InlineData("[Input(6)] [Tag(\"x\")] [Dense(11)] [BatchNorm] [ReLU] [Concat(\"x\")] [Dense(11)] [BatchNorm] [Concat(\"x\")] [LayerNorm] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(20)] [Tag(\"x\")] [Dense(5)] [Concat(\"x\")] [Softmax] [Dense(25)] [LogSoftmax]")]
    [InlineData("[Input(4, 1, 1)] [Tag(\"x\")] [Conv(5, 1)] [Flatten] [Tag(\"f\")] [From(\"x\")] [Flatten] [Concat(\"f\")] [Dropout(0)] [Dense(3)]")]
    [InlineData("[Input(7)] [Tag(\"x\")] [Dense(600)] [Tanh] [Concat(\"x\")] [Dense(500)] [Concat(\"x\")] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(33)]
    public void Order_IsTheCurrentValueFirst(int channels)
    {
        float[] input = Nets.Random(channels * 6, 3);

        (float[] outputs, float[] gradients) = Nets.Run(
            $"[Input({channels}, 2, 3)] [Tag(\"x\")] [ReLU] [Concat(\"x\")]", input, [.. Enumerable.Range(0, channels * 12).Select(i => (float)i)]);

        outputs.ShouldBe([.. input.Select(v => Math.Max(v, 0)), .. input]);
        gradients.ShouldBe(input.Select((v, i) => (v > 0 ? i : 0f) + i + (channels * 6)).ToArray());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 14)]
    [InlineData(16, 5)]
    [InlineData(17, 16)]
    [InlineData(33, 1)]
    public void Vectors_StandOneAfterTheOther(int first, int second)
    {
        float[] input = Nets.Random((first + second) * 3, 3);

        (float[] outputs, float[] gradients) = Nets.Run(
            $"[Input({first})] [Input({second}, Name = \"b\")] [Concat(\"b\")]", input, [.. Enumerable.Range(0, input.Length).Select(i => (float)i)]);

        outputs.ShouldBe(input);
        gradients.ShouldBe([.. Enumerable.Range(0, input.Length).Select(i => (float)i)]);
    }

    /// <summary>PyTorch's order: <c>cat([x.flatten(1), v], 1)</c>.</summary>
    [Fact]
    public void FlattenedImage_StandsInTheOrderOfChannelsRowsAndColumns()
    {
        float[] image = [.. Enumerable.Range(0, 18 * 6).Select(i => (float)i)];
        float[] vector = [-1, -2, -3];

        (float[] outputs, float[] gradients) = Nets.Run(
            "[Input(18, 2, 3)] [Input(3, Name = \"v\")] [Flatten] [Concat(\"v\")]", [.. image, .. vector], [.. vector, .. image]);

        outputs.ShouldBe([.. image, .. vector]);
        gradients.ShouldBe([.. vector, .. image]);
    }

    /// <summary>More images than a chunk holds, on two threads, with and without phases.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("[BatchNorm]")]
    public void Batch_AgreesWithItsImages(string between)
    {
        using Model model = Nets.Make($"[Input(21)] [Tag(\"x\")] [Dense(13)] {between} [Tanh] [Concat(\"x\", \"x\")] [Dense(3)]");
        model.Threads = 2;
        float[] input = Nets.Random(21 * 150, 3);
        float[] whole = Nets.Predict(model, input);
        for (int i = 0; i < 150; i++)
        {
            Nets.Predict(model, input[(i * 21)..((i + 1) * 21)]).ShouldBe(whole[(i * 3)..((i + 1) * 3)]);
        }
    }

    [Fact]
    public void Block_JoinsVectors()
    {
        Type type = ModelCompiler.CompileSource("""
            using NetGen;
            namespace Compiled;
            [Layers("[Tag(\"x\")] [LeakyReLU(0.5f)] [Concat(\"x\")]")]
            public sealed class WithHalfAttribute : BlockAttribute;
            [Input(3)] [WithHalf(Repeat = 2)]
            public sealed partial class Net;
            """).GetType("Compiled.Net")!;
        using Model model = (Model)Activator.CreateInstance(type, 0UL)!;

        Nets.Predict(model, -4, 8, -12).ShouldBe([-1, 8, -3, -2, 8, -6, -2, 8, -6, -4, 8, -12]);
    }

    [Fact]
    public void TaggedValues_FollowInTheOrderGiven() => Nets.Predict(
        "[Input(1, 1, 1)] [Tag(\"a\")] [ReLU] [Tag(\"b\")] [Add(\"a\")] [Concat(\"b\", \"a\")]", 3).ShouldBe([6, 3, 3]);
}
