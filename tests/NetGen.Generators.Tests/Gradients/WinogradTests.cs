using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Convolutions by Winograd's minimal filtering beside direct ones. Values over sizes, paddings and forms are in the sweeps.</summary>
public sealed class WinogradTests
{
    [Theory]
    [InlineData("[Input(3, 6, 5)] [Conv(5, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd2)]")]
    [InlineData("[Input(3, 6, 5)] [Conv(5, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)]")]
    [InlineData("[Input(17, 9, 8)] [Conv(33, 3, Pad = 2, Algorithm = ConvAlgorithm.Winograd4)]")]
    [InlineData("[Input(4, 7, 7)] [Conv(18, 3, PadH = 2, PadW = 0, Bias = false, Algorithm = ConvAlgorithm.Winograd2)] [BatchNorm] [ReLU]")]
    [InlineData("[Input(1, 1, 1)] [Conv(1, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    /// <summary>
    /// The error against sums in double precision, in parts of the largest output, over as many channels as the classic networks have. Measured: 2e-6 for tiles of
    /// 2×2 as for the direct form, 2e-5 for 4×4.
    /// </summary>
    [Theory]
    [InlineData("Direct", 5e-6)]
    [InlineData("Winograd2", 1e-5)]
    [InlineData("Winograd4", 1e-4)]
    public void Error_IsBounded(string algorithm, double bound)
    {
        const int Channels = 512, Size = 9, Filters = 32;
        using Model model = Nets.Make($"[Input({Channels}, {Size}, {Size})] [Conv({Filters}, 3, Bias = false, Pad = 1, Algorithm = ConvAlgorithm.{algorithm})]");
        Nets.Random(Filters * Channels * 9, 8).CopyTo(model.Parameters[0].Edit());
        float[] image = Nets.Random(Channels * Size * Size, 9);
        float[] weights = model.Parameters[0].Values.ToArray();

        float[] outputs = Nets.Predict(model, image);

        double error = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            int filter = i / (Size * Size), y = i / Size % Size, x = i % Size;
            double sum = 0;
            for (int tap = 0; tap < 9; tap++)
            {
                (int iy, int ix) = (y + (tap / 3) - 1, x + (tap % 3) - 1);
                for (int c = 0; c < Channels && iy >= 0 && iy < Size && ix >= 0 && ix < Size; c++)
                {
                    sum += (double)image[(((c * Size) + iy) * Size) + ix] * weights[(((filter * Channels) + c) * 9) + tap];
                }
            }

            error = Math.Max(error, Math.Abs(sum - outputs[i]));
        }

        (error / outputs.Max(Math.Abs)).ShouldBeLessThan(bound);
    }

    /// <summary>
    /// The error of the gradient by the weights against sums in double precision, in parts of the largest. Weights of zero make outputs of zero, so that the
    /// gradient by the outputs is the same for all algorithms.
    /// </summary>
    [Theory]
    [InlineData("Direct", 5e-6)]
    [InlineData("Winograd2", 1e-5)]
    [InlineData("Winograd4", 1e-4)]
    public void WeightGradientError_IsBounded(string algorithm, double bound)
    {
        const int Channels = 40, Size = 27, Filters = 24, Batch = 4;
        using Model model = Nets.Make($"[Input({Channels}, {Size}, {Size})] [Conv({Filters}, 3, Bias = false, Pad = 1, Algorithm = ConvAlgorithm.{algorithm})] [MeanSquaredError]");
        model.Parameters[0].Edit().Clear();
        float[] images = Nets.Random(Batch * Channels * Size * Size, 9);
        float[] targets = Nets.Random(Batch * Filters * Size * Size, 10);

        model.ComputeGradients(images, targets);

        float[] gradient = model.Parameters[0].Gradient.ToArray();
        double error = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            int filter = i / (Channels * 9), c = i / 9 % Channels, tap = i % 9;
            double sum = 0;
            for (int pixel = 0; pixel < Batch * Size * Size; pixel++)
            {
                int image = pixel / (Size * Size), y = pixel / Size % Size, x = pixel % Size;
                (int iy, int ix) = (y + (tap / 3) - 1, x + (tap % 3) - 1);
                if (iy >= 0 && iy < Size && ix >= 0 && ix < Size)
                {
                    sum += (double)images[(((((image * Channels) + c) * Size) + iy) * Size) + ix] * targets[(((((image * Filters) + filter) * Size) + y) * Size) + x];
                }
            }

            error = Math.Max(error, Math.Abs((sum * -2 / targets.Length) - gradient[i]));
        }

        (error / gradient.Max(Math.Abs)).ShouldBeLessThan(bound);
    }

