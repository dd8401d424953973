using System.Runtime.CompilerServices;
using Shouldly;

namespace NetGen.Tests.Models;

[Input(3, 8, 8)]
[Conv(8, 3, Pad = 1)] [BatchNorm] [ReLU]
[Flatten]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class GatedNet;

/// <summary>A model does one thing at a time, says so to others, and ends cleanly whoever disposes of it and when.</summary>
public sealed class GateTests
{
    private static readonly float[] s_images = [.. Enumerable.Range(0, 6 * GatedNet.InputSize).Select(i => MathF.Sin(i))];
    private static readonly int[] s_labels = [0, 1, 2, 3, 0, 1];

    public static TheoryData<string> Operations => [.. s_operations.Keys];

    private static readonly Dictionary<string, Action<GatedNet>> s_operations = new()
    {
        ["Predict"] = m => Predict(m),
        ["Evaluate"] = m => m.Evaluate(s_images, s_labels),
        ["TrainStep"] = m => m.TrainStep(s_images, s_labels, new Sgd(0.1f)),
        ["ComputeGradients"] = m => m.ComputeGradients(s_images, s_labels),
        ["Threads"] = m => m.Threads = 3,
        ["Optimizer"] = m => new Sgd(0.1f).Step(m.Parameters),
        ["Fit"] = m => new Trainer(m, new Sgd(0.1f)).Fit(Data()),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void ASecondThread_IsRefused(string operation)
    {
        using GatedNet model = new(1);
        using Held held = new(model);

        string message = Should.Throw<InvalidOperationException>(() => s_operations[operation](model)).Message;

        message.ShouldContain("GatedNet can do one thing at a time, and another thread is using it");
        message.ShouldContain("CreatePredictor");
        held.Finish().ShouldBeNull();
        s_operations[operation](model);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void AnOperationInsideOfAnother_IsRefused(string operation)
    {
        using GatedNet model = new(1);
        Hook hook = new(() => Should.Throw<InvalidOperationException>(() => s_operations[operation](model)).Message.ShouldContain("from inside of one of its own operations"));

        model.TrainStep(s_images, s_labels, hook);

        hook.Runs.ShouldBe(1);
        s_operations[operation](model);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void AfterDispose_IsRefused(string operation)
    {
        GatedNet model = new(1);
        Predict(model);
        model.Dispose();
        model.Dispose();

        Should.Throw<ObjectDisposedException>(() => s_operations[operation](model));
        Should.Throw<ObjectDisposedException>(() => model.CreatePredictor());
    }

    [Fact]
    public void DisposeDuringAStep_LetsItEnd()
    {
        GatedNet model = new(1);
        Held held = new(model);

        model.Dispose();

        Should.Throw<ObjectDisposedException>(() => Predict(model));
        held.Finish().ShouldBeNull();
        Should.Throw<ObjectDisposedException>(() => model.TrainStep(s_images, s_labels, new Sgd(0.1f)));
        model.Parameters["dense1.bias"].Values[0].ShouldNotBe(float.NaN);
    }

    [Fact]
    public async Task CreatePredictor_WaitsForTheStep()
    {
        using GatedNet model = new(1);
        using Held held = new(model);
        Task<Predictor> made = Task.Factory.StartNew(() => model.CreatePredictor(), TaskCreationOptions.LongRunning);

        (await Task.WhenAny(made, Task.Delay(50))).ShouldNotBe(made);
        held.Finish().ShouldBeNull();

        using Predictor predictor = await made;
        float[] outputs = new float[6 * GatedNet.OutputSize];
        predictor.Predict(s_images, outputs);
        outputs.ShouldBe(Predict(model));
    }

    [Fact]
    public void CreatePredictor_InsideOfAStep_IsRefused()
    {
        using GatedNet model = new(1);

        model.TrainStep(s_images, s_labels, new Hook(() => Should.Throw<InvalidOperationException>(() => model.CreatePredictor())));
    }

    [Fact]
    public void APredictor_GoesOnAfterItsModel()
    {
        GatedNet model = new(1);
        float[] expected = Predict(model);
        using Predictor predictor = model.CreatePredictor(2);
        model.Dispose();

        float[] outputs = new float[expected.Length];
        predictor.Predict(s_images, outputs);

        outputs.ShouldBe(expected);
        predictor.Dispose();
        predictor.Dispose();
        Should.Throw<ObjectDisposedException>(() => predictor.Predict(s_images, outputs));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void APredictorOfManyThreads_GivesRightResultsOrSaysSo(int threads)
    {
        using GatedNet model = new(1);
        float[] expected = Predict(model);
        Predictor predictor = model.CreatePredictor(threads);
        Parallel.For(0, 4, worker =>
        {
            float[] outputs = new float[expected.Length];
            for (int i = 0; i < 200; i++)
            {
                try
                {
                    predictor.Predict(s_images, outputs);
                    outputs.ShouldBe(expected);
                }
                catch (InvalidOperationException)
                {
                    // In use by another, or disposed of, which is one as well.
                }

                if (worker == 0 && i == 100)
                {
                    predictor.Dispose();
                }
            }
        });
        Should.Throw<ObjectDisposedException>(() => predictor.Predict(s_images, new float[expected.Length]));
    }

    [Fact]
    public void Fit_KeepsTheModelForItsThread_BetweenStepsAsWell()
    {
        using GatedNet model = new(1);
        List<Exception?> found = [];
        float[] inline = [];
        Report report = new(progress =>
        {
            inline = Predict(model);

            // Another thread, while no step is at work.
            found.Add(Record.Exception(() => Elsewhere(() => Predict(model))));
            using Predictor predictor = Elsewhere(() => model.CreatePredictor());
            float[] outputs = new float[inline.Length];
            predictor.Predict(s_images, outputs);
            outputs.ShouldBe(inline);
        });

        new Trainer(model, new Sgd(0.1f)) { BatchSize = 2, Progress = report }.Fit(Data());

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(e => e is InvalidOperationException && e.Message.Contains("another thread trains it") && e.Message.Contains("CreatePredictor"));
        Predict(model).ShouldBe(inline);
    }

    [Fact]
    public void AProgressOnAnotherThread_ThatPredicts_BlocksNothing()
    {
        using GatedNet model = new(1);
        using CountdownEvent told = new(3);
        Exception?[] thrown = new Exception?[3];
        Progress<TrainingProgress> progress = new(p =>
        {
            thrown[p.Epoch - 1] = Record.Exception(() => Predict(model));
            told.Signal();
        });

        new Trainer(model, new Sgd(0.1f)) { Epochs = 3, Progress = progress }.Fit(Data()).Epochs.Count.ShouldBe(3);

        told.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        thrown.ShouldAllBe(e => e == null || e is InvalidOperationException);
    }

    [Fact]
    public void AThrowingProgress_EndsFit_AndFreesTheModel()
    {
        using GatedNet model = new(1);

        Should.Throw<TimeZoneNotFoundException>(() => new Trainer(model, new Sgd(0.1f)) { Progress = new Report(_ => throw new TimeZoneNotFoundException()) }.Fit(Data()));

        Elsewhere(() => Predict(model)).Length.ShouldBe(6 * GatedNet.OutputSize);
    }

    [Fact]
    public void ASpan_OutlivesItsModel()
    {
        Span<float> values = Values(out WeakReference model);
        float[] before = values.ToArray();
        Collect();
        model.IsAlive.ShouldBeFalse();

        // Whoever gets memory now gets other memory.
        float[][] others = [.. Enumerable.Range(0, 64).Select(_ => GC.AllocateArray<float>(before.Length, pinned: true))];
        values.SequenceEqual(before).ShouldBeTrue();
        values.Fill(7);
        others.ShouldAllBe(o => o.All(x => x == 0));
    }

    [Fact]
    public void AFinalizer_MayPredict()
    {
        float[] expected;
        using (GatedNet model = new(1))
        {
            expected = Predict(model);
        }

        Holder.Result = null;
        Forget();
        Collect();

        Holder.Failure.ShouldBeNull();
        Holder.Result.ShouldBe(expected);
    }

    /// <summary>Runs something on a thread of its own.</summary>
    private static T Elsewhere<T>(Func<T> action)
    {
        T? result = default;
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(() => { result = action(); }));
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw failure;
    }

    private static float[] Predict(GatedNet model)
    {
        float[] outputs = new float[6 * GatedNet.OutputSize];
        model.Predict(s_images, outputs);
        return outputs;
    }

    private static TensorDataset Data() => new([3, 8, 8], s_images, s_labels);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<float> Values(out WeakReference model)
    {
        GatedNet made = new(1) { Threads = 1 };
        model = new WeakReference(made);
        return made.Parameters["dense1.weight"].Edit();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget() => Predict(new Holder().Model);

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    /// <summary>Predicts when it is collected, together with its model.</summary>
    private sealed class Holder
    {
        public static float[]? Result { get; set; }

        public static Exception? Failure { get; private set; }

        public GatedNet Model { get; } = new(1) { Threads = 3 };

        ~Holder()
        {
            Failure = Record.Exception(() => Result = Predict(Model));
        }
    }

    private sealed class Report(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        void IProgress<TrainingProgress>.Report(TrainingProgress value) => action(value);
    }

    /// <summary>An optimizer that runs something of the user's in the middle of a step.</summary>
    private sealed class Hook(Action action) : Optimizer(0.1f)
    {
        public int Runs { get; private set; }

        protected override int StateCount => 0;

        protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients)
        {
            Runs++;
            action();
        }
    }

    /// <summary>A step on another thread that is held in its middle.</summary>
    private sealed class Held : IDisposable
    {
        private readonly ManualResetEventSlim _go = new();
        private readonly Task<Exception?> _step;

        public Held(GatedNet model)
        {
            using ManualResetEventSlim inside = new();
            Hook hook = new(() =>
            {
                inside.Set();
                _go.Wait();
            });
            _step = Task.Factory.StartNew(() => (Exception?)Record.Exception(() => model.TrainStep(s_images, s_labels, hook)), TaskCreationOptions.LongRunning);
            inside.Wait();
        }

        /// <summary>Lets the step end; what it threw.</summary>
        public Exception? Finish()
        {
            _go.Set();
            return _step.GetAwaiter().GetResult();
        }

        public void Dispose() => Finish();
    }
}
