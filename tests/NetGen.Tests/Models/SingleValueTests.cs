using Shouldly;

namespace NetGen.Tests.Models;

[Input(4)]
[Dense(6)] [BatchNorm] [ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
internal sealed partial class NormedVector;

[Input(4)]
[Dense(6)] [BatchNorm]
internal sealed partial class NormedFeatures;

[Input(4)] [BatchNorm]
internal sealed partial class NormedInput;

[Input(2, 1, 2)]
[BatchNorm] [Flatten] [Dense(3)]
[SoftmaxCrossEntropy]
internal sealed partial class NormedImage;

/// <summary>A batch norm cannot train on a single value a channel, of which nothing would be left; PyTorch refuses it as well.</summary>
public sealed class SingleValueTests
{
    private static readonly float[] s_inputs = [.. Enumerable.Range(0, 36).Select(i => MathF.Cos(i))];

    [Fact]
    public void AStep_IsRefused_AndChangesNothing()
    {
        using NormedVector model = new(1);
        float[][] before = [.. model.Parameters.Select(p => p.Values.ToArray())];

        ArgumentException refused = Should.Throw<ArgumentException>(() => model.TrainStep(s_inputs.AsSpan(0, 4), [0], new Sgd(0.1f)));

        refused.ParamName.ShouldBe("inputs");
        refused.Message.ShouldContain("actual 1: batchnorm1 would normalise a single value a channel");
        refused.Message.ShouldContain("FreezeBatchNorm");
        Should.Throw<ArgumentException>(() => model.ComputeGradients(s_inputs.AsSpan(0, 4), [0]));
        model.Parameters.Select(p => p.Values.ToArray()).ShouldBe(before);

        // The noise and all else is as if nobody had tried.
        using NormedVector other = new(1);
        other.TrainStep(s_inputs.AsSpan(0, 8), [0, 1], new Sgd(0.1f)).ShouldBe(model.TrainStep(s_inputs.AsSpan(0, 8), [0, 1], new Sgd(0.1f)));
    }

    [Fact]
    public void WithoutALoss_ForwardIsRefused()
    {
        using NormedFeatures model = new(1);

        Should.Throw<ArgumentException>(() => model.Forward(s_inputs.AsSpan(0, 4), new float[6])).ParamName.ShouldBe("inputs");
        model.Forward(s_inputs.AsSpan(0, 8), new float[12]);
    }

    [Fact]
    public void WithFrozenStatistics_OneSampleTrains()
    {
        using NormedVector model = new(1) { FreezeBatchNorm = true };
        float[] variance = model.Parameters["batchnorm1.running_var"].Values.ToArray();

        model.TrainStep(s_inputs.AsSpan(0, 4), [0], new Sgd(0.1f)).Count.ShouldBe(1);

        model.Parameters["batchnorm1.running_var"].Values.ToArray().ShouldBe(variance);
    }

    [Fact]
    public void AnImageOfTwoPixels_AndPredictions_AreFine()
    {
        using NormedImage image = new(1);
        image.TrainStep(s_inputs.AsSpan(0, 4), [0], new Sgd(0.1f)).Count.ShouldBe(1);
        using NormedVector vector = new(1);
        vector.Predict(s_inputs.AsSpan(0, 4), new float[3]);
        vector.Evaluate(s_inputs.AsSpan(0, 4), [0]).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(9, 4)]
    [InlineData(9, 1)]
    [InlineData(1, 4)]
    public void Fit_RefusesALastBatchOfOne_BeforeItBegins(int samples, int batch)
    {
        using NormedVector model = new(1);
        Sgd optimizer = new(0.1f);

        Should.Throw<ArgumentException>(() => new Trainer(model, optimizer) { BatchSize = batch }.Fit(Data(samples))).Message.ShouldContain("DropLast");

        optimizer.Steps.ShouldBe(0);
    }

    [Fact]
    public void DropLast_LeavesTheRestOut()
    {
        using NormedVector model = new(1);
        Sgd optimizer = new(0.1f);

        new Trainer(model, optimizer) { BatchSize = 4, Epochs = 3, DropLast = true }.Fit(Data(9)).Epochs.Count.ShouldBe(3);

        optimizer.Steps.ShouldBe(6);
        Should.Throw<ArgumentException>(() => new Trainer(model, optimizer) { BatchSize = 16, DropLast = true }.Fit(Data(9))).Message.ShouldContain("a whole batch of 16 samples");
    }

    [Fact]
    public void WithoutBatchNorm_ALastBatchOfOneTrains()
    {
        using Classifier model = new(1);
        Sgd optimizer = new(0.1f);
        float[] inputs = [.. Enumerable.Range(0, 5 * Classifier.InputSize).Select(i => MathF.Cos(i))];

        new Trainer(model, optimizer) { BatchSize = 4 }.Fit(new TensorDataset([Classifier.InputSize], inputs, [0, 1, 0, 1, 0]));

        optimizer.Steps.ShouldBe(2);
    }

    /// <summary>Few samples over many shards: the merged variance is that of the whole batch, and the running one has one degree of freedom less.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void RunningStatistics_AreUnbiasedOverShards(int batch)
    {
        using NormedInput model = new(1);
        float[] inputs = s_inputs[..(batch * 4)];

        model.Forward(inputs, new float[inputs.Length]);

        for (int c = 0; c < 4; c++)
        {
            double[] values = [.. Enumerable.Range(0, batch).Select(i => (double)inputs[(i * 4) + c])];
            double mean = values.Average();
            double variance = values.Sum(v => (v - mean) * (v - mean)) / (batch - 1);
            ((double)model.Parameters["batchnorm1.running_mean"].Values[c]).ShouldBe(0.1 * mean, 1e-6);
            ((double)model.Parameters["batchnorm1.running_var"].Values[c]).ShouldBe(0.9 + (0.1 * variance), 1e-6);
        }
    }

    private static TensorDataset Data(int samples) => new([4], s_inputs[..(4 * samples)], [.. Enumerable.Range(0, samples).Select(i => i % 3)]);
}
