using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Outputs with targets of their own, and samples that count differently in a loss.</summary>
public sealed class OwnTargetsTests
{
    private const string Detector =
        "[Input(2, 4, 4)] [Conv(6, 3, Pad = 1)] [Tanh] [Flatten] [Tag(\"trunk\")] [Dense(4)] [Output(\"box\", Targets = true, Weight = 0.5f)] [SmoothL1] [From(\"trunk\")] [Dense(3)] [SoftmaxCrossEntropy]";

    public static TheoryData<string> Declarations => new()
    {
        Detector,

        // A loss like the model's; two outputs that are one value; an output that others read; images and vectors, and one on the model's own targets besides.
        "[Input(5)] [Dense(6)] [Tanh] [Tag(\"x\")] [Dense(4)] [Output(\"more\", Targets = true, Weight = 2)] [From(\"x\")] [Dense(3)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]",
        "[Input(5)] [Dense(6)] [Tanh] [Dense(4)] [Output(\"a\", Targets = true)] [Output(\"b\", Targets = true, Weight = 0.25f)] [Huber] [Tanh] [Dense(3)] [BinaryCrossEntropy]",
        "[Input(2, 4, 5)] [Conv(5, 3, Pad = 1)] [Output(\"mask\", Targets = true)] [Dice] [BatchNorm] [Output(\"aux\", Weight = 0.3f)] [Conv(5, 1)] [MeanSquaredError]",
        "[Input(2, 4, 5)] [Conv(5, 3, Pad = 1)] [Output(\"overlaps\", Targets = true)] [Dice(Sigmoid = true)] [Tanh] [Conv(3, 1)] [SoftmaxCrossEntropy(ClassWeights = \"1, 2, 0.5\")]",
        "[Input(4, 3)] [SimpleRNN(5, ReturnSequences = true)] [Tag(\"x\")] [Dense(4)] [Output(\"each\", Targets = true)] [SoftmaxCrossEntropy] [From(\"x\")] [GlobalAvgPool] [Dense(2)] [MeanSquaredError]",
    };

