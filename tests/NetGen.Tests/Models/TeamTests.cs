using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Predictions of fewer images than threads, where threads share layers.</summary>
public sealed class TeamTests
{
    [Fact]
    public void LargeLayers_AreShared_AndSmallNetworksAreNot()
    {
        using TeamNet large = new(1);
        using ThreadedNet small = new(1);

        large.Layout.PredictShared.ShouldBeGreaterThan(8);
        small.Layout.PredictShared.ShouldBe(0);
    }

    /// <summary>Both products in one call, and the cell, of two layers and not of the third; few sequences go through them together, more take a thread each.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Steps_HaveTheBitsOfOneThread(int threads)
    {
        using SharedStepNet model = new(5);
        model.Layout.StepShared.ShouldBe(4);
        int most = Math.Max(threads, model.Layout.StepTogether * threads);
        foreach (int count in (int[])[1, 2, most, most + 1])
        {
            using StepPredictor alone = model.CreateStepPredictor();
            using StepPredictor team = model.CreateStepPredictor(threads);
            StepStates expected = alone.CreateStates(count);
            StepStates states = team.CreateStates(count);
            float[] starts = Samples.Floats(count * alone.StartInputSize, 1);
            float[] steps = Samples.Floats(count * alone.StepInputSize, 2);
            float[] expectedOutputs = new float[count * alone.StepOutputSize];
            float[] outputs = new float[expectedOutputs.Length];
            alone.Start(expected, starts);
            team.Start(states, starts);
            for (int step = 0; step < 5; step++)
            {
                alone.Step(expected, steps, expectedOutputs);
                team.Step(states, steps, outputs);
                Samples.Bits(outputs).ShouldBe(Samples.Bits(expectedOutputs));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Predictions_HaveTheBitsOfOneThread(int threads)
    {
        using TeamNet model = new(5) { Threads = 1 };
        float[] inputs = Samples.Floats(9 * TeamNet.InputSize, 1);
        foreach (int batch in (int[])[1, 2, 3, 7, 9])
        {
            // The first prediction of a predictor never asks how the one before went.
            using Predictor team = model.CreatePredictor(threads);
            ReadOnlySpan<float> images = inputs.AsSpan(0, batch * TeamNet.InputSize);
            float[] expected = new float[batch * TeamNet.OutputSize];
            float[] outputs = new float[expected.Length];
            model.Predict(images, expected);
            team.Predict(images, outputs);
            Samples.Bits(outputs).ShouldBe(Samples.Bits(expected));

            foreach (TensorInfo tag in TeamNet.Info.Tags)
            {
                float[] values = new float[batch * tag.Size];
                float[] features = new float[values.Length];
                model.Features(tag.Name, images, values);
                using Predictor another = model.CreatePredictor(threads);
                another.Features(tag.Name, images, features);
                Samples.Bits(features).AsSpan().SequenceEqual(Samples.Bits(values)).ShouldBeTrue($"{tag.Name} of {batch} images");
            }
        }
    }

    /// <summary>Up to as many images a thread as the network's weights are worth, all threads go through all images; beyond, each takes its own.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void FewImagesBesideManyWeights_HaveTheBitsOfOneThread(int threads)
    {
        using SharedWeightsNet model = new(5) { Threads = 1 };
        int most = model.Layout.PredictTogether * threads;
        most.ShouldBeGreaterThan(threads);
        float[] inputs = Samples.Floats((most + 1) * SharedWeightsNet.InputSize, 1);
        foreach (int batch in (int[])[threads, threads + 1, most, most + 1])
        {
            ReadOnlySpan<float> images = inputs.AsSpan(0, batch * SharedWeightsNet.InputSize);
            float[] expected = new float[batch * SharedWeightsNet.OutputSize];
            float[] outputs = new float[expected.Length];
            model.Predict(images, expected);
            using Predictor team = model.CreatePredictor(threads);
            team.Predict(images, outputs);
            Samples.Bits(outputs).ShouldBe(Samples.Bits(expected), $"{batch} images");
        }
    }

    [Fact]
    public void Predictors_OfSeveralThreadsEach_WorkAtTheSameTime()
    {
        using TeamNet model = new(5);
        float[] inputs = Samples.Floats(TeamNet.InputSize, 1);
        float[] expected = new float[TeamNet.OutputSize];
        model.Predict(inputs, expected);
        int[] bits = Samples.Bits(expected);
        int wrong = 0;

        Thread[] threads = [.. Enumerable.Range(0, 2).Select(number => new Thread(() =>
        {
            using Predictor predictor = model.CreatePredictor(2 + number);
            float[] outputs = new float[expected.Length];
            for (int i = 0; i < 300; i++)
            {
                outputs.AsSpan().Clear();
                predictor.Predict(inputs, outputs);
                wrong += Samples.Bits(outputs).AsSpan().SequenceEqual(bits) ? 0 : 1;
            }
        }))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join(TimeSpan.FromMinutes(5)).ShouldBeTrue("a prediction does not end"));

        wrong.ShouldBe(0);
    }

    /// <summary>All units are done once in every turn, and over as many turns as there are threads each thread does as many.</summary>
    [Theory]
    [InlineData(33, 2)]
    [InlineData(14, 4)]
    [InlineData(5, 8)]
    public void SharesOfSeveralTurns_AreEven(int units, int parts)
    {
        int[] done = new int[parts];
        for (int turn = 7; turn < 7 + parts; turn++)
        {
            int next = 0;
            for (int part = 0; part < parts; part++)
            {
                TeamShare share = TeamShare.Of(units, part, parts, turn);
                share.First.ShouldBe(next);
                next = share.End;
                done[part] += share.Count;
            }

            next.ShouldBe(units);
        }

        done.ShouldAllBe(d => d == units);
    }

    [Fact]
    public void AThreadThatFails_LeavesNoneWaiting()
    {
        using FailingModel model = new() { Threads = 3 };
        float[] outputs = new float[1];
        for (int i = 0; i < 20; i++)
        {
            Should.Throw<InvalidOperationException>(() => model.Predict([1f], outputs)).Message.ShouldBe("part 1");
        }

        // Alone, nobody is part 1.
        model.Threads = 1;
        model.Predict([1f], outputs);
        outputs[0].ShouldBe(1);
    }

    [Fact]
    public void ThreadsThatKeepWaiting_MeetSeldom_AndAlwaysAgainOnceTheyDoNot()
    {
        Crowding crowding = new();
        List<int> alone = [];
        for (int meeting = 0; meeting < 9; meeting++)
        {
            alone.Add(Alone());
            crowding.Saw(threads: 3, time: 1000, waited: 1900);
        }

        alone.ShouldBe([0, 1, 2, 4, 8, 16, 32, 64, 64]);
        Alone();
        crowding.Saw(threads: 3, time: 1000, waited: 1800);
        Alone().ShouldBe(0);

        int Alone()
        {
            int predictions = 0;
            while (!crowding.LetsThemMeet())
            {
                predictions++;
            }

            return predictions;
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void ABarrier_LetsNobodyPassBeforeAllAreThere(int parts)
    {
        using WorkerPool pool = new(parts);
        Meeting meeting = new(parts);
        for (int run = 0; run < 20; run++)
        {
            meeting.Barrier.Start(parts);
            pool.Run(meeting, parts);
        }

        meeting.Early.ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(3, 8)]
    [InlineData(112, 5)]
    public void Shares_AreAllOfACall_AndNearlyEqual(int units, int parts)
    {
        const int Stretch = 3;
        int[] done = new int[units];
        for (int part = 0; part < parts; part++)
        {
            TeamShare share = TeamShare.Of(units, part, parts);
            share.Count.ShouldBeInRange(units / parts, (units / parts) + 1);
            TeamShare across = share.Across(Stretch);
            for (int start = 0; start < units; start += Stretch)
            {
                TeamShare here = share.Within(start, Math.Min(Stretch, units - start));
                for (int i = here.First; i < here.End; i++)
                {
                    done[start + i]++;
                    i.ShouldBeInRange(across.First, across.End - 1);
                }
            }
        }

        done.ShouldAllBe(times => times == 1);
    }

    private sealed class Meeting(int parts) : IWork
    {
        private int _arrivals;

        public TeamBarrier Barrier { get; } = new();

        public int Early { get; private set; }

        public void Run(int item, int worker)
        {
            int start = Volatile.Read(ref _arrivals) / (200 * parts) * (200 * parts);
            for (int round = 1; round <= 200; round++)
            {
                Interlocked.Increment(ref _arrivals);
                Barrier.Wait();
                Early += Volatile.Read(ref _arrivals) < start + (round * parts) ? 1 : 0;
            }
        }
    }

    /// <summary>Its outputs are its inputs; where threads share a prediction, the second one fails before the others meet it.</summary>
    private sealed class FailingModel() : Model(new ModelInfo("Failing", [1], [1], [], []), new FailingCode(), 0);

    private sealed unsafe class FailingCode : ModelCode
    {
        public override ModelLayout Layout { get; } = new()
        {
            PredictChunk = 1,
            PredictSlot = 16,
            PredictWeights = 16,
            PredictShared = 1,
            TrainChunk = 1,
            TrainSlot = 0,
            TrainWeights = 0,
            Shard = 0,
            Statistics = 0,
            Phases = 1,
            FirstBackwardPhase = 0,
            Reductions = 0,
            PredictPacks = 0,
            TrainPacks = 0,
            Classes = -1,
        };

        public override void PredictChunk(in StepContext c)
        {
            if (c.Part == 1)
            {
                throw new InvalidOperationException("part 1");
            }

            c.Barrier();
            c.Barrier();
            c.Outputs[0] = c.Inputs[0];
        }

        public override void TrainChunk(int phase, in StepContext c)
        {
        }

        public override void EndPhase(int phase, float* g, long shardStride, int shards, float* t)
        {
        }

        public override void ReduceGradient(int item, float* g, long shardStride, int shards)
        {
        }

        public override void PackForPrediction(int item, float* w)
        {
        }

        public override void PackForTraining(int item, float* w)
        {
        }

        public override void EvaluateLoss(float* outputs, int* labels, float* targets, int count, ShardTotals* totals)
        {
        }
    }
}
