using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Networks that are compiled for several sizes: at each they compute, to the bit, what the same network of that size alone does, with the same parameters.</summary>
public sealed class SizesTests
{
    /// <summary>Layers behind an image of three channels, whose sizes follow; in some the code of the sizes differs in form, by Winograd's tiles, borders or what is shared in memory.</summary>
    public static TheoryData<string, string> Networks => new()
    {
        { "9x8, 16x12, 32x5", "[Conv(18, 3, Pad = 1)] [BatchNorm] [ReLU] [MaxPool(2, Pad = 1)] [Conv(5, 1)] [LeakyReLU] [GlobalAvgPool] [Dense(7)] [SoftmaxCrossEntropy]" },
        { "32x32, 8x8", "[Conv(32, 3, Pad = 1)] [BatchNorm] [ReLU] [ResBlock] [AvgPool(2)] [Conv(64, 3, Stride = 2, Pad = 1)] [GroupNorm(8)] [ReLU] [GlobalMaxPool] [Dense(3)] [MeanSquaredError]" },
        { "12x12, 6x18", "[Conv(16, 3, Pad = 1)] [ReLU] [Tag(\"skip\")] [MaxPool(2)] [DepthwiseConv(3, Pad = 1)] [SiLU] [Conv(16, 1)] [Upsample(2)] [Concat(\"skip\")] [Conv(4, 3, Pad = 1)] [SoftmaxCrossEntropy]" },
        { "13x7, 7x13", "[Conv(8, 3, Pad = 1)] [PReLU] [AdaptiveAvgPool(3, 3)] [Flatten] [Dense(6)] [Tanh] [Dense(2)] [BinaryCrossEntropy]" },
        { "10x10, 20x16", "[Conv(12, 3, Pad = 1)] [ReLU] [Conv(12, 3, Pad = 1)] [Output(\"mask\", Targets = true)] [MeanSquaredError] [InstanceNorm] [GlobalAvgPool] [Dense(4)] [SoftmaxCrossEntropy]" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void EachSize_IsTheNetworkOfThatSize(string sizes, string layers)
    {
        using Model net = Nets.Make(Sized(sizes, layers), seed: 3);
        foreach (string size in sizes.Split(", "))
        {
            int[] numbers = [.. size.Split('x').Select(int.Parse)];
            Model sized = net.ForSize(numbers[0], numbers[1]);
            using Model alone = Nets.Make($"[Input(3, {numbers[0]}, {numbers[1]})] {layers}", seed: 4);
            Copy(net, alone);
            sized.Description.InputShape.ShouldBe(alone.Description.InputShape);
            sized.Description.OutputShape.ShouldBe(alone.Description.OutputShape);
            for (int batch = 1; batch <= 6; batch += 5)
            {
                float[] inputs = Nets.Random(batch * alone.Description.InputSize, (ulong)batch);
                Bits(Nets.Predict(sized, inputs)).ShouldBe(Bits(Nets.Predict(alone, inputs)), size);
            }

            float[] images = Nets.Random(6 * alone.Description.InputSize, 9);
            Step(sized, images).ShouldBe(Step(alone, images), size);
            foreach ((Parameter own, Parameter other) in sized.Parameters.Zip(alone.Parameters))
            {
                Bits(own.Gradient).ShouldBe(Bits(other.Gradient), $"{own.Path} at {size}");
                Bits(own.Values).ShouldBe(Bits(other.Values), $"{own.Path} at {size}");
            }
        }
    }

    [Theory]
    [InlineData("8x8, 5x9", "[Conv(6, 3, Pad = 1)] [Tanh] [AvgPool(2)] [Conv(4, 3, Pad = 1)] [GlobalAvgPool] [Dense(3)] [SoftmaxCrossEntropy]", 5, 9)]
    [InlineData("4x4, 6x5", "[Conv(6, 3, Pad = 1)] [BatchNorm] [Sigmoid] [Conv(4, 1)] [MeanSquaredError]", 6, 5)]
    public void Gradients_AgreeWithDifferences(string sizes, string layers, int height, int width)
    {
        using Model net = Nets.Make(Sized(sizes, layers));

        GradientCheck.Check(net.ForSize(height, width), layers, tolerance: 2e-2, batch: 4, step: 3e-3f, floor: 0.3);
    }

    /// <summary>Blocks see the size that they are applied to, so they may have other layers without parameters at another.</summary>
    [Fact]
    public void Blocks_AreExpandedAtEachSize()
    {
        Type type = NetGen.Golden.ModelCompiler.CompileSource("""
            using NetGen;
            using static NetGen.Dimension;

            [Layers("[Conv(filters, 3, Pad = 1)] [ReLU] if (H > 8) { [MaxPool(H / 8)] }")]
            public sealed class StemAttribute(int filters) : BlockAttribute
            {
                public int Filters => filters;
            }

            [Input(3, Any, Any, Sizes = "8x8, 16x16, 32x24")] [Stem(8)] [Conv(2, 1)]
            public sealed partial class Net;
            """).GetType("Net").ShouldNotBeNull();
        using Model net = (Model)Activator.CreateInstance(type, 1UL)!;

        net.Description.OutputShape.ShouldBe([2, 8, 8]);
        net.ForSize(16, 16).Description.OutputShape.ShouldBe([2, 8, 8]);
        net.ForSize(32, 24).Description.OutputShape.ShouldBe([2, 8, 6]);
        net.ForSize(32, 24).Description.Layers.Select(l => l.Name).ShouldContain("stem1.maxpool1");
        net.Description.Layers.Select(l => l.Name).ShouldNotContain("stem1.maxpool1");
    }

    /// <summary>Inputs that are open together: those at the same place of their lists go together.</summary>
    [Fact]
    public void SeveralOpenInputs_GoTogether()
    {
        const string Rest = " [Conv(4, 3, Pad = 1)] [MaxPool(2)] [Tag(\"x\")] [From(\"small\")] [Conv(4, 1)] [Add(\"x\")] [GlobalAvgPool]";
        using Model net = Nets.Make("using static NetGen.Dimension; [Input(3, Any, Any, Sizes = \"8x8, 12x16\")] [Input(1, Any, Any, Sizes = \"4x4, 6x8\", Name = \"small\")]" + Rest);
        using Model alone = Nets.Make("[Input(3, 12, 16)] [Input(1, 6, 8, Name = \"small\")]" + Rest, seed: 2);
        Copy(net, alone);
        Model larger = net.ForSize(12, 16);
        float[] inputs = Nets.Random(2 * alone.Description.InputSize, 1);

        larger.Description.Inputs.Select(i => i.Shape).ShouldBe([[3, 12, 16], [1, 6, 8]]);
        Bits(Nets.Predict(larger, inputs)).ShouldBe(Bits(Nets.Predict(alone, inputs)));
    }

    private static string Sized(string sizes, string layers) => $"using static NetGen.Dimension; [Input(3, Any, Any, Sizes = \"{sizes}\")] {layers}";

    /// <summary>The loss of a batch, whatever targets the loss takes.</summary>
    private static StepResult Step(Model model, float[] images)
    {
        int batch = images.Length / model.Description.InputSize;
        Targets targets = new();
        foreach (TensorInfo output in model.Description.Outputs)
        {
            string last = model.Description.Layers[^1].Kind;
            bool labels = output.Name == ModelInfo.OwnOutput && last.StartsWith("SoftmaxCrossEntropy", StringComparison.Ordinal);
            int classes = output.Shape[0];
            int positions = output.Size / classes;
            if (labels)
            {
                targets.Labels(Enumerable.Range(0, batch * positions).Select(i => i * 7 / 3 % classes).ToArray());
            }
            else if (output.Name == ModelInfo.OwnOutput)
            {
                targets.Values(Nets.Random(batch * output.Size, 5).Select(Math.Abs).ToArray());
            }
            else
            {
                targets.Values(output.Name, Nets.Random(batch * output.Size, 6));
            }
        }

        return model.ComputeGradients(images, targets);
    }

    private static void Copy(Model from, Model to)
    {
        foreach ((Parameter own, Parameter other) in from.Parameters.Zip(to.Parameters))
        {
            own.Path.ShouldBe(other.Path);
            own.Values.CopyTo(other.Edit());
        }
    }

    private static int[] Bits(ReadOnlySpan<float> values) => System.Runtime.InteropServices.MemoryMarshal.Cast<float, int>(values).ToArray();
}
