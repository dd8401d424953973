using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>How many shards a batch is cut into may be chosen: gradients differ by rounding alone, and the bits still do not depend on threads.</summary>
public sealed class ShardsTests
{
    [Fact]
    public void UnlessSet_ThereAreEight_AndFewerOfManyWeights()
    {
        using ThreadedNet model = new(5);

        model.Shards.ShouldBe(8);
        model.Layout.MostShards.ShouldBe(8);
        (model.Layout with { Shard = 13 << 20 }).MostShards.ShouldBe(4);
        (model.Layout with { Shard = 49 << 20 }).MostShards.ShouldBe(2);
        model.Shards = 12;
        model.Shards.ShouldBe(12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void ANumberThatIsNotPositive_IsRefused(int shards)
    {
        using ThreadedNet model = new(5);

        Should.Throw<ArgumentOutOfRangeException>(() => model.Shards = shards);

        model.Shards.ShouldBe(8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Training_HasTheSameBits_WhateverTheThreads(int shards)
    {
        int[] one = Train(1);

        foreach (int threads in (int[])[2, 3, 16])
        {
            Train(threads).AsSpan().SequenceEqual(one).ShouldBeTrue($"{threads} threads");
        }

        int[] Train(int threads) => [.. Nets().SelectMany(model => Gradients(model, shards, threads).SelectMany(g => Samples.Bits(g)))];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(64)]
    public void Gradients_AreThoseOfEightShards_UpToRounding(int shards)
    {
        foreach ((Model model, Model same) in Nets().Zip(Nets()))
        {
            string name = model.Description.Name;
            foreach ((float[] expected, float[] actual) in Gradients(same, 8, 2).Zip(Gradients(model, shards, 2)))
            {
                float largest = expected.Max(MathF.Abs);
                for (int i = 0; i < expected.Length; i++)
                {
                    actual[i].ShouldBe(expected[i], 1e-4f * largest, $"{name}, gradient {i} of {expected.Length}");
                }
            }
        }
    }

    [Fact]
    public void TheNumber_MayChangeBetweenSteps()
    {
        using WideNormNet model = new(5) { FreezeBatchNorm = true };
        float[] inputs = Samples.Floats(24 * WideNormNet.InputSize, 1);
        int[] labels = Samples.Labels(24, 3, 2);
        foreach (int shards in (int[])[8, 24, 2, 16])
        {
            using WideNormNet fresh = new(5) { FreezeBatchNorm = true, Shards = shards };
            fresh.ComputeGradients(inputs, labels);
            model.Shards = shards;

            model.ComputeGradients(inputs, labels);

            Samples.Bits(model.Parameters.Gradients).AsSpan().SequenceEqual(Samples.Bits(fresh.Parameters.Gradients)).ShouldBeTrue($"{shards} shards");
        }
    }

    [Fact]
    public void ManyShards_AllocateNothingInAStep()
    {
        using ThreadedNet model = new(5) { Threads = 3, Shards = 20 };
        float[] inputs = Samples.Floats(24 * ThreadedNet.InputSize, 1);
        int[] labels = Samples.Labels(24, 5, 2);
        Adam optimizer = new();

        Allocations.ShouldBeNone(model, () => model.TrainStep(inputs, labels, optimizer));
    }

    /// <summary>Networks whose gradients are sums of shards, of phases with statistics, streaming, of large dense layers, and of convolutions whose gradients are computed once for all images.</summary>
    private static IEnumerable<Model> Nets() => [new ThreadedNet(5), new StreamingNet(5), new WideNet(5), new WideNormNet(5), new ManyWeightsNet(5)];

    /// <summary>The gradients after batches under, at and over the number of shards.</summary>
    private static List<float[]> Gradients(Model model, int shards, int threads)
    {
        using Model own = model;
        own.Threads = threads;
        own.Shards = shards;
        List<float[]> gradients = [];
        foreach (int batch in (int[])[2, 16, 37, 13])
        {
            own.ComputeGradients(Samples.Floats(batch * own.Description.InputSize, (ulong)batch), Samples.Labels(batch, own.Description.OutputSize, (ulong)batch));
            gradients.Add(own.Parameters.Gradients.ToArray());
        }

        return gradients;
    }
}
