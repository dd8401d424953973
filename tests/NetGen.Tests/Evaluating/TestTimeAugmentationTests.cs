using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Evaluating;

public sealed class TestTimeAugmentationTests
{
    private static readonly int[] Shape = [2, 2, 3];
    private static readonly float[] Image = [1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16];

    [Fact]
    public void HorizontalFlip_ReallyFlips_EachImage()
    {
        FunctionPredictor predictor = new(Shape, [2], x => [x[0], x[2]]) { GivesProbabilities = true };
        float[] second = [.. Image.Select(v => v * 2)];
        float[] outputs = new float[4];

        new TestTimeAugmentation(predictor, TestTimeAugmentation.HorizontalFlip(Shape)).Predict([.. Image, .. second], outputs);

        float[] flipped = [3, 2, 1, 6, 5, 4, 13, 12, 11, 16, 15, 14];
        predictor.Seen.ShouldBe([Image, second, flipped, [.. flipped.Select(v => v * 2)]]);
        outputs.ShouldBe([2, 2, 4, 4]);
    }

    [Fact]
    public void Shifts_RepeatTheBorder()
    {
        FunctionPredictor predictor = new(Shape, [1], _ => [1]);
        new TestTimeAugmentation(predictor, [.. TestTimeAugmentation.Shifts(Shape, 1)]).Predict(Image, new float[1]);

        predictor.Seen.ShouldBe(
        [
            Image,
            [2, 3, 3, 5, 6, 6, 12, 13, 13, 15, 16, 16],
            [1, 1, 2, 4, 4, 5, 11, 11, 12, 14, 14, 15],
            [4, 5, 6, 4, 5, 6, 14, 15, 16, 14, 15, 16],
            [1, 2, 3, 1, 2, 3, 11, 12, 13, 11, 12, 13],
        ]);
    }

    [Fact]
    public void Shifts_BySeveralPixels()
    {
        FunctionPredictor predictor = new([1, 4, 4], [1], _ => [1]);
        float[] image = [.. Enumerable.Range(0, 16).Select(i => (float)i)];
        new TestTimeAugmentation(predictor, [.. TestTimeAugmentation.Shifts([1, 4, 4], 3)]).Predict(image, new float[1]);

        predictor.Seen[1].ShouldBe([3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15]);
        predictor.Seen[2].ShouldBe([0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12]);
        predictor.Seen[3].ShouldBe([12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15]);
        predictor.Seen[4].ShouldBe([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
    }

    [Fact]
    public void AViewThatChangesNothing_GivesTheModelsProbabilities()
    {
        using ThreadedNet model = new(3);
        float[] inputs = Samples.Floats(5 * ThreadedNet.InputSize, 1);
        float[] kept = [.. inputs];
        float[] expected = new float[25];
        model.Predict(inputs, expected);
        Logits.Softmax(expected, 5, expected);
        float[] actual = new float[25];

        new TestTimeAugmentation(model, _ => { }).Predict(inputs, actual);

        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));
        inputs.ShouldBe(kept);
    }

    [Fact]
    public void EvaluatesAsAPredictor_WhateverTheBatches()
    {
        using ThreadedNet model = new(3);
        TensorDataset set = new([3, 9, 8], Samples.Floats(20 * ThreadedNet.InputSize, 1), Samples.Labels(20, 5, 2));
        TestTimeAugmentation flips = new(model, TestTimeAugmentation.HorizontalFlip(set.InputShape));
        float[] outputs = new float[100];
        flips.Predict(set.Batches(20).Single().Inputs, outputs);
        int[] predicted = new int[20];
        Logits.ArgMax(outputs, 5, predicted);

        EvaluationResult result = Evaluator.Run(flips, set, new EvaluationOptions { BatchSize = 3 });

        result.Accuracy.ShouldBe(predicted.Where((p, i) => p == set.LabelOf(i)).Count() / 20.0);
        result.Loss.ShouldBeNull();
    }

    [Fact]
    public void Predict_AllocatesNothing()
    {
        using ThreadedNet model = new(3) { Threads = 1 };
        TestTimeAugmentation views = new(model, [TestTimeAugmentation.HorizontalFlip([3, 9, 8]), .. TestTimeAugmentation.Shifts([3, 9, 8], 1)]);
        float[] inputs = new float[2 * ThreadedNet.InputSize];
        float[] outputs = new float[10];
        views.Predict(inputs, outputs);

        Allocations.OnThisThread(() => views.Predict(inputs, outputs), 700).ShouldBeLessThan(700 * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        using Segmenter segmenter = new(1);
        FunctionPredictor predictor = new(Shape, [1], _ => [1]);

        Should.Throw<ArgumentException>(() => new TestTimeAugmentation(predictor)).ParamName.ShouldBe("views");
        Should.Throw<ArgumentException>(() => new TestTimeAugmentation(segmenter, _ => { })).Message.ShouldContain("expected a class for each whole sample");
        Should.Throw<ArgumentOutOfRangeException>(() => TestTimeAugmentation.Shifts(Shape, 0)).ParamName.ShouldBe("pixels");
        Should.Throw<ArgumentOutOfRangeException>(() => TestTimeAugmentation.Shifts(Shape, 2)).ParamName.ShouldBe("pixels");
        Should.Throw<ArgumentException>(() => TestTimeAugmentation.HorizontalFlip([4])).ParamName.ShouldBe("shape");
        Should.Throw<ArgumentException>(() => new TestTimeAugmentation(predictor, TestTimeAugmentation.HorizontalFlip([2, 3, 3])).Predict(Image, new float[1])).Message
            .ShouldContain("expected an image of (2, 3, 3)");
    }
}
