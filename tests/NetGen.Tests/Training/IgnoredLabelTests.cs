using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>Logits as they come, for three pixels of which some count for nothing.</summary>
[Input(2, 1, 3)] [Dropout(0)] [SoftmaxCrossEntropy(IgnoreIndex = 255, ClassWeights = "1, 3")]
public sealed partial class IgnoringLoss;

/// <summary>A pixel's classes from its two values.</summary>
[Input(2, 1, 3)] [Conv(2, 1)] [SoftmaxCrossEntropy(IgnoreIndex = 255)]
public sealed partial class IgnoringNet;

/// <summary>Labels that a model's loss leaves out, through evaluations and trainings of data sets.</summary>
public sealed class IgnoredLabelTests
{
    // Two samples of two channels and three pixels, and a label a pixel.
    private static readonly float[] s_inputs = [1, 2, 0, 0, 1, 3, 2, 0, 1, 0, 0, 1];
    private static readonly int[] s_labels = [0, 255, 1, 255, 1, 0];

    private static TensorDataset Set => new([2, 1, 3], s_inputs, s_labels);

    [Fact]
    public void AnEvaluation_CountsWhatIsNotIgnored()
    {
        using IgnoringLoss model = new(seed: 1);

        StepResult result = Trainer.Evaluate(model, Set);

        // Pixels (1, 0) of 0, (0, 3) of 1, (0, 0) of 1 and (1, 1) of 0: −log softmax each, times 1, 3, 3 and 1, over 8.
        double expected = (Math.Log(1 + Math.Exp(-1)) + (3 * Math.Log(1 + Math.Exp(-3))) + (3 * Math.Log(2)) + Math.Log(2)) / 8;
        result.Loss.ShouldBe(expected, 1e-6);
        result.Count.ShouldBe(4);
        result.Correct.ShouldBe(3); // of equal values the first is the largest
    }

    /// <summary>One sample a batch, of which one has two labels that count and the other two with other weights: the mean is still that of all labels together.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AnEvaluation_IsTheSameForAnyBatchSize(int batchSize)
    {
        using IgnoringLoss model = new(seed: 1);
        TensorDataset set = new([2, 1, 3], [1, 2, 0, 0, 1, 3, 2, 0, 1, 0, 0, 1, 7, 7, 7, 7, 7, 7], [0, 255, 1, 255, 1, 1, 255, 255, 255]);

        // −log softmax of (1, 0) as 0, (0, 3) as 1, (0, 0) as 1 and (1, 1) as 1, times 1, 3, 3 and 3, over 10; the last sample counts for nothing.
        double expected = (Math.Log(1 + Math.Exp(-1)) + (3 * Math.Log(1 + Math.Exp(-3))) + (3 * Math.Log(2)) + (3 * Math.Log(2))) / 10;
        Trainer.Evaluate(model, set, batchSize).Loss.ShouldBe(expected, 1e-6);
        Evaluator.Run(model, set, new EvaluationOptions { BatchSize = batchSize }).Loss!.Value.ShouldBe(expected, 1e-6);
        new Trainer(model, new Sgd(0.1f)) { BatchSize = batchSize }.Fit(Set, set).Epochs[^1].Validation!.Value.Loss.ShouldBe(expected, 1e-6);
    }

    [Fact]
    public void ATraining_LearnsFromTheRest()
    {
        using IgnoringNet net = new(seed: 1);

        TrainingResult result = new Trainer(net, new Adam(0.05f)) { BatchSize = 2, Epochs = 200, Seed = 1 }.Fit(Set, Set);

        result.Epochs[^1].Validation!.Value.Count.ShouldBe(4);
        result.Epochs[^1].Loss.ShouldBeLessThan(result.Epochs[0].Loss);
        double.IsFinite(result.Epochs[^1].Loss).ShouldBeTrue();
    }
}