    /// <summary>Losses whose samples may count differently, each with the layers before it.</summary>
    public static TheoryData<string, string> Losses => new()
    {
        { "[Dense(18)]", "MeanSquaredError" },
        { "[Reshape(2, 3, 1)] [Conv(3, 1)]", "MeanSquaredError" },
        { "[Dense(5)]", "SmoothL1(Beta = 0.5f)" },
        { "[Reshape(2, 3, 1)] [Conv(3, 1)]", "Huber" },
        { "[Dense(5)]", "BinaryCrossEntropy" },
        { "[Dense(5)]", "SoftmaxCrossEntropy" },
        { "[Reshape(2, 3, 1)] [Conv(3, 1)]", "SoftmaxCrossEntropy(LabelSmoothing = 0.2f)" },
        { "[Reshape(2, 3, 1)] [Conv(3, 1)]", "SoftmaxCrossEntropy(IgnoreIndex = 2, ClassWeights = \"1, 3, 0.5\")" },
        { "[Reshape(2, 3, 1)] [Conv(3, 1)]", "Dice" },
        { "[Reshape(2, 3, 1)] [Conv(3, 1)]", "Dice(Sigmoid = true)" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Gradients_AreThoseOfTheWeightedSum(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 5, step: 5e-3f);

    /// <summary>A sample of weight 3 is one that comes three times, and one of weight 0 is not there: by the values, whatever the kernel does with weights.</summary>
    [Theory]
    [MemberData(nameof(Losses))]
    public void Weights_AreThoseOfRepeatedSamples(string layers, string loss)
    {
        string declaration = $"[Input(6)] [Tag(\"x\")] {layers} [Output(\"own\", Targets = true, Weight = 1.5f)] [{loss}] [From(\"x\")] [Dense(2)] [MeanSquaredError]";
        using Model model = Nets.Make(declaration);
        float[] inputs = Nets.Random(4 * 6, 3);
        int[] repeated = [0, 2, 2, 2, 3];
        float[] weights = [1, 0, 3, 1];
        int size = model.Description.Outputs[1].Size;
        int classes = model.Description.Outputs[1].Shape[0];
        bool ofLabels = loss.StartsWith("SoftmaxCrossEntropy", StringComparison.Ordinal) || loss == "Dice";
        float[] values = [.. Nets.Random(4 * size, 5).Select(Math.Abs)];
        int[] labels = [.. Enumerable.Range(0, 4 * size / classes).Select(i => ((i * 5) + 1) % classes)];
        float[] none = new float[4 * 2];
        Targets weighted = ofLabels ? new Targets().Labels("own", labels, weights) : new Targets().Values("own", values, weights);
        Targets plain = ofLabels ? new Targets().Labels("own", Rows(labels, repeated)) : new Targets().Values("own", Rows(values, repeated));

        // The model's own loss differs between the two batches: only what is the output's is compared.
        model.ComputeGradients(inputs, weighted.Values(none));
        StepResult result = model.ResultOf("own");
        float[] gradients = Of(model);
        StepResult evaluated = model.Evaluate(inputs, weighted) is var _ ? model.ResultOf("own") : default;

        model.ComputeGradients(Rows(inputs, repeated), plain.Values(new float[5 * 2]));
        StepResult expected = model.ResultOf("own");

        result.Loss.ShouldBe(expected.Loss, 1e-5 * (1 + Math.Abs(expected.Loss)));
        evaluated.Loss.ShouldBe(expected.Loss, 1e-5 * (1 + Math.Abs(expected.Loss)));
        gradients.ShouldBe(Of(model), 1e-5);
        result.Count.ShouldBe(evaluated.Count);
        result.Correct.ShouldBe(evaluated.Correct);

        static T[] Rows<T>(T[] all, int[] rows) => [.. rows.SelectMany(r => all.AsSpan(r * (all.Length / 4), all.Length / 4).ToArray())];
        static float[] Of(Model model) => [.. model.Parameters.Where(p => !p.Path.StartsWith("dense2", StringComparison.Ordinal) && !(p.Path.StartsWith("dense1", StringComparison.Ordinal) && p.Shape[0] == 2)).SelectMany(p => p.Gradient.ToArray())];
    }

    [Fact]
    public void SamplesThatAreLeftOut_MayHaveAnyTargets()
    {
        using Model model = Nets.Make(Detector);
        float[] inputs = Nets.Random(3 * model.Description.InputSize, 3);
        float[] boxes = Nets.Random(3 * 4, 4);
        int[] classes = [0, 2, 1];
        StepResult result = model.ComputeGradients(inputs, new Targets().Labels(classes).Values("box", boxes, new float[] { 1, 0, 0.5f }));
        float[] gradients = [.. model.Parameters.SelectMany(p => p.Gradient.ToArray())];

        boxes.AsSpan(4, 4).Fill(float.NaN);
        Targets damaged = new Targets().Labels(classes).Values("box", boxes, new float[] { 1, 0, 0.5f });

        model.ComputeGradients(inputs, damaged).ShouldBe(result);
        model.Parameters.SelectMany(p => p.Gradient.ToArray()).ShouldBe(gradients);
        double.IsFinite(model.Evaluate(inputs, damaged).Loss).ShouldBeTrue();
    }

    [Fact]
    public void NoSampleThatCounts_IsALossOf0()
    {
        using Model model = Nets.Make(Detector);
        float[] inputs = Nets.Random(2 * model.Description.InputSize, 3);
        Targets targets = new Targets().Labels(new[] { 0, 1 }, new float[2]).Values("box", Nets.Random(8, 4), new float[2]);

        model.ComputeGradients(inputs, targets).ShouldBe(new StepResult(0, 0, 0));
        model.Parameters.SelectMany(p => p.Gradient.ToArray()).ShouldAllBe(g => g == 0);
        model.Evaluate(inputs, targets).ShouldBe(new StepResult(0, 0, 0));
    }

    [Fact]
    public void Loss_IsTheWeightedSum_AndEachByItself()
    {
        using Model model = Nets.Make(Detector);
        float[] inputs = Nets.Random(4 * model.Description.InputSize, 3);
        float[] boxes = Nets.Random(4 * 4, 4);
        int[] classes = [0, 2, 1, 1];
        OutputSet outputs = new(model.Description);
        StepResult step = model.ComputeGradients(inputs, new Targets().Labels(classes).Values("box", boxes), outputs);

        // Worked out from the outputs.
        double entropy = 0;
        double distance = 0;
        int hits = 0;
        for (int i = 0; i < 4; i++)
        {
            float[] logits = outputs["output"].Slice(i * 3, 3).ToArray();
            entropy += Math.Log(logits.Sum(l => Math.Exp(l))) - logits[classes[i]];
            hits += Array.IndexOf(logits, logits.Max()) == classes[i] ? 1 : 0;
            for (int j = 0; j < 4; j++)
            {
                double d = Math.Abs(outputs["box"][(i * 4) + j] - boxes[(i * 4) + j]);
                distance += d < 1 ? d * d / 2 : d - 0.5;
            }
        }

        model.ResultOf("output").Loss.ShouldBe(entropy / 4, 1e-5);
        model.ResultOf("output").Correct.ShouldBe(hits);
        model.ResultOf("box").ShouldBe(new StepResult(model.ResultOf("box").Loss, 0, 0));
        model.ResultOf("box").Loss.ShouldBe(distance / 16, 1e-5);
        step.Loss.ShouldBe((entropy / 4) + (0.5 * distance / 16), 1e-5);
        (step.Correct, step.Count).ShouldBe((hits, 4));
        StepResult evaluated = model.Evaluate(inputs, new Targets().Labels(classes).Values("box", boxes));
        evaluated.Loss.ShouldBe(step.Loss, 1e-5);
    }

    [Fact]
    public void Predictions_GiveEachOutput()
    {
        using Model model = Nets.Make(Detector);
        using Model boxes = Nets.Make("[Input(2, 4, 4)] [Conv(6, 3, Pad = 1)] [Tanh] [Flatten] [Dense(4)]");
        foreach (Parameter parameter in boxes.Parameters)
        {
            model.Parameters[parameter.Path].Values.CopyTo(parameter.Edit());
        }

        float[] inputs = Nets.Random(3 * model.Description.InputSize, 3);
        OutputSet outputs = new(model.Description);
        model.Predict(inputs, outputs);
        using Predictor predictor = model.CreatePredictor();
        OutputSet others = new(model.Description);
        predictor.Predict(inputs, others);

        outputs["box"].ToArray().ShouldBe(Nets.Predict(boxes, inputs));
        outputs["output"].ToArray().ShouldBe(Nets.Predict(model, inputs));
        others["box"].ToArray().ShouldBe(outputs["box"].ToArray());
        model.Description.Outputs.Select(o => $"{o.Name} {string.Join("×", o.Shape)}").ShouldBe(["output 3", "box 4"]);
        model.Description.ToString().ShouldStartWith("Net: 2×4×4 → 3, box 4\n");
        model.Description.Layers.ShouldAllBe(l => !l.TrainingOnly);
    }
}
