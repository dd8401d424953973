using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Networks of sequences, put together node by node or declared, against plain loops.</summary>
public sealed class SequenceTests
{
    private const int Batch = 3;
    private static readonly EquatableArray<string> s_tag = new[] { "x" };

    /// <summary>Dense layers of each step and of all, and features before time when a sequence is flattened.</summary>
    [Theory]
    [InlineData(7, 5, 19)]
    [InlineData(1, 5, 3)]
    [InlineData(4, 16, 16)]
    [InlineData(3, 33, 2)]
    public void DenseOfEachStep_ThenOfAll(int steps, int features, int units)
    {
        NodeList net = new();
        int tanh = net.Add("Tanh", new TanhSpec(1, 1), net.Input(Shape.Sequence(steps, features)));
        int dense = net.Add("Dense", new DenseSpec(units, Bias: true), tanh);
        int flat = net.Add("Flatten", new FlattenSpec(), net.Add("ReLU", new ReLUSpec(), dense));
        net.Add("Dense", new DenseSpec(3, Bias: true), flat);

        Agree(net, steps * features, (model, x) => Dense(
            model,
            "dense2",
            [.. Steps(x, features).SelectMany(step => Dense(model, "dense1", [.. step.Select(Math.Tanh)])).Select(v => Math.Max(v, 0))]));
    }

    /// <summary>What leaves is (time, features), and the gradient by it enters so; few features enter unpadded.</summary>
    [Theory]
    [InlineData(4, 20, 6)]
    [InlineData(5, 3, 40)]
    public void ASequence_IsHandedOut(int steps, int features, int units)
    {
        NodeList net = new();
        int dense = net.Add("Dense", new DenseSpec(units, Bias: false), net.Input(Shape.Sequence(steps, features)));
        net.Add("Sigmoid", new SigmoidSpec(), dense);

        using Model model = net.Make();
        model.Description.InputShape.ShouldBe([steps, features]);
        model.Description.OutputShape.ShouldBe([steps, units]);
        Agree(model, steps * features, (m, x) => [.. Steps(x, features).SelectMany(step => Dense(m, "dense1", step)).Select(v => 1 / (1 + Math.Exp(-v)))]);
    }

    /// <summary>Joins of sequences, and a vector that scales the features of each step; two inputs share a sample.</summary>
    [Fact]
    public void Sequences_AreJoined()
    {
        const int Length = 6, Features = 5;
        NodeList net = new();
        int scale = net.Input(Shape.Vector(Features));
        int x = net.Input(Shape.Sequence(Length, Features));
        int dense = net.Add("Dense", new DenseSpec(Features, Bias: true), x);
        int sum = net.Add("Add", new AddSpec(s_tag), dense, x);
        int scaled = net.Add("Multiply", new MultiplySpec(s_tag), sum, scale);
        net.Add("Softmax", new SoftmaxSpec(), net.Add("Concat", new ConcatSpec(s_tag), scaled, x));

        Agree(net, Features + (Length * Features), (model, sample) =>
        [
            .. Steps(sample[Features..], Features).SelectMany(step =>
            {
                double[] y = Dense(model, "dense1", step);
                double[] joined = [.. y.Select((v, i) => (v + step[i]) * sample[i]), .. step];
                double total = joined.Sum(Math.Exp);
                return joined.Select(v => Math.Exp(v) / total);
            }),
        ]);
    }

    /// <summary>A sequence becomes an image in the order of its values.</summary>
    [Fact]
    public void ASequence_BecomesAnImage()
    {
        NodeList net = new();
        int image = net.Add("Reshape", new ReshapeSpec(5, 2, 3), net.Add("ReLU", new ReLUSpec(), net.Input(Shape.Sequence(3, 10))));
        net.Add("GlobalAvgPool", new GlobalAvgPoolSpec(), image);

        Agree(net, 30, (_, x) => [.. x.Select(v => Math.Max(v, 0)).Chunk(6).Select(channel => channel.Average())]);
    }

    /// <summary>In training, large dense layers sum over images; steps are summed by the packed form.</summary>
    [Fact]
    public void ALargeDenseLayer_TakesEachStep()
    {
        NodeList net = new();
        net.Add("Dense", new DenseSpec(512, Bias: true), net.Input(Shape.Sequence(2, 512)));

        Agree(net, 1024, (model, x) => [.. Steps(x, 512).SelectMany(step => Dense(model, "dense1", step))]);
    }

