using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>After the first calls, nothing is allocated.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string, int> Cases => new()
    {
        { "Adam", 1 }, { "Adam", 2 }, { "Sgd", 1 }, { "RmsProp", 2 }, { "AdaGrad", 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void TrainStep_AllocatesNothing(string name, int threads)
    {
        using ThreadedNet model = new(1) { Threads = threads };
        Optimizer optimizer = name switch { "Adam" => new Adam(), "Sgd" => new Sgd(0.01f) { Momentum = 0.9 }, "RmsProp" => new RmsProp(), _ => new AdaGrad() };
        float[] inputs = Samples.Floats(20 * ThreadedNet.InputSize, 1);
        int[] labels = Samples.Labels(20, 5, 1);

        ShouldAllocateNothing(model, () => model.TrainStep(inputs, labels, optimizer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TrainStep_OfLargeDenseLayers_AllocatesNothing(int threads)
    {
        using WideNet streaming = new(1) { Threads = threads };
        using WideNormNet phases = new(1) { Threads = threads };
        Sgd first = new(0.01f);
        Sgd second = new(0.01f);
        float[] inputs = Samples.Floats(5 * WideNet.InputSize, 1);
        int[] labels = Samples.Labels(5, 3, 1);

        ShouldAllocateNothing(streaming, () => streaming.TrainStep(inputs, labels, first));
        ShouldAllocateNothing(phases, () => phases.TrainStep(inputs, labels, second));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TrainStep_OfManyWeights_AllocatesNothing(int threads)
    {
        using ManyWeightsNet model = new(1) { Threads = threads };
        Sgd optimizer = new(0.01f);
        float[] inputs = Samples.Floats(5 * ManyWeightsNet.InputSize, 1);
        int[] labels = Samples.Labels(5, 3, 1);

        ShouldAllocateNothing(model, () => model.TrainStep(inputs, labels, optimizer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Predict_AllocatesNothing(int threads)
    {
        using ThreadedNet model = new(1) { Threads = threads };
        float[] inputs = Samples.Floats(20 * ThreadedNet.InputSize, 1);
        float[] outputs = new float[20 * ThreadedNet.OutputSize];

        ShouldAllocateNothing(model, () => model.Predict(inputs, outputs));
        using Predictor predictor = model.CreatePredictor(threads);
        ShouldAllocateNothing(model, () => predictor.Predict(inputs, outputs));
    }

    [Fact]
    public void Predict_OfOneImage_OnSeveralThreads_AllocatesNothing()
    {
        using TeamNet model = new(1) { Threads = 2 };
        float[] inputs = Samples.Floats(TeamNet.InputSize, 1);
        float[] outputs = new float[TeamNet.OutputSize];

        ShouldAllocateNothing(model, () => model.Predict(inputs, outputs));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Features_AllocateNothing(int threads)
    {
        using TaggedNet model = new(1) { Threads = threads };
        float[] inputs = Samples.Floats(20 * TaggedNet.InputSize, 1);
        float[] values = new float[20 * 108];
        using Predictor predictor = model.CreatePredictor(threads);

        ShouldAllocateNothing(model, () => model.Features("pooled", inputs, values));
        ShouldAllocateNothing(model, () => predictor.Features("pooled", inputs, values));
    }

    [Fact]
    public void OtherCalls_AllocateNothing()
    {
        using Features features = new(1) { Threads = 1 };
        using Regression regression = new(1) { Threads = 1 };
        float[] inputs = Samples.Floats(3 * Features.InputSize, 1);
        float[] outputs = new float[3 * Features.OutputSize];
        float[] gradients = new float[inputs.Length];
        float[] targets = new float[3 * Regression.OutputSize];

        ShouldAllocateNothing(features, () =>
        {
            features.Forward(inputs, outputs);
            features.Backward(outputs, gradients);
        });
        using HeadedNet headed = new(1) { Threads = 1 };
        float[] images = Samples.Floats(3 * HeadedNet.InputSize, 1);
        int[] labels = [0, 1, 4];
        Adam optimizer = new();
        ShouldAllocateNothing(headed, () => headed.TrainStep(images, labels, optimizer));
        ShouldAllocateNothing(regression, () => regression.Evaluate(inputs.AsSpan(0, 3 * Regression.InputSize), targets));
    }

    [Fact]
    public void TrainingAndPredictingByTurns_AllocatesNothing()
    {
        using Classifier model = new(1) { Threads = 1 };
        Adam optimizer = new();
        float[] inputs = Samples.Floats(4 * Classifier.InputSize, 1);
        int[] labels = [0, 1, 2, 3];
        float[] outputs = new float[4 * Classifier.OutputSize];

        ShouldAllocateNothing(model, () =>
        {
            model.TrainStep(inputs, labels, optimizer);
            model.Predict(inputs, outputs);
            model.Evaluate(inputs, labels);
        });
    }

    /// <summary>The count itself: an object in each item, whichever thread takes it.</summary>
    [Fact]
    public void AllocationsOfWorkers_AreSeen()
    {
        using WorkerPool pool = new(3);
        Allocating work = new();

        Allocations.OnThreadsOf(pool, () => pool.Run(work, 3), 800).Sum().ShouldBeGreaterThanOrEqualTo(3 * 800 * Allocations.SmallestObject);
    }

    private static void ShouldAllocateNothing(Model model, Action action) => Allocations.ShouldBeNone(model, action);

    private sealed class Allocating : IWork
    {
        private readonly object?[] _kept = new object?[3];

        public void Run(int item, int worker) => _kept[worker] = new object();
    }
}
