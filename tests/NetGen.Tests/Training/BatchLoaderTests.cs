using Shouldly;

namespace NetGen.Tests.Training;

public sealed class BatchLoaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(64)]
    public void TheBatches_DoNotDependOnTheThreads(int threads)
    {
        float[][] expected = Load(0, epochs: 3);

        Load(threads, epochs: 3).ShouldBe(expected);
    }

    [Fact]
    public void ABatchInUse_IsNotOverwritten()
    {
        using BatchLoader loader = new(Recipe(Clusters.Numbered(200)), 3, 4);
        loader.Begin(1, 200);
        for (int batch = 0; batch < 67; batch++)
        {
            float[] atOnce = loader.Next() is var buffer ? buffer.Inputs.ToArray() : [];
            Thread.Yield();
            buffer.Inputs.ToArray().ShouldBe(atOnce);
        }
    }

    [Fact]
    public void WhatATransformThrows_IsThrownWhereTheBatchIsUsed()
    {
        using SoftmaxRegression model = new(1, 2);
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 4, LoaderThreads = 3, Transform = Fail };

        Should.Throw<InvalidDataException>(() => trainer.Fit(Clusters.Numbered(50))).Message.ShouldBe("sample 7");

        static void Fail(Span<float> input, ref RandomSource random)
        {
            if (input[0] == 7)
            {
                throw new InvalidDataException("sample 7");
            }
        }
    }

    [Fact]
    public void Labels_BecomeShares_WithWeights()
    {
        // Weights 2 and 0.5; of the labels 0, 1, 1 they are 2, 0.5, 0.5, together 3, which counts for three samples.
        TensorDataset data = new([1], [10, 11, 12], [0, 1, 1]);
        BatchBuffer buffer = new(new BatchRecipe { Dataset = data, Classes = 2, ClassWeights = [2, 0.5f] }, 3);

        buffer.Fill([0, 1, 2], 1, 0);

        buffer.Targets.ToArray().ShouldBe([2, 0, 0, 0.5f, 0, 0.5f]);
    }

    [Fact]
    public void LabelsOfPixels_BecomeShares_InPyTorchsLayout()
    {
        TensorDataset data = new([1, 1, 2], [1, 2, 3, 4], [0, 2, 1, 1]);
        BatchBuffer buffer = new(new BatchRecipe { Dataset = data, Classes = 3 }, 2);

        buffer.Fill([0, 1], 1, 0);

        buffer.Targets.ToArray().ShouldBe([1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0]);
    }

    [Fact]
    public void ALabelThatIsNoClass_IsRefused()
    {
        BatchBuffer buffer = new(new BatchRecipe { Dataset = new TensorDataset([1], [1], [3]), Classes = 3 }, 1);

        Should.Throw<ArgumentOutOfRangeException>(() => buffer.Fill([0], 1, 0)).Message.ShouldContain("expected classes from 0 to 2, actual 3");
    }

    [Fact]
    public void WeightsThatAreNotAsManyAsClasses_AreRefused()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f)) { ClassWeights = [1, 2] };

        Should.Throw<ArgumentException>(() => trainer.Fit(Clusters.Make(9, 1))).Message.ShouldContain("expected a weight for each of 3 classes, actual 2");
        trainer.ClassWeights = [1, 2, -1];
        Should.Throw<ArgumentException>(() => trainer.Fit(Clusters.Make(9, 1)));
    }

    /// <summary>Four batches of a step are one batch of four times the size.</summary>
    [Theory]
    [InlineData(96)]
    [InlineData(101)]
    public void AccumulatedBatches_AreAsOneBatch(int samples)
    {
        float[] one = Train(24, 1);
        float[] four = Train(6, 4);

        for (int i = 0; i < one.Length; i++)
        {
            four[i].ShouldBe(one[i], 1e-5f);
        }

        float[] Train(int batchSize, int accumulate)
        {
            using SoftmaxRegression model = new(2, 3) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = batchSize, AccumulateBatches = accumulate, Epochs = 2, Schedule = new CosineSchedule(0.1) };
            trainer.Fit(Clusters.Make(samples, 1)).Steps.ShouldBe(2 * ((samples + 23) / 24));
            return model.Parameters.TrainableValues.ToArray();
        }
    }

    private static BatchRecipe Recipe(Dataset dataset) => new()
    {
        Dataset = dataset,
        Seed = 3,
        Shuffles = true,
        Classes = 2,
        Transform = (Span<float> input, ref RandomSource random) => input[0] += random.NextSingle(),
        BatchTransform = (Span<float> inputs, Span<float> targets, int count, ref RandomSource random) => targets[0] = random.NextSingle(),
    };

    private static float[][] Load(int threads, int epochs)
    {
        using BatchLoader loader = new(Recipe(Clusters.Numbered(50)), 4, threads);
        List<float[]> batches = [];
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            loader.Begin(epoch, 50);
            for (int batch = 0; batch < 13; batch++)
            {
                BatchBuffer buffer = loader.Next();
                batches.Add([.. buffer.Inputs, .. buffer.Targets]);
            }
        }

        return [.. batches];
    }
}
