using Shouldly;
using static NetGen.Dimension;

namespace NetGen.Tests.Models;

[Input(3, Any, Any, Sizes = "12x10, 16x9, 8x8")]
[Conv(16, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
[ResBlock]
[MaxPool(2)]
[Conv(24, 3)] [LeakyReLU] [Dropout(0.2f)]
[GlobalAvgPool]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class SizedNet;

/// <summary>The same network for the first of its sizes alone, and for the second.</summary>
[Input(3, 12, 10)]
[Conv(16, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
[ResBlock]
[MaxPool(2)]
[Conv(24, 3)] [LeakyReLU] [Dropout(0.2f)]
[GlobalAvgPool]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class FirstSizeNet;

[Input(3, 16, 9)]
[Conv(16, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
[ResBlock]
[MaxPool(2)]
[Conv(24, 3)] [LeakyReLU] [Dropout(0.2f)]
[GlobalAvgPool]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class SecondSizeNet;

/// <summary>A class for each pixel, so that outputs have the size of their images.</summary>
[Input(1, 6, Any, Sizes = "6x4, 6x8")]
[Conv(4, 3, Pad = 1)] [ReLU]
[Conv(2, 1)]
[SoftmaxCrossEntropy]
internal sealed partial class SizedPixelNet;

/// <summary>A network of several sizes: one set of parameters, which each size predicts with and trains.</summary>
public sealed class SizesTests
{
    private static readonly int[] s_labels = [0, 1, 2, 3, 0];

    [Fact]
    public void EachSize_PredictsAsANetworkOfThatSizeAlone()
    {
        using SizedNet net = Moved();
        using FirstSizeNet first = new(2);
        using SecondSizeNet second = new(3);
        Copy(net, first);
        Copy(net, second);

        Predict(net, 5).ShouldBe(Predict(first, 5));
        Predict(net.ForSize(16, 9), 5).ShouldBe(Predict(second, 5));
        Predict(net.ForSize(16, 9), 1).ShouldBe(Predict(second, 1));
        Evaluate(net.ForSize(16, 9)).ShouldBe(Evaluate(second));
    }

    /// <summary>Steps at two sizes by turns, of which each changes what the other computes with: what two networks come to between which all is carried over, dropout's noise, running statistics and Adam's state as well.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void StepsAtSeveralSizes_AreThoseOfOneNetwork(int threads)
    {
        using SizedNet net = Moved();
        net.Threads = threads;
        Model larger = net.ForSize(16, 9);
        using FirstSizeNet first = new(5) { Threads = 1 };
        using SecondSizeNet second = new(5) { Threads = 1 };
        Copy(net, first);
        Adam own = new(0.01f);
        Adam apart = new(0.01f);
        for (int step = 0; step < 6; step++)
        {
            if (step % 3 != 1)
            {
                StepResult result = net.TrainStep(Images(net, 5), s_labels, own);

                result.ShouldBe(first.TrainStep(Images(first, 5), s_labels, apart));
                second.Steps++;
            }
            else
            {
                StepResult result = larger.TrainStep(Images(larger, 5), s_labels, own);

                Copy(first, second);
                result.ShouldBe(second.ComputeGradients(Images(second, 5), s_labels));
                Copy(second, first);
                second.Parameters.Gradients.CopyTo(first.Parameters.Gradients);
                apart.Step(first.Parameters);
                first.Steps++;
            }

            // Both sizes see the step, and the optimizer has one state.
            Samples.Bits(net).ShouldBe(Samples.Bits(first));
            Copy(first, second);
            Predict(net, 2).ShouldBe(Predict(first, 2));
            Predict(larger, 2).ShouldBe(Predict(second, 2));
        }

        own.Steps.ShouldBe(6);
    }

    [Fact]
    public void ForSize_IsOneModelForEach()
    {
        using SizedNet net = new(1);

        net.ForSize(12, 10).ShouldBeSameAs(net);
        Model larger = net.ForSize(16, 9);
        larger.ShouldBeOfType<SizedNet.Size16x9>();
        net.ForSize(16, 9).ShouldBeSameAs(larger);
        larger.ForSize(12, 10).ShouldBeSameAs(net);
        larger.ForSize(8, 8).ShouldBeSameAs(net.ForSize(8, 8));
        larger.Parameters.ShouldBeSameAs(net.Parameters);
        larger.Description.ShouldBeSameAs(SizedNet.Size16x9.Info);
        larger.Description.InputShape.ShouldBe([3, 16, 9]);
        (SizedNet.InputSize, SizedNet.Size16x9.InputSize, SizedNet.Size8x8.InputSize).ShouldBe((360, 432, 192));
        (SizedPixelNet.OutputSize, SizedPixelNet.Size6x8.OutputSize).ShouldBe((2 * 24, 2 * 48));
        SizedPixelNet.ParameterCount.ShouldBe(40 + 10);
    }

    [Fact]
    public void OtherSizes_AreRefused()
    {
        using SizedNet net = new(1);
        using FirstSizeNet one = new(1);
        using Classifier vector = new(1);

        string message = Should.Throw<ArgumentException>(() => net.ForSize(10, 12)).Message;
        message.ShouldBe("expected one of the sizes that SizedNet is declared for (12x10, 16x9, 8x8), actual 10x12 (Parameter 'height')");
        Should.Throw<ArgumentException>(() => net.ForSize(8, 8).ForSize(0, -1)).Message.ShouldBe("expected one of the sizes that SizedNet is declared for (12x10, 16x9, 8x8), actual 0x-1 (Parameter 'height')");
        one.ForSize(12, 10).ShouldBeSameAs(one);
        Should.Throw<ArgumentException>(() => one.ForSize(16, 9)).Message
            .ShouldBe("expected 12x10, the one size that FirstSizeNet is declared for (with [Input(…, Any, Any, Sizes = \"…\")] there are several), actual 16x9 (Parameter 'height')");
        Should.Throw<ArgumentException>(() => vector.ForSize(1, 1)).Message.ShouldBe("expected a model of images, but Classifier is none, actual 1x1 (Parameter 'height')");
    }

    [Fact]
    public void TheTable_NamesTheOtherSizes()
    {
        SizedNet.Info.ToString().ShouldStartWith("SizedNet: 3×12×10 → 4 (also for 16x9, 8x8)\n");
        SizedNet.Size8x8.Info.ToString().ShouldStartWith("SizedNet.Size8x8: 3×8×8 → 4 (also for 12x10, 16x9)\n");
        SizedNet.Info.Sizes.ShouldBe([new ImageSize(12, 10), new ImageSize(16, 9), new ImageSize(8, 8)]);
        (SizedNet.Info.SizeIndex, SizedNet.Size8x8.Info.SizeIndex).ShouldBe((0, 2));
        FirstSizeNet.Info.Sizes.ShouldBeEmpty();
        SizedNet.Info.ParameterCount.ShouldBe(SizedNet.Size16x9.Info.ParameterCount);
    }

    /// <summary>One file, whichever size writes or reads it: that of the network of one size.</summary>
    [Fact]
    public void AllSizes_ShareOneFile()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "net.safetensors");
            using SizedNet net = Moved();
            Model larger = net.ForSize(16, 9);
            larger.TrainStep(Images(larger, 5), s_labels, new Sgd(0.1f));
            larger.Save(path);
            byte[] bytes = File.ReadAllBytes(path);
            net.Save(path);
            File.ReadAllBytes(path).ShouldBe(bytes);

            using SizedNet loaded = SizedNet.FromFile(path);
            Predict(loaded.ForSize(16, 9), 3).ShouldBe(Predict(larger, 3));
            using FirstSizeNet one = FirstSizeNet.FromFile(path);
            Predict(loaded, 3).ShouldBe(Predict(one, 3));
            using SizedNet other = new(9);
            float[] before = Predict(other, 3);
            other.ForSize(8, 8).Load(path);
            Predict(other, 3).ShouldBe(Predict(one, 3));
            Predict(other, 3).ShouldNotBe(before);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TurnsAtSeveralSizes_AllocateNothing(int threads)
    {
        using SizedNet net = new(1) { Threads = threads };
        Adam optimizer = new();
        float[] inputs = Images(net, 5);
        float[] larger = Images(net.ForSize(16, 9), 5);
        float[] outputs = new float[5 * SizedNet.OutputSize];

        Allocations.ShouldBeNone(net, () =>
        {
            net.Predict(inputs, outputs);
            net.ForSize(16, 9).Predict(larger, outputs);
            net.ForSize(16, 9).TrainStep(larger, s_labels, optimizer);
            net.TrainStep(inputs, s_labels, optimizer);
        });
    }

    [Fact]
    public void Settings_AreThoseOfAll()
    {
        using SizedNet net = new(1) { Threads = 1 };
        Model larger = net.ForSize(16, 9);
        float[] before = Predict(larger, 4);

        larger.Threads = 2;
        larger.Shards = 3;
        larger.FreezeBatchNorm = true;

        (net.Threads, net.ForSize(8, 8).Threads, net.FreezeBatchNorm).ShouldBe((2, 2, true));
        (net.Shards, net.ForSize(8, 8).Shards).ShouldBe((3, 3));
        Predict(larger, 4).ShouldBe(before);
        net.Threads = 1;
        Predict(larger, 4).ShouldBe(before);
        Should.Throw<ArgumentOutOfRangeException>(() => larger.Threads = 0);
    }

    /// <summary>A part belongs to its model: to dispose of it takes nothing from the others, to dispose of the model ends all.</summary>
    [Fact]
    public void Dispose_IsTheWholes()
    {
        SizedNet net = new(1);
        Model larger = net.ForSize(16, 9);
        float[] before = Predict(larger, 2);
        Predictor predictor = larger.CreatePredictor();

        larger.Dispose();
        Predict(larger, 2).ShouldBe(before);
        net.Dispose();

        Should.Throw<ObjectDisposedException>(() => Predict(larger, 2));
        Should.Throw<ObjectDisposedException>(() => Predict(net.ForSize(8, 8), 2));
        float[] outputs = new float[2 * SizedNet.OutputSize];
        predictor.Predict(Images(larger, 2), outputs);
        outputs.ShouldBe(before);
        predictor.Dispose();
    }

    /// <summary>A step at one size changes the weights that another predicts with, so they wait for each other as uses of one model do.</summary>
    [Fact]
    public void SizesOfOneNetwork_DoOneThingAtATime()
    {
        using SizedNet net = new(1);
        Model larger = net.ForSize(16, 9);
        using (larger.Reserve())
        {
            Predict(net, 1);
            Exception? refused = null;
            Thread other = new(() => refused = Record.Exception(() => Predict(net, 1)));
            other.Start();
            other.Join();
            refused.ShouldBeOfType<InvalidOperationException>().Message.ShouldStartWith("SizedNet can do one thing at a time, and another thread trains it.");
        }
    }

    /// <summary>A trainer takes a size as it takes any model, and goes on with what another left.</summary>
    [Fact]
    public void ATrainer_TrainsAtASize()
    {
        using SizedPixelNet net = new(3);
        Model wide = net.ForSize(6, 8);
        wide.Description.Name.ShouldBe("SizedPixelNet.Size6x8");
        Adam adam = new(0.02f);
        Dataset small = Bright(24, 4);
        Dataset large = Bright(24, 8);

        EvaluationResult before = Evaluator.Run(wide, large);
        new Trainer(net, adam) { BatchSize = 8, Epochs = 20 }.Fit(small);
        TrainingResult result = new Trainer(wide, adam) { BatchSize = 8, Epochs = 20 }.Fit(large, large);

        adam.Steps.ShouldBe(2 * 20 * 3);
        result.Epochs[^1].Validation!.Value.Accuracy.ShouldBe(Evaluator.Run(wide, large).Accuracy!.Value);
        Evaluator.Run(wide, large).Loss!.Value.ShouldBeLessThan(before.Loss!.Value / 2);
        Evaluator.Run(net, small).Loss!.Value.ShouldBeLessThan(before.Loss!.Value / 2);
    }

    /// <summary>Images whose pixels are of class 1 where they are above 0.</summary>
    private static TensorDataset Bright(int count, int width)
    {
        float[] images = Samples.Floats(count * 6 * width, (ulong)width);
        return new TensorDataset([1, 6, width], images, [.. images.Select(v => v > 0 ? 1 : 0)]);
    }

    /// <summary>A network whose running statistics are no longer those of the start.</summary>
    private static SizedNet Moved()
    {
        SizedNet net = new(5) { Threads = 1 };
        RandomSource random = new(4);
        foreach (Parameter parameter in net.Parameters)
        {
            foreach (ref float value in parameter.Edit())
            {
                value += parameter.Path.EndsWith("var", StringComparison.Ordinal) ? random.NextSingle() : 0.2f * (random.NextSingle() - 0.5f);
            }
        }

        return net;
    }

    private static void Copy(Model from, Model to)
    {
        from.Parameters.Select(p => p.Path).ShouldBe(to.Parameters.Select(p => p.Path));
        for (int i = 0; i < from.Parameters.Count; i++)
        {
            from.Parameters[i].Values.CopyTo(to.Parameters[i].Edit());
        }
    }

    private static float[] Images(Model model, int batch) => Samples.Floats(batch * model.Description.InputSize, 7);

    private static StepResult Evaluate(Model model) => model.Evaluate(Images(model, 5), s_labels);

    private static float[] Predict(Model model, int batch)
    {
        float[] outputs = new float[batch * model.Description.OutputSize];
        model.Predict(Images(model, batch), outputs);
        return outputs;
    }
}
