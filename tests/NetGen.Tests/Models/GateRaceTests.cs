using System.Runtime.CompilerServices;
using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Two threads that meet at a model's gate, put there by hand.</summary>
public sealed class GateRaceTests
{
    private static readonly float[] s_images = [.. Enumerable.Range(0, 6 * GatedNet.InputSize).Select(i => MathF.Sin(i))];
    private static readonly int[] s_labels = [0, 1, 2, 3, 0, 1];

    [Fact]
    public void ATrainingThatOthersTryToUse_GoesOn()
    {
        using GatedNet alone = new(1) { Threads = 1 };
        Trainer(alone).Fit(Data());
        using GatedNet model = new(1) { Threads = 1 };
        using ManualResetEventSlim begun = new();
        using CancellationTokenSource over = new();
        Thread[] others = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() => Disturb(model, begun, over.Token)))];
        Array.ForEach(others, t => t.Start());
        Trainer trainer = Trainer(model);
        trainer.Progress = new Training.Reports(_ => begun.Set());

        int epochs = trainer.Fit(Data()).Epochs.Count;

        over.Cancel();
        Array.ForEach(others, t => t.Join());
        epochs.ShouldBe(40);
        Samples.Bits(model).ShouldBe(Samples.Bits(alone));
    }

    [Fact]
    public void WhoHasTheModel_WaitsForTheMomentInWhichAnotherIsRefused()
    {
        using GatedNet model = new(1);
        Gate gate = model.Parameters.Gate!;
        using ManualResetEventSlim busy = new();
        Exception? refusal = null;
        Thread trainer = new(() =>
        {
            using Gate.Reservation reservation = gate.Reserve();

            // As another thread leaves it between coming in and seeing that the model is reserved.
            State(gate) = 1;
            busy.Set();
            refusal = Record.Exception(() => model.Evaluate(s_images, s_labels));
        });
        trainer.Start();
        busy.Wait(CancellationToken.None);
        SpinWait.SpinUntil(() => (trainer.ThreadState & (ThreadState.WaitSleepJoin | ThreadState.Stopped)) != 0);
        Interlocked.Exchange(ref State(gate), 0);
        trainer.Join();

        refusal.ShouldBeNull();
        model.Evaluate(s_images, s_labels).Count.ShouldBe(6);
    }

    [Fact]
    public void WhoWaitsForTheWeights_HasThemBeforeTheNextStep()
    {
        using GatedNet model = new(1);
        List<int> waiting = [];
        Thread reader = new(() => model.CreatePredictor().Dispose());
        Hook hook = new(() =>
        {
            if (waiting.Count == 0)
            {
                reader.Start();
                SpinWait.SpinUntil(() => model.Parameters.Gate!.Waiting == 1);
            }

            waiting.Add(model.Parameters.Gate!.Waiting);
        });

        model.TrainStep(s_images, s_labels, hook);
        model.TrainStep(s_images, s_labels, hook);

        reader.Join();
        waiting.ShouldBe([1, 0]);
    }

    [Fact]
    public void AStepInsideOfAStep_IsRefusedWhileAnotherThreadWaitsForTheWeights()
    {
        using GatedNet model = new(1);
        Thread reader = new(() => model.CreatePredictor().Dispose());
        Exception? refusal = null;

        model.TrainStep(s_images, s_labels, new Hook(() =>
        {
            reader.Start();
            SpinWait.SpinUntil(() => model.Parameters.Gate!.Waiting == 1);
            refusal = Record.Exception(() => model.Evaluate(s_images, s_labels));
        }));

        reader.Join();
        refusal.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("from inside of one of its own operations");
        model.Parameters.Gate!.Waiting.ShouldBe(0);
    }

    [Fact]
    public void WhoWaitsForTheWeights_IsToldOfADispose()
    {
        GatedNet model = new(1);
        Exception? refusal = null;
        Thread reader = new(() => refusal = Record.Exception(() => model.CreatePredictor()));

        model.TrainStep(s_images, s_labels, new Hook(() =>
        {
            reader.Start();
            SpinWait.SpinUntil(() => model.Parameters.Gate!.Waiting == 1);
            model.Dispose();
            reader.Join();
        }));

        refusal.ShouldBeOfType<ObjectDisposedException>();
        model.Parameters.Gate!.Waiting.ShouldBe(0);
    }

    [Fact]
    public void LooksFromManyThreads_AreAllCounted()
    {
        using GatedNet model = new(1) { Threads = 1 };
        int before = model.Parameters.Version;

        using Barrier start = new(4);
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(Look))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());

        model.Parameters.Version.ShouldBe(before + 4_000_000);

        void Look()
        {
            start.SignalAndWait();
            for (int i = 0; i < 1_000_000; i++)
            {
                _ = model.Parameters[0].Edit();
            }
        }
    }

    /// <summary>Uses what is not to be had, until the training is over.</summary>
    private static void Disturb(GatedNet model, ManualResetEventSlim begun, CancellationToken over)
    {
        float[] outputs = new float[6 * GatedNet.OutputSize];
        begun.Wait(CancellationToken.None);
        while (!over.IsCancellationRequested)
        {
            try
            {
                model.Predict(s_images, outputs);
            }
            catch (InvalidOperationException)
            {
                // As documented.
            }
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_state")]
    private static extern ref int State(Gate gate);

    private static Trainer Trainer(Model model) => new(model, new Sgd(0.01f)) { BatchSize = 2, Epochs = 40 };

    private static TensorDataset Data() => new([3, 8, 8], s_images, s_labels);

    private sealed class Hook(Action action) : Optimizer(0.1f)
    {
        protected override int StateCount => 0;

        protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients) => action();
    }
}
