using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Further outputs with losses of their own.</summary>
public sealed class OutputTests
{
    private const string Heads =
        "[Input(3, 8, 8)] [Conv(6, 3)] [ReLU] [Tag(\"trunk\")] "
        + "[GlobalAvgPool] [Dense(5)] [Output(\"aux1\", Weight = 0.3f)] "
        + "[From(\"trunk\")] [Conv(4, 3, Bias = false)] [BatchNorm] [ReLU] [Tag(\"late\")] "
        + "[Flatten] [Dense(5)] [Output(\"aux2\", Weight = 0.7f)] [SoftmaxCrossEntropy(LabelSmoothing = 0.2f)] "
        + "[From(\"late\")] [MaxPool(2)] [Flatten] [Dense(5)] [SoftmaxCrossEntropy]";

    private const string Headless =
        "[Input(3, 8, 8)] [Conv(6, 3)] [ReLU] [Conv(4, 3, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)] [Flatten] [Dense(5, Name = \"dense3\")] [SoftmaxCrossEntropy]";

    public static TheoryData<string> Declarations => new()
    {
        Heads,
        "[Input(6)] [Dense(9)] [Tanh] [Tag(\"x\")] [Dense(4)] [Output(\"aux\")] [From(\"x\")] [Dense(4)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]",
        "[Input(6)] [Dense(4)] [Output(\"aux\", Weight = 2)] [ReLU] [Dense(4)] [MeanSquaredError]",
        "[Input(2, 3, 4)] [Conv(3, 3, Pad = 1)] [Output(\"one\", Weight = 0.4f)] [Tanh] [Output(\"two\", Weight = 1.5f)] [Conv(3, 1)] [MeanSquaredError]",
        "[Input(2, 3, 4)] [Conv(5, 3, Pad = 1)] [Output(\"one\", Weight = 0.4f)] [BatchNorm] [Output(\"two\")] [Conv(5, 1)] [SoftmaxCrossEntropy]",

        // A value that two losses and a layer read; an output that is the input; one that feeds an addition.
        "[Input(4)] [Output(\"input\", Weight = 0.5f)] [Dense(4)] [Output(\"a\")] [Output(\"b\", Weight = 3)] [ReLU] [Dense(4)] [MeanSquaredError]",
        "[Input(5)] [Dense(5)] [Tag(\"x\")] [Dense(5)] [Output(\"aux\")] [Add(\"x\")] [Tag(\"sum\")] [Sigmoid] [Output(\"more\")] [Dropout(0)] [Add(\"sum\")] [MeanSquaredError]",
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Gradients_AreThoseOfTheWeightedSum(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 5, step: 5e-3f);

    /// <summary>A head on the main output adds its weight to that of the loss: all is multiplied with 1 + weight, but what is counted.</summary>
    [Theory]
    [InlineData("SoftmaxCrossEntropy", "[Input(7)] [Dense(18)]")]
    [InlineData("SoftmaxCrossEntropy(LabelSmoothing = 0.3f)", "[Input(3, 4, 4)] [Conv(5, 3)]")]
    [InlineData("MeanSquaredError", "[Input(7)] [Dense(18)]")]
    [InlineData("MeanSquaredError", "[Input(3, 4, 4)] [Conv(5, 3)]")]
    [InlineData("BinaryCrossEntropy", "[Input(7)] [Dense(18)]")]
    [InlineData("BinaryCrossEntropy", "[Input(3, 4, 4)] [Conv(5, 3)]")]
    [InlineData("Huber(Delta = 0.3f)", "[Input(7)] [Dense(18)]")]
    [InlineData("Huber", "[Input(3, 4, 4)] [Conv(5, 3)]")]
    public void HeadOnTheMainOutput_WeighsTheLoss(string loss, string layers)
    {
        using Model plain = Nets.Make($"{layers} [{loss}]");
        using Model once = Nets.Make($"{layers} [Output(\"again\", Weight = 0.25f)] [{loss}] [{loss}]");
        using Model inherited = Nets.Make($"{layers} [Output(\"again\", Weight = 0.25f)] [Dropout(0)] [{loss}]");

        (StepResult result, float[] gradients) = Step(plain);
        foreach (Model model in (Model[])[once, inherited])
        {
            (StepResult weighted, float[] ofSum) = Step(model);

            weighted.Loss.ShouldBe(result.Loss * 1.25, 1e-6 * result.Loss);
            weighted.Correct.ShouldBe(result.Correct);
            weighted.Count.ShouldBe(result.Count);
            ofSum.ShouldBe(gradients.Select(g => g * 1.25f).ToArray(), 1e-5);
        }
    }

    [Fact]
    public void Prediction_IsThatOfTheModelWithoutHeads()
    {
        using Model heads = Nets.Make(Heads);
        using Model headless = Nets.Make(Headless);
        Share(heads, headless);
        float[] inputs = Nets.Random(4 * headless.Description.InputSize, 3);

        Nets.Predict(heads, inputs).ShouldBe(Nets.Predict(headless, inputs));
        heads.Evaluate(inputs, [0, 1, 2, 3]).ShouldBe(headless.Evaluate(inputs, [0, 1, 2, 3]));
    }

    [Fact]
    public void PlanOfPrediction_IsThatOfTheModelWithoutHeads()
    {
        Plan heads = PredictPlan(Heads);
        Plan headless = PredictPlan(Headless);

        // The tags that the heads begin at can be asked for besides.
        heads.Phases.Single().Calls.Where(c => !c.Ends).Select(c => c.Kernel).ShouldBe(headless.Kernels);
        heads.Packs.Select(p => p.Method).ShouldBe(headless.Packs.Select(p => p.Method));
        (heads.Chunk, heads.SlotSize, heads.WeightsSize).ShouldBe((headless.Chunk, headless.SlotSize, headless.WeightsSize));

        static Plan PredictPlan(string declaration) => Compiler.Compile(Models.Parse(Sources.Net(declaration))).Plan.ShouldNotBeNull().Predict;
    }

    [Fact]
    public void LayerTable_TellsHeadsApart()
    {
        using Model heads = Nets.Make(Heads);
        using Model headless = Nets.Make(Headless);
        ModelInfo info = heads.Description;

        info.Layers.Where(l => l.TrainingOnly).Select(l => l.Name).ShouldBe(
            ["globalavgpool1", "dense1", "flatten1", "dense2", "aux1.softmaxcrossentropy", "aux2.softmaxcrossentropy"]);
        info.Layers[^1].Name.ShouldBe("softmaxcrossentropy1");
        info.Layers[^2].Kind.ShouldBe("Output(\"aux2\", Weight = 0.7f), SoftmaxCrossEntropy(LabelSmoothing = 0.2f)");
        info.ParameterCount.ShouldBe(heads.Parameters.TrainableCount);
        info.PredictionParameterCount.ShouldBe(headless.Description.ParameterCount);
        info.PredictionMacs.ShouldBe(headless.Description.Macs);
        info.ToString().ShouldContain("Dense(5) (training only)");
        info.ToString().ShouldContain("\nin predictions ");
        headless.Description.PredictionParameterCount.ShouldBe(headless.Description.ParameterCount);
        headless.Description.ToString().ShouldNotContain("in predictions");
    }

    /// <summary>The loss and the gradients of a step over a few images.</summary>
    private static (StepResult Result, float[] Gradients) Step(Model model)
    {
        int batch = 3;
        int outputs = batch * model.Description.OutputSize;
        float[] inputs = Nets.Random(batch * model.Description.InputSize, 3);
        float[] inputGradients = new float[inputs.Length];
        int classes = model.Description.OutputShape[0];
        StepResult result = model.Description.Layers[^1].Kind.StartsWith("SoftmaxCrossEntropy", StringComparison.Ordinal)
            ? model.ComputeGradients(inputs, [.. Enumerable.Range(0, outputs / classes).Select(i => (i * 7) % classes)], default, inputGradients)
            : model.ComputeGradients(inputs, [.. Nets.Random(outputs, 4).Select(Math.Abs)], default, inputGradients);
        return (result, [.. inputGradients, .. model.Parameters.SelectMany(p => p.Gradient.ToArray())]);
    }

    private static void Share(Model from, Model to)
    {
        foreach (Parameter parameter in to.Parameters)
        {
            from.Parameters[parameter.Path].Values.CopyTo(parameter.Edit());
        }
    }
}
