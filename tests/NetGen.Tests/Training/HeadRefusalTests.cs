using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>What a network whose outputs have targets of their own cannot be trained with is refused before anything is.</summary>
public sealed class HeadRefusalTests
{
    [Fact]
    public void FurtherTargets_AreExactlyThoseOfTheOutputs()
    {
        HeadData data = HeadData.OfDetector(6, 1);
        TensorDataset plain = new([3, 8, 7], data.Inputs, data.Labels);
        Bad(plain, "\"box\"", "none for \"box\"");
        Bad(plain.With("bix", data.Boxes), "outputs with targets of their own (\"box\")", "actual some for \"bix\"");
        Bad(plain.With("box", data.Boxes).With("kind", data.Labels), "actual some for \"kind\"");
        Bad(plain.With("output", data.Labels).With("box", data.Boxes), "actual some for \"output\"");
        Bad(plain.With("box", data.Labels), "expected 4 float targets a sample for DetectorNet's output \"box\"", "actual 1 labels");
        Bad(plain.With("box", new float[18]), "expected 4 float targets", "actual 3");
        Bad(new Twice(data.ToDetector()), "actual several for \"box\"");

        HeadData kinds = HeadData.OfTwoTargets(6, 1);
        TensorDataset values = new([6], kinds.Inputs, kinds.Boxes);
        using TwoTargetsNet two = new(1);
        Refused(two, values.With("kind", new int[12]), "train", "expected 1 labels a sample for TwoTargetsNet's output \"kind\"", "actual 2");
        Refused(two, values.With("kind", new float[6]), "train", "expected 4 float targets a sample", "actual 1");
        new Trainer(two, new Sgd(0.1f)).Fit(values.With("kind", new float[24])).Steps.ShouldBe(1);

        using Classifier classifier = new(1);
        Refused(classifier, new TensorDataset(Classifier.Info.InputShape, new float[2 * Classifier.InputSize], new int[2]).With("box", data.Boxes[..2]), "train", "Classifier has none", "actual some for \"box\"");

        static void Bad(Dataset set, params string[] words)
        {
            using DetectorNet model = new(1);
            Refused(model, set, "train", words);
            Should.Throw<ArgumentException>(() => new Trainer(model, new Sgd(0.1f)).Fit(HeadData.OfDetector(6, 1).ToDetector(), set)).ParamName.ShouldBe("validation");
            Should.Throw<ArgumentException>(() => Trainer.Evaluate(model, set)).ParamName.ShouldBe("dataset");
            Should.Throw<ArgumentException>(() => OverfitCheck.Run(model, new Sgd(0.1f), set, 2)).ParamName.ShouldBe("dataset");
            if (set.Further.Count > 0)
            {
                Should.Throw<ArgumentException>(() => Evaluator.Run(model, set)).ParamName.ShouldBe("dataset");
            }
        }
    }

    [Fact]
    public void ChangesOfBatchesAndPixels_SeveralRanks_AndStreams_AreRefused()
    {
        Dataset data = HeadData.OfDetector(6, 1).ToDetector();
        using DetectorNet model = new(1);
        int[] before = Samples.Bits(model);
        ArgumentException mixed = Should.Throw<ArgumentException>(() => new Trainer(model, new Sgd(0.1f)) { BatchTransform = Augmentation.Mixup(0.2f) }.Fit(data));
        mixed.ParamName.ShouldBe("BatchTransform");
        mixed.Message.ShouldContain("targets of its own for \"box\"");

        InvalidOperationException ranks = Should.Throw<InvalidOperationException>(() => new Trainer(model, new Sgd(0.1f)) { World = new TwoRanks() }.Fit(data));
        ranks.Message.ShouldContain("expected a World of one rank for DetectorNet");
        ranks.Message.ShouldContain("(\"box\"), actual 2");

        ArgumentException stream = Should.Throw<ArgumentException>(() => new Trainer(model, new Sgd(0.1f)).Fit(new SampleStream([3, 8, 7], AsyncEnumerable.Empty<Sample>())));
        stream.ParamName.ShouldBe("train");
        stream.Message.ShouldContain("none for \"box\"");
        Samples.Bits(model).ShouldBe(before);
    }

    [Fact]
    public void PixelsThatMove_NeedFurtherTargetsThatStay()
    {
        // Classes at each of 2 × 2 pixels, and a class and two values of the whole image.
        float[] inputs = Samples.Floats(4 * 4, 1);
        Dataset pixels = new TensorDataset([1, 2, 2], inputs, new int[16]).With("scene", [0, 1, 2, 0]);
        using SceneNet model = new(1);
        using ScaleNet values = new(1);

        new Trainer(model, new Sgd(0.1f)) { PixelTransform = Still }.Fit(pixels).Steps.ShouldBe(1);
        ArgumentException e = Should.Throw<ArgumentException>(() =>
            new Trainer(values, new Sgd(0.1f)) { PixelTransform = Still }.Fit(new TensorDataset([1, 2, 2], inputs, new int[16]).With("scale", new float[8])));
        e.ParamName.ShouldBe("PixelTransform");
        e.Message.ShouldContain("actual \"scale\" of (2)");

        static void Still(Span<float> input, Span<int> labels, ref RandomSource random)
        {
        }
    }

    private static void Refused(Model model, Dataset train, string parameter, params string[] words)
    {
        int[] before = Samples.Bits(model);
        ArgumentException e = Should.Throw<ArgumentException>(() => new Trainer(model, new Sgd(0.1f)).Fit(train));
        e.ParamName.ShouldBe(parameter);
        foreach (string word in words)
        {
            e.Message.ShouldContain(word);
        }

        Samples.Bits(model).ShouldBe(before);
    }

    /// <summary>A set that names an output twice.</summary>
    private sealed class Twice(Dataset source) : Dataset(source.InputShape, source.LabelSize, source.TargetSize)
    {
        public override int Count => source.Count;

        public override IReadOnlyList<FurtherTargets> Further => [.. source.Further, .. source.Further];

        public override void CopyInput(int index, Span<float> destination) => source.CopyInput(index, destination);

        public override void CopyLabels(int index, Span<int> destination) => source.CopyLabels(index, destination);

        public override void CopyFurtherTargets(int index, int place, Span<float> destination) => source.CopyFurtherTargets(index, 0, destination);
    }

    /// <summary>Two processes, of which nothing is asked.</summary>
    private sealed class TwoRanks : World
    {
        public override int Rank => 0;

        public override int Size => 2;

        public override string Describe(int rank) => "none";

        public override void BeginSum(Span<float> values) => throw new NotSupportedException();

        public override void Progress() => throw new NotSupportedException();

        public override void EndSums() => throw new NotSupportedException();

        public override void Sum(Span<double> values) => throw new NotSupportedException();

        public override void Gather(ReadOnlySpan<byte> own, Span<byte> all) => throw new NotSupportedException();

        public override void Broadcast(Span<byte> values) => throw new NotSupportedException();

        public override void Abort(string reason) => throw new NotSupportedException();
    }
}
