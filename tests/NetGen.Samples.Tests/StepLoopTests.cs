using Autoencode;
using Generate;
using NetGen.Tests.Weights;
using Samples;
using Shouldly;

namespace NetGen.Samples.Tests;

/// <summary>Trainings of several models that are interrupted and gone on with.</summary>
public sealed class StepLoopTests : IDisposable
{
    private const int Epochs = 2;
    private const int Count = 20;
    private const int Batch = 4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APairOfNetworks_ComesToTheSameBits_ThoughItWasInterrupted()
    {
        float[] whole = TrainPair("whole", interruptedAt: null, out bool finished);
        finished.ShouldBeTrue();

        TrainPair("parts", interruptedAt: 3, out finished);
        finished.ShouldBeFalse();
        float[] parts = TrainPair("parts", interruptedAt: null, out finished);

        finished.ShouldBeTrue();
        parts.ShouldBe(whole);
    }

    [Fact]
    public void AVariationalAutoencoder_ComesToTheSameBits_ThoughItWasInterrupted()
    {
        float[] whole = TrainCode("whole", interruptedAt: null);
        float[] interrupted = TrainCode("parts", interruptedAt: 6);
        float[] parts = TrainCode("parts", interruptedAt: null);

        interrupted.ShouldNotBe(whole);
        parts.ShouldBe(whole);
    }

    [Fact]
    public void ATrainingThatHasEnded_TakesNoStep()
    {
        TrainCode("parts", interruptedAt: null);
        using PlaneDecoder decoder = new(1) { Threads = 1 };
        SavedState state = new(_folder["parts"], "code");
        state.Add("decoder", decoder);

        new StepLoop("parts", ["loss"], Epochs, Count / Batch, Batch)
            .Run(state, (_, _) => throw new InvalidOperationException("a step"), null, CancellationToken.None)
            .ShouldBeTrue();
    }

    [Fact]
    public void AFigureThatIsNoNumber_EndsTheTraining_AndWhatWasKeptStays()
    {
        TrainCode("parts", interruptedAt: 3);
        using PlaneDecoder decoder = new(1) { Threads = 1 };
        SavedState state = new(_folder["parts"], "code");
        state.Add("decoder", decoder);

        NotFiniteNumberException problem = Should.Throw<NotFiniteNumberException>(() => Run(state, (number, figures) => figures[0] = number == 6 ? double.NaN : 0, null));

        problem.Message.ShouldBe("parts: the training diverged: expected a finite loss, actual NaN in epoch 2, step 7.");
        state.Restore().ShouldBe(4);
    }

    [Fact]
    public void OtherSettings_AreRefused()
    {
        TrainCode("parts", interruptedAt: 3);
        SavedState state = new(_folder["parts"], "another seed");

        InputException problem = Should.Throw<InputException>(() => state.Restore());

        problem.Message.ShouldStartWith($"--out: \"{Path.Combine(_folder["parts"], "state-4")}\" was begun with other settings: expected another seed, actual code.");
    }

    [Fact]
    public void AStateThatWasHalfWritten_IsNone()
    {
        TrainCode("parts", interruptedAt: 3);
        Directory.CreateDirectory(Path.Combine(_folder["parts"], "state.part"));
        File.WriteAllText(Path.Combine(_folder["parts"], "state.part", "encoder.safetensors"), "half");

        new SavedState(_folder["parts"], "code").Restore().ShouldBe(4);
    }

    [Fact]
    public void ADamagedState_IsRefused_WithItsPath()
    {
        TrainCode("parts", interruptedAt: 3);
        string file = Path.Combine(_folder["parts"], "state-4", "decoder.safetensors");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);

        Should.Throw<InputException>(() => TrainCode("parts", interruptedAt: null)).Message.ShouldContain(file);
    }

    [Fact]
    public void AnOrder_HasEverySampleOnceInAnEpoch_AndIsAnotherInTheNext()
    {
        EpochOrder order = new(10, 3, seed: 7);
        int[][] epochs = [.. Enumerable.Range(0, 2).Select(epoch => Enumerable.Range(0, order.Steps).SelectMany(step => order.Batch((epoch * 3) + step).ToArray()).ToArray())];

        order.Steps.ShouldBe(3);
        epochs.ShouldAllBe(epoch => epoch.Length == 9 && epoch.Distinct().Count() == 9 && epoch.All(i => i >= 0 && i < 10));
        epochs[0].ShouldNotBe(epochs[1]);
        new EpochOrder(10, 3, seed: 7).Batch(4).ToArray().ShouldBe(epochs[1][3..6]);
    }

    /// <summary>Takes the steps, and is interrupted after one of them.</summary>
    private static bool Run(SavedState state, StepLoop.Step step, int? interruptedAt)
    {
        using CancellationTokenSource source = new();
        return new StepLoop("parts", ["loss"], Epochs, Count / Batch, Batch).Run(
            state,
            (number, figures) =>
            {
                step(number, figures);
                if (number == interruptedAt)
                {
                    source.Cancel();
                }
            },
            epochEnded: null,
            source.Token);
    }

    private float[] TrainPair(string name, int? interruptedAt, out bool finished)
    {
        using DigitGenerator generator = new(1);
        using DigitGenerator average = new(1);
        using DigitDiscriminator discriminator = new(1);
        using AdversarialPair pair = new(generator, average, discriminator, Batch, seed: 1) { Threads = 1 };
        float[] real = new float[Batch * DigitGenerator.OutputSize];
        float[] noise = new float[Batch * Noise.Size];
        finished = Run(
            pair.StateIn(_folder[name], "pair"),
            (number, figures) =>
            {
                RandomSource random = new(1, 1, (int)number);
                Noise.Fill(real, ref random);
                Noise.Fill(noise, ref random);
                (figures[0], _) = pair.Step(number, real, noise);
            },
            interruptedAt);
        return [.. generator.Parameters.Concat(average.Parameters).Concat(discriminator.Parameters).SelectMany(p => p.Values.ToArray())];
    }

    private float[] TrainCode(string name, int? interruptedAt)
    {
        using VariationalAutoencoder network = new(new PlaneEncoder(1), new PlaneDecoder(2)) { Threads = 1 };
        float[] images = new float[Batch * DigitSet.Pixels];
        Run(
            network.StateIn(_folder[name], "code"),
            (number, figures) =>
            {
                RandomSource random = new(1, 1, (int)number);
                foreach (ref float pixel in images.AsSpan())
                {
                    pixel = random.Next(2);
                }

                (figures[0], _) = network.Step(images, 0.001f, ref random);
            },
            interruptedAt);
        return [.. network.Encoder.Parameters.Concat(network.Decoder.Parameters).SelectMany(p => p.Values.ToArray())];
    }
}
