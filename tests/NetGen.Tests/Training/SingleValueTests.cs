using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>A batch norm over feature vectors.</summary>
[Input(2)]
[Dense(8)] [BatchNorm] [ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class VectorNormNet;

/// <summary>A batch norm of single pixels.</summary>
[Input(2, 2, 2)]
[Conv(5, 2)] [BatchNorm] [ReLU]
[Flatten] [Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class PixelNormNet;

/// <summary>A batch norm of several pixels, which one image is enough for.</summary>
[Input(2, 3, 2)]
[Conv(5, 2)] [BatchNorm] [ReLU]
[Flatten] [Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class RowNormNet;

/// <summary>No batch norm.</summary>
[Input(2)]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class PlainPointNet;

/// <summary>No loss.</summary>
[Input(4)] [BatchNorm]
public sealed partial class BareNorm;

/// <summary>A batch norm cannot train on a single value a channel, and nothing of the model changes where it is asked to.</summary>
public sealed class SingleValueTests
{
    [Fact]
    public void StepOfOne_IsRefusedAndChangesNothing()
    {
        using VectorNormNet vector = new(1);
        using VectorNormNet untouched = new(1);
        using PixelNormNet pixel = new(1);
        int[] before = Samples.Bits(vector);

        ArgumentException refused = Should.Throw<ArgumentException>(() => vector.TrainStep([1f, 2f], [0], new Sgd(0.1f)));
        Should.Throw<ArgumentException>(() => vector.ComputeGradients([1f, 2f], [0]));
        Should.Throw<ArgumentException>(() => pixel.ComputeGradients(new float[8], [0]));

        refused.Message.ShouldContain("batchnorm1");
        refused.Message.ShouldContain("FreezeBatchNorm");
        Samples.Bits(vector).ShouldBe(before);
        float[] inputs = Samples.Floats(6 * 2, 1);
        int[] labels = Samples.Labels(6, 3, 1);
        vector.TrainStep(inputs, labels, new Sgd(0.1f)).ShouldBe(untouched.TrainStep(inputs, labels, new Sgd(0.1f)));
        Samples.Bits(vector).ShouldBe(Samples.Bits(untouched));
    }

    [Fact]
    public void ForwardOfOne_IsRefused()
    {
        using BareNorm model = new(1);
        float[] outputs = new float[4];

        Should.Throw<ArgumentException>(() => model.Forward(new float[4], outputs));

        model.FreezeBatchNorm = true;
        model.Forward(new float[4], outputs);
        model.Predict(new float[4], outputs);
    }

    [Fact]
    public void OneImageOfSeveralPixels_Trains()
    {
        using RowNormNet model = new(1);

        model.TrainStep(Samples.Floats(12, 1), [0], new Sgd(0.1f)).Count.ShouldBe(1);
    }

    [Fact]
    public void FrozenOrInferring_OneIsEnough()
    {
        using VectorNormNet model = new(1) { FreezeBatchNorm = true };

        model.TrainStep([1f, 2f], [0], new Sgd(0.1f)).Count.ShouldBe(1);

        model.FreezeBatchNorm = false;
        model.Evaluate([1f, 2f], [0]).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(17, 8)]
    [InlineData(9, 1)]
    [InlineData(1, 64)]
    public void Fit_RefusesABatchOfOneBeforeTheFirstStep(int samples, int batch)
    {
        using VectorNormNet model = new(1);
        int[] before = Samples.Bits(model);

        Should.Throw<ArgumentException>(() => new Trainer(model, new Sgd(0.1f)) { BatchSize = batch }.Fit(Clusters.Make(samples, 1))).Message.ShouldContain("batchnorm1");

        Samples.Bits(model).ShouldBe(before);
        model.FreezeBatchNorm = true;
        new Trainer(model, new Sgd(0.1f)) { BatchSize = batch }.Fit(Clusters.Make(samples, 1)).Epochs.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(17, 8, false, 2)]
    [InlineData(17, 8, true, 2)]
    [InlineData(16, 8, true, 2)]
    [InlineData(8, 8, true, 1)]
    public void DropLast_TakesWholeBatchesAlone(int samples, int batch, bool norms, int stepsPerEpoch)
    {
        using VectorNormNet with = new(1);
        using PlainPointNet without = new(1);

        TrainingResult result = new Trainer(norms ? with : without, new Sgd(0.1f)) { BatchSize = batch, Epochs = 3, DropLast = true }.Fit(Clusters.Make(samples, 1));

        result.Steps.ShouldBe(3 * stepsPerEpoch);
    }

    [Fact]
    public void DropLast_RefusesToLeaveNothing()
    {
        using VectorNormNet model = new(1);

        Should.Throw<ArgumentException>(() => new Trainer(model, new Sgd(0.1f)) { BatchSize = 64, DropLast = true }.Fit(Clusters.Make(63, 1)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void RunningStatistics_AreUnbiasedOverLanes(int batch)
    {
        using BareNorm model = new(1);
        float[] inputs = Samples.Floats(batch * 4, 5);

        model.Forward(inputs, new float[inputs.Length]);

        for (int c = 0; c < 4; c++)
        {
            double[] values = [.. Enumerable.Range(0, batch).Select(i => (double)inputs[(i * 4) + c])];
            double mean = values.Average();
            double variance = values.Sum(v => (v - mean) * (v - mean)) / (batch - 1);
            ((double)model.Parameters["batchnorm1.running_mean"].ReadOnlyValues[c]).ShouldBe(0.1 * mean, 1e-6);
            ((double)model.Parameters["batchnorm1.running_var"].ReadOnlyValues[c]).ShouldBe(0.9 + (0.1 * variance), 1e-6);
        }
    }
}