    /// <summary>Declared sequences, with losses of each step and pools over the steps.</summary>
    [Theory]
    [InlineData("[Input(4, 3)] [Dense(5)] [Tanh] [Dense(3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(4, 3)] [Dense(18)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]")]
    [InlineData("[Input(4, 3)] [Dense(18)] [Tanh] [MeanSquaredError]")]
    [InlineData("[Input(4, 3)] [Dense(18)] [BinaryCrossEntropy]")]
    [InlineData("[Input(4, 3)] [Dense(5)] [Huber(Delta = 0.5f)]")]
    [InlineData("[Input(4, 3)] [Dense(18)] [Tanh] [GlobalAvgPool] [Dense(2)]")]
    [InlineData("[Input(4, 3)] [Dense(5)] [Softplus] [GlobalMaxPool] [Dense(2)]")]
    public void DeclaredSequences_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3);

    /// <summary>A label for each step, or shares of the classes step after step; of equal meaning, they give the same.</summary>
    [Fact]
    public void LossOfEachStep_IsTheMeanOverSteps()
    {
        using Model model = Nets.Make("[Input(2, 3)] [Dropout(0)] [SoftmaxCrossEntropy]");
        float[] logits = [1, 0, -1, 0.5f, 2, 1];
        int[] labels = [0, 2];
        float[] shares = [1, 0, 0, 0, 0, 1];
        double expected = (LogSum(1, 0, -1) - 1 + LogSum(0.5, 2, 1) - 1) / 2;
        float[] gradient = new float[6];
        float[] ofShares = new float[6];

        StepResult result = model.ComputeGradients(logits, labels, new float[6], gradient);

        result.Loss.ShouldBe(expected, 1e-6);
        (result.Correct, result.Count).ShouldBe((1, 2));
        double[] exponentials = [Math.Exp(0.5), Math.Exp(2), Math.E];
        gradient[3..].ShouldBe([.. exponentials.Select((e, i) => (float)(((e / exponentials.Sum()) - (i == 2 ? 1 : 0)) / 2))], 1e-6);
        model.Evaluate(logits, labels).Loss.ShouldBe(expected, 1e-6);
        model.ComputeGradients(logits, shares, new float[6], ofShares).Loss.ShouldBe(expected, 1e-6);
        ofShares.ShouldBe(gradient, 1e-6);
        model.Evaluate(logits, shares).Loss.ShouldBe(expected, 1e-6);
        model.Evaluate(logits, shares).Correct.ShouldBe(1);

        static double LogSum(params double[] values) => Math.Log(values.Sum(Math.Exp));
    }

    /// <summary>Targets have the order of the outputs: the features of a step, then those of the next.</summary>
    [Theory]
    [InlineData("MeanSquaredError")]
    [InlineData("Huber(Delta = 0.5f)")]
    public void Targets_LieStepAfterStep(string loss)
    {
        using Model model = Nets.Make($"[Input(2, 3)] [Dropout(0)] [{loss}]");
        float[] inputs = [1, 2, 3, 4, 5, 6];
        float[] gradient = new float[6];

        StepResult same = model.ComputeGradients(inputs, inputs, new float[6], gradient);
        same.Loss.ShouldBe(0);
        gradient.ShouldBe(new float[6]);

        StepResult other = model.ComputeGradients(inputs, [1f, 2, 3, 4, 6, 6], new float[6], gradient);
        other.Loss.ShouldBeGreaterThan(0);
        gradient.Select(v => v != 0).ShouldBe([false, false, false, false, true, false]);
        model.Evaluate(inputs, [1f, 2, 3, 4, 6, 6]).Loss.ShouldBe(other.Loss, 1e-6);
    }

    private static void Agree(NodeList net, int size, Func<Model, double[], double[]> plain)
    {
        using Model model = net.Make();
        Agree(model, size, plain);
    }

    /// <summary>A prediction is what the loops compute, and so is a training step, whose gradients agree with differences.</summary>
    private static void Agree(Model model, int size, Func<Model, double[], double[]> plain)
    {
        model.Description.InputSize.ShouldBe(size);
        GradientCheck.Check(model, "a network of sequences", batch: Batch);

        // The check has moved the parameters away from the zeros that biases start at.
        float[] x = Nets.Random(Batch * size, 3);
        double[] expected = [.. x.Chunk(size).SelectMany(sample => plain(model, [.. sample.Select(v => (double)v)]))];
        float[] predicted = Nets.Predict(model, x);
        float[] trained = Nets.Forward(model, x);
        predicted.Length.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            ((double)predicted[i]).ShouldBe(expected[i], 2e-5);
            ((double)trained[i]).ShouldBe(expected[i], 2e-5);
        }
    }

    private static IEnumerable<double[]> Steps(double[] sample, int features) => sample.Chunk(features);

    private static double[] Dense(Model model, string path, double[] x)
    {
        float[] weight = model.Parameters[path + ".weight"].Values.ToArray();
        float[]? bias = model.Parameters.Any(p => p.Path == path + ".bias") ? model.Parameters[path + ".bias"].Values.ToArray() : null;
        return [.. weight.Chunk(x.Length).Select((row, unit) => row.Zip(x, (w, v) => w * v).Sum() + (bias?[unit] ?? 0))];
    }
}
