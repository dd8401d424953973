using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>LeNet-5 with all that its authors gave it.</summary>
public sealed class LeNet5Tests
{
    /// <summary>The figures of the paper, layer by layer; the output is fixed. C3 has 60 connections of 25 weights.</summary>
    [Fact]
    public void Layers_HaveThePublishedParameters()
    {
        Dictionary<string, long> counts = LeNet5.Info.Layers.Where(l => l.ParameterCount > 0).ToDictionary(l => l.Name, l => l.ParameterCount);

        counts.ShouldBe(
            new Dictionary<string, long> { ["lenet.c1"] = 156, ["lenet.s2.depthwiseconv1"] = 12, ["lenet.c3"] = 1516, ["lenet.s4.depthwiseconv1"] = 32, ["lenet.c5"] = 48120, ["lenet.f6"] = 10164 },
            ignoreOrder: true);
        LeNet5.ParameterCount.ShouldBe(60000);
        LeNet5.Info.ParameterCount.ShouldBe(60000);
        LeNet5.Info.Layers.Single(l => l.Name == "lenet.c3").Macs.ShouldBe(60 * 25 * 10 * 10);
        LeNet5.Info.OutputShape.ShouldBe([10]);
    }

    [Fact]
    public void Table_KeepsLongDeclarationsShort()
    {
        string[] lines = LeNet5.Info.ToString().Split('\n');

        lines.Single(l => l.StartsWith("lenet.c3 ", StringComparison.Ordinal)).ShouldContain("Conv(16, 5, Name = \"c3\", Connections = \"0,1,2; 1,2,3; 2,3,4…  16×10×10");
        lines.ShouldAllBe(l => l.Length < 120);
    }

    [Fact]
    public void Loss_FallsOverTwentySteps()
    {
        using LeNet5 model = new(1) { Threads = 1 };
        float[] codes = model.Parameters["lenet.output.weight"].Values.ToArray();
        (float[] images, int[] labels) = Images(20);
        Adam adam = new(0.002f);
        double first = model.Evaluate(images, labels).Loss;
        for (int step = 0; step < 20; step++)
        {
            model.TrainStep(images, labels, adam);
        }

        StepResult last = model.Evaluate(images, labels);

        last.Loss.ShouldBeLessThan(first / 4);
        last.Accuracy.ShouldBeGreaterThan(0.8);

        // Neither the codes nor the weights without a connection have moved.
        model.Parameters["lenet.output.weight"].Values.ToArray().ShouldBe(codes);
        model.Parameters["lenet.c3.weight"].Values.ToArray().Count(v => v != 0).ShouldBe(60 * 25);
        model.Parameters["lenet.c3.weight"].Gradient.ToArray().Count(v => v != 0).ShouldBe(60 * 25);
    }

    [Fact]
    public void Steps_HaveTheSameBits_WhateverTheThreads()
    {
        int[] one = Train(1);

        Train(3).ShouldBe(one);

        static int[] Train(int threads)
        {
            using LeNet5 model = new(3) { Threads = threads };
            (float[] images, int[] labels) = Images(37);
            Sgd sgd = new(0.001f) { WeightDecay = 0.01, Momentum = 0.9 };
            for (int step = 0; step < 3; step++)
            {
                model.TrainStep(images, labels, sgd);
            }

            return Bits(model);
        }
    }

    [Fact]
    public void File_WithAWeightWhereThereIsNoConnection_IsRefused()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-tests-");
        string path = Path.Combine(folder.FullName, "lenet.safetensors");
        using LeNet5 model = new(1);
        model.Save(path);
        model.Load(path);

        model.Parameters["lenet.c3.weight"].Edit()[3 * 25] = 0.5f;
        model.Save(path);
        using LeNet5 other = new(2);
        int[] before = Bits(other);

        WeightFileException refused = Should.Throw<WeightFileException>(() => other.Load(path));

        refused.Problems.ShouldBe(["tensor \"lenet.c3.weight\": expected 0 where filter 0 is not connected to channel 3, actual 0.5"]);
        Bits(other).ShouldBe(before);
        folder.Delete(recursive: true);
    }

    /// <summary>Each class has a picture, in the paper's range from −0.1 to 1.175, with some noise.</summary>
    private static (float[] Images, int[] Labels) Images(int count)
    {
        const int Size = 32 * 32;
        Random random = new(7);
        float[] noise = [.. Enumerable.Range(0, count * Size).Select(_ => (2 * random.NextSingle()) - 1)];
        float[] pictures = [.. Enumerable.Range(0, 10 * Size).Select(_ => (2 * random.NextSingle()) - 1)];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 10)];
        float[] images = new float[count * Size];
        for (int i = 0; i < images.Length; i++)
        {
            images[i] = (pictures[(labels[i / Size] * Size) + (i % Size)] > 0.6f ? 1.175f : -0.1f) + (0.1f * noise[i]);
        }

        return (images, labels);
    }

    private static int[] Bits(Model model) => [.. model.Parameters.SelectMany(p => p.Values.ToArray()).Select(BitConverter.SingleToInt32Bits)];
}