    /// <summary>What is infinite or no number shows in every weight's gradient in which the direct form shows it, and in no other input channel's.</summary>
    [Theory]
    [InlineData(2, float.NaN)]
    [InlineData(2, float.PositiveInfinity)]
    [InlineData(4, float.NaN)]
    [InlineData(4, float.NegativeInfinity)]
    public void WeightGradient_ShowsWhatIsNoNumber(int tile, float special)
    {
        const int Channels = 17, Size = 9, Filters = 18, Special = 3;
        float[] gradient = Gradient($"Winograd{tile}");
        float[] expected = Gradient("Direct");

        expected.ShouldContain(g => !float.IsFinite(g));
        for (int i = 0; i < expected.Length; i++)
        {
            (float.IsFinite(expected[i]) || !float.IsFinite(gradient[i])).ShouldBeTrue();
            (float.IsFinite(gradient[i]) || i / 9 % Channels == Special).ShouldBeTrue();
        }

        float[] Gradient(string algorithm)
        {
            using Model model = Nets.Make($"[Input({Channels}, {Size}, {Size})] [Conv({Filters}, 3, Bias = false, Pad = 1, Algorithm = ConvAlgorithm.{algorithm})]");
            float[] image = Nets.Random(Channels * Size * Size, 9);
            image[(Special * Size * Size) + 20] = special;
            model.Forward(image, new float[Filters * Size * Size]);
            model.Backward(Nets.Random(Filters * Size * Size, 10));
            return model.Parameters[0].Gradient.ToArray();
        }
    }

    /// <summary>A step with the one and with the other moves the weights alike.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void TrainingStep_IsThatOfTheDirectForm(int tile)
    {
        using Model direct = Nets.Make(Network("Direct"));
        using Model model = Nets.Make(Network($"Winograd{tile}"));
        direct.Parameters.Select(p => p.Path).ShouldBe(model.Parameters.Select(p => p.Path));
        float[] images = Nets.Random(4 * direct.Description.InputSize, 4);

        double loss = direct.ComputeGradients(images, [0, 1, 2, 3]).Loss;

        model.ComputeGradients(images, [0, 1, 2, 3]).Loss.ShouldBe(loss, 1e-5);
        foreach (Parameter parameter in direct.Parameters.Where(p => p.Trainable))
        {
            float[] expected = parameter.Gradient.ToArray();
            model.Parameters[parameter.Path].Gradient.ToArray().ShouldBe(expected, 1e-4 * Math.Max(1e-3, expected.Max(Math.Abs)));
        }

        static string Network(string algorithm) => $"""
            [Input(3, 12, 12)] [Conv(40, 3, Pad = 1, Algorithm = ConvAlgorithm.{algorithm})] [BatchNorm] [ReLU]
            [Conv(36, 3, Pad = 1, Algorithm = ConvAlgorithm.{algorithm})] [BatchNorm] [ReLU] [GlobalAvgPool] [Dense(4)] [SoftmaxCrossEntropy]
            """;
    }

    /// <summary>It is chosen where channels are many, and not where the layer takes few or has another kernel.</summary>
    [Theory]
    [InlineData("[Input(64, 32, 32)] [Conv(64, 3, Pad = 1)]", "Winograd4x4")]
    [InlineData("[Input(3, 32, 32)] [Conv(64, 3, Pad = 1)]", "Conv3x3")]
    [InlineData("[Input(64, 32, 32)] [Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct)]", "Conv3x3")]
    [InlineData("[Input(64, 32, 32)] [Conv(64, 3, Stride = 2)]", "Conv3x3")]
    [InlineData("[Input(64, 32, 32)] [Conv(64, 5)]", "Conv5x5")]
    [InlineData("[Input(3, 32, 32)] [Conv(5, 3, Algorithm = ConvAlgorithm.Winograd2)]", "Winograd2x2")]
    public void Algorithm_FitsTheLayer(string declaration, string kernel) =>
        Compiler.Compile(Support.Models.Parse(Support.Sources.Net(declaration))).Plan.ShouldNotBeNull().Predict.Kernels.ShouldContain(k => k.Name.StartsWith(kernel + "_", StringComparison.Ordinal));
}
