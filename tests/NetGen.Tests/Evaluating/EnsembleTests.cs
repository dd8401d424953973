using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Evaluating;

public sealed class EnsembleTests
{
    [Theory]
    [InlineData(EnsembleAverage.Probabilities)]
    [InlineData(EnsembleAverage.Logits)]
    public void OfOne_IsTheModel_ToTheBit(EnsembleAverage average)
    {
        using Classifier model = new(3);
        float[] inputs = Samples.Floats(11 * 6, 1);
        float[] expected = new float[44];
        model.Predict(inputs, expected);
        Logits.Softmax(expected, 4, expected);
        float[] actual = new float[44];

        new Ensemble(model) { Average = average }.Predict(inputs, actual);

        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));
    }

    [Fact]
    public void Mean_ByHand()
    {
        // The members say odds of 1 : 3 and 1 : 1, and the third has probabilities.
        FunctionPredictor first = new([1], [2], _ => [0, MathF.Log(3)]);
        FunctionPredictor second = new([1], [2], _ => [5, 5]);
        FunctionPredictor third = new([1], [2], _ => [0.9f, 0.1f]) { GivesProbabilities = true };
        float[] outputs = new float[4];

        new Ensemble(first, second).Predict([0, 0], outputs);
        outputs.ShouldBe([0.375f, 0.625f, 0.375f, 0.625f], 1e-6);

        new Ensemble(first, second, third).Predict([0, 0], outputs);
        outputs.ShouldBe([1.65f / 3, 1.35f / 3, 1.65f / 3, 1.35f / 3], 1e-6);

        // Mean logits 2.5 and (log 3 + 5) / 2: odds of 1 : √3.
        new Ensemble(first, second) { Average = EnsembleAverage.Logits }.Predict([0, 0], outputs);
        outputs[0].ShouldBe((float)(1 / (1 + Math.Sqrt(3))), 1e-6f);
    }

    [Fact]
    public void Pixels_HaveAMeanEach()
    {
        // Two classes, one row of two pixels; the softmax is over planes.
        FunctionPredictor first = new([1], [2, 1, 2], _ => [0, 0, MathF.Log(3), 0]);
        FunctionPredictor second = new([1], [2, 1, 2], _ => [0, 0, 0, MathF.Log(3)]);
        float[] outputs = new float[4];

        new Ensemble(first, second).Predict([0], outputs);

        outputs.ShouldBe([0.375f, 0.375f, 0.625f, 0.625f], 1e-6);
    }

    [Fact]
    public void EvaluatesAsOne_AndNests()
    {
        using Classifier first = new(1);
        using Classifier second = new(2);
        using Predictor predictor = second.CreatePredictor();
        TensorDataset set = new([6], Samples.Floats(6 * 50, 1), Samples.Labels(50, 4, 2));
        Ensemble ensemble = new(first, predictor);
        float[] outputs = new float[200];
        ensemble.Predict(set.Batches(50).Single().Inputs, outputs);
        int[] predicted = new int[50];
        Logits.ArgMax(outputs, 4, predicted);
        double expected = predicted.Where((p, i) => p == set.LabelOf(i)).Count() / 50.0;

        EvaluationResult result = Evaluator.Run(ensemble, set, new EvaluationOptions { BatchSize = 7 });

        result.Accuracy.ShouldBe(expected);
        result.Loss.ShouldBeNull();
        Evaluator.Run(new Ensemble(ensemble), set).Accuracy.ShouldBe(expected);
    }

    [Fact]
    public void ModelsThatEndInSoftmax_GiveProbabilities()
    {
        using ProbabilityNet model = new(1);
        float[] expected = new float[3];
        model.Predict([1, 2], expected);
        float[] actual = new float[3];

        new Ensemble(model).Predict([1, 2], actual);

        actual.ShouldBe(expected);
        ((IPredictor)model).GivesProbabilities.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new Ensemble(model) { Average = EnsembleAverage.Logits }).Message.ShouldContain("ProbabilityNet");
    }

    [Fact]
    public void Predict_AllocatesNothing()
    {
        using Classifier first = new(1) { Threads = 1 };
        using Classifier second = new(2) { Threads = 1 };
        Ensemble ensemble = new(first, second);
        float[] inputs = new float[60];
        float[] outputs = new float[40];
        ensemble.Predict(inputs, outputs);

        Allocations.OnThisThread(() => ensemble.Predict(inputs, outputs), 1000).ShouldBeLessThan(1000 * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        using Classifier model = new(1);
        using Regression regression = new(1);

        Should.Throw<ArgumentException>(() => new Ensemble()).ParamName.ShouldBe("members");
        Should.Throw<ArgumentException>(() => new Ensemble(model, new FunctionPredictor([5], [4], x => x))).Message
            .ShouldContain("the same input shape, actual Classifier with (6) and function with (5)");
        Should.Throw<ArgumentException>(() => new Ensemble(model, new FunctionPredictor([6], [2, 2], x => x))).Message
            .ShouldContain("the same output shape, actual Classifier with (4) and function with (2, 2)");
        Should.Throw<ArgumentException>(() => new Ensemble(regression)).Message.ShouldContain("expected a classifier, actual Regression");
        Should.Throw<ArgumentException>(() => new Ensemble(model).Predict(new float[7], new float[4])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentException>(() => new Ensemble(model).Predict(new float[6], new float[3])).ParamName.ShouldBe("outputs");
        Should.Throw<ArgumentOutOfRangeException>(() => new Ensemble(model) { Average = (EnsembleAverage)2 }).ParamName.ShouldBe("Average");
    }
}
