using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Evaluate agrees with what Predict gives, by the formulas of the losses.</summary>
public sealed class EvaluateTests
{
    [Fact]
    public void Classes_AgreeWithPredict()
    {
        using ThreadedNet model = new(3);
        float[] inputs = Samples.Floats(23 * ThreadedNet.InputSize, 1);
        int[] labels = Samples.Labels(23, 5, 2);
        float[] outputs = new float[23 * 5];
        model.Predict(inputs, outputs);

        StepResult result = model.Evaluate(inputs, labels);

        double loss = 0;
        int correct = 0;
        for (int i = 0; i < 23; i++)
        {
            float[] scores = outputs[(i * 5)..((i + 1) * 5)];
            loss += Math.Log(scores.Sum(s => Math.Exp(s))) - scores[labels[i]];
            correct += Array.IndexOf(scores, scores.Max()) == labels[i] ? 1 : 0;
        }

        result.Loss.ShouldBe(loss / 23, 1e-6);
        result.Correct.ShouldBe(correct);
        result.Count.ShouldBe(23);
        result.Accuracy.ShouldBe(correct / 23.0);
    }

    [Fact]
    public void Targets_AgreeWithPredict()
    {
        using Regression model = new(3);
        float[] inputs = Samples.Floats(9 * Regression.InputSize, 1);
        float[] targets = Samples.Floats(9 * Regression.OutputSize, 2);
        float[] outputs = new float[targets.Length];
        model.Predict(inputs, outputs);

        StepResult result = model.Evaluate(inputs, targets);

        result.Loss.ShouldBe(outputs.Zip(targets, (a, b) => ((double)a - b) * ((double)a - b)).Average(), 1e-6);
        result.ShouldBe(new StepResult(result.Loss, 0, 0));
    }

    [Fact]
    public void TrainingAndEvaluation_AgreeWhereBothModesDo()
    {
        using Classifier model = new(3);
        float[] inputs = Samples.Floats(11 * Classifier.InputSize, 1);
        int[] labels = Samples.Labels(11, 4, 2);
        float[] predicted = new float[11 * 4];
        float[] trained = new float[11 * 4];
        model.Predict(inputs, predicted);

        StepResult result = model.ComputeGradients(inputs, labels, trained);

        trained.ShouldBe(predicted, 1e-6);
        result.Loss.ShouldBe(model.Evaluate(inputs, labels).Loss, 1e-6);
        result.Correct.ShouldBe(model.Evaluate(inputs, labels).Correct);
        result.Count.ShouldBe(11);
    }

    [Fact]
    public void Evaluate_LeavesTheModel_AndItsGradients()
    {
        using ThreadedNet model = new(3);
        float[] inputs = Samples.Floats(4 * ThreadedNet.InputSize, 1);
        int[] labels = Samples.Labels(4, 5, 2);
        model.ComputeGradients(inputs, labels);
        float[] gradients = model.Parameters.Gradients.ToArray();
        int[] bits = Samples.Bits(model);

        model.Evaluate(inputs, labels).ShouldBe(model.Evaluate(inputs, labels));

        Samples.Bits(model).ShouldBe(bits);
        model.Parameters.Gradients.ToArray().ShouldBe(gradients);
    }
}
