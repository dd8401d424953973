using System.Diagnostics;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Bits do not depend on threads or on how a batch is cut.</summary>
public sealed class ThreadTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Training_HasTheSameBits(int threads)
    {
        Train(() => new ThreadedNet(5), threads).ShouldBe(Train(() => new ThreadedNet(5), 1));
        Train(() => new StreamingNet(5), threads).ShouldBe(Train(() => new StreamingNet(5), 1));
        Train(() => new WideNet(5), threads).ShouldBe(Train(() => new WideNet(5), 1));
        Train(() => new WideNormNet(5), threads).ShouldBe(Train(() => new WideNormNet(5), 1));
        Train(() => new ManyWeightsNet(5), threads).ShouldBe(Train(() => new ManyWeightsNet(5), 1));
        Train(() => new HeadedNet(5), threads).ShouldBe(Train(() => new HeadedNet(5), 1));

        static int[] Train(Func<Model> make, int threads)
        {
            using Model model = make();
            model.Threads = threads;
            Adam optimizer = new(0.01f);
            List<int> bits = [];

            // Batches under, at and over the number of shards, and of several chunks.
            // A batch norm over vectors needs two samples.
            foreach (int batch in (int[])[model.Layout.NormOfOneValue is null ? 1 : 2, 3, 8, 13, 40, 13])
            {
                float[] inputs = Samples.Floats(batch * model.Description.InputSize, (ulong)batch);
                int[] labels = Samples.Labels(batch, model.Description.OutputSize, (ulong)batch);
                StepResult result = model.TrainStep(inputs, labels, optimizer);
                bits.Add(BitConverter.DoubleToInt64Bits(result.Loss).GetHashCode());
                bits.AddRange(Samples.Bits(model.Parameters.Gradients));
            }

            return [.. bits, .. Samples.Bits(model)];
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Features_OfEachBatchSize_HaveTheBitsOfOneByOne(int threads)
    {
        using TaggedNet model = new(5) { Threads = threads };
        float[] inputs = Samples.Floats(40 * TaggedNet.InputSize, 1);
        float[] single = new float[40 * 540];
        for (int i = 0; i < 40; i++)
        {
            model.Features("conv", inputs.AsSpan(i * TaggedNet.InputSize, TaggedNet.InputSize), single.AsSpan(i * 540, 540));
        }

        foreach (int batch in (int[])[2, 7, 40])
        {
            float[] values = new float[batch * 540];
            model.Features("conv", inputs.AsSpan(0, batch * TaggedNet.InputSize), values);
            Samples.Bits(values).ShouldBe(Samples.Bits(single.AsSpan(0, values.Length)));
        }
    }

    [Fact]
    public void Seeds_GiveEqualBits_AndOthersDifferent()
    {
        using ThreadedNet one = new(5);
        using ThreadedNet two = new(5);
        using ThreadedNet other = new(6);

        Samples.Bits(two).ShouldBe(Samples.Bits(one));
        Samples.Bits(other).ShouldNotBe(Samples.Bits(one));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Prediction_OfEachBatchSize_HasTheBitsOfOneByOne(int threads)
    {
        using ThreadedNet model = new(5) { Threads = threads };
        float[] inputs = Samples.Floats(40 * ThreadedNet.InputSize, 1);
        float[] single = new float[40 * ThreadedNet.OutputSize];
        for (int i = 0; i < 40; i++)
        {
            model.Predict(inputs.AsSpan(i * ThreadedNet.InputSize, ThreadedNet.InputSize), single.AsSpan(i * ThreadedNet.OutputSize, ThreadedNet.OutputSize));
        }

        for (int batch = 1; batch <= 40; batch++)
        {
            float[] outputs = new float[batch * ThreadedNet.OutputSize];
            model.Predict(inputs.AsSpan(0, batch * ThreadedNet.InputSize), outputs);
            Samples.Bits(outputs).ShouldBe(Samples.Bits(single.AsSpan(0, outputs.Length)));
        }
    }

    [Fact]
    public void Predictors_OnManyThreads_HaveTheSameBits()
    {
        using ThreadedNet model = new(5);
        float[] inputs = Samples.Floats(9 * ThreadedNet.InputSize, 1);
        float[] expected = new float[9 * ThreadedNet.OutputSize];
        model.Predict(inputs, expected);
        int[] bits = Samples.Bits(expected);
        int wrong = 0;
        Exception? failure = null;

        Thread[] threads = [.. Enumerable.Range(0, 16).Select(number => new Thread(() =>
        {
            try
            {
                using Predictor predictor = model.CreatePredictor(1 + (number % 3));
                float[] outputs = new float[expected.Length];
                for (int i = 0; i < 30; i++)
                {
                    outputs.AsSpan().Clear();
                    predictor.Predict(inputs, outputs);
                    if (!Samples.Bits(outputs).AsSpan().SequenceEqual(bits))
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            }
            catch (Exception e)
            {
                Volatile.Write(ref failure, e);
            }
        }))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());

        failure.ShouldBeNull();
        wrong.ShouldBe(0);
    }

    [Fact]
    public void APredictor_KeepsItsWeights_WhileTheModelTrainsOn()
    {
        using Classifier model = new(1);
        float[] inputs = Samples.Floats(8 * Classifier.InputSize, 1);
        using Predictor predictor = model.CreatePredictor();
        float[] before = Outputs(predictor.Predict);

        model.TrainStep(inputs, Samples.Labels(8, 4, 2), new Sgd(0.5f));

        Outputs(predictor.Predict).ShouldBe(before);
        float[] after = Outputs(model.Predict);
        after.ShouldNotBe(before);
        using Predictor second = model.CreatePredictor();
        Outputs(second.Predict).ShouldBe(after);

        float[] Outputs(Predict predict)
        {
            float[] outputs = new float[8 * Classifier.OutputSize];
            predict(inputs, outputs);
            return outputs;
        }
    }

    [Fact]
    public void Threads_MayChangeBetweenCalls()
    {
        using ThreadedNet model = new(5);
        float[] inputs = Samples.Floats(12 * ThreadedNet.InputSize, 1);
        int[] labels = Samples.Labels(12, 5, 1);
        List<double> losses = [];
        foreach (int threads in (int[])[1, 4, 2, 1, 5])
        {
            model.Threads = threads;
            model.Threads.ShouldBe(threads);
            losses.Add(model.Evaluate(inputs, labels).Loss);
            model.ComputeGradients(inputs, labels);
            model.Parameters["batchnorm1.running_mean"].Edit().Clear();
            model.Parameters["batchnorm1.running_var"].Edit().Fill(1);
            model.Parameters["resblock1.batchnorm1.running_mean"].Edit().Clear();
            model.Parameters["resblock1.batchnorm1.running_var"].Edit().Fill(1);
            model.Parameters["resblock1.batchnorm2.running_mean"].Edit().Clear();
            model.Parameters["resblock1.batchnorm2.running_var"].Edit().Fill(1);
        }

        losses.Distinct().Count().ShouldBe(1);
    }

    /// <summary>Other tests run in the same process, so a process of its own would be needed to count all threads; the pool's are named.</summary>
    [Fact]
    public void OneThread_StartsNone()
    {
        using ThreadedNet model = new(5) { Threads = 1 };
        float[] inputs = Samples.Floats(12 * ThreadedNet.InputSize, 1);
        float[] outputs = new float[12 * ThreadedNet.OutputSize];
        HashSet<int> seen = [];

        model.TrainStep(inputs, Samples.Labels(12, 5, 1), new ThreadRecorder(seen));
        model.Predict(inputs, outputs);
        using Predictor predictor = model.CreatePredictor();
        predictor.Predict(inputs, outputs);

        seen.ShouldBe([Environment.CurrentManagedThreadId]);
        WorkersOf(model).ShouldBe(0);
        model.Threads = 3;
        model.Predict(inputs, outputs);
        WorkersOf(model).ShouldBe(2);
    }

    private static int WorkersOf(Model model) => model.Pool.Threads - 1;

    private delegate void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    private sealed class ThreadRecorder(HashSet<int> seen) : Optimizer(0)
    {
        protected override int StateCount => 0;

        protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients) => seen.Add(Environment.CurrentManagedThreadId);
    }
}
