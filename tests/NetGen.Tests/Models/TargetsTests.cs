using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Steps with targets for each output: their bits, their allocations, and what is refused.</summary>
public sealed class TargetsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Training_HasTheSameBits_OnAnyNumberOfThreads(int threads)
    {
        Train(threads).ShouldBe(Train(1));

        static int[] Train(int threads)
        {
            using DetectorNet model = new(5) { Threads = threads };
            Adam optimizer = new(0.01f);
            List<int> bits = [];
            OutputSet outputs = new(DetectorNet.Info);
            foreach (int batch in (int[])[2, 3, 8, 13, 40, 13])
            {
                float[] inputs = Samples.Floats(batch * DetectorNet.InputSize, (ulong)batch);
                model.TrainStep(inputs, Targets(batch), optimizer);
                bits.Add(BitConverter.DoubleToInt64Bits(model.ResultOf("box").Loss).GetHashCode());
                bits.AddRange(Samples.Bits(model.Parameters.Gradients));
                model.Predict(inputs, outputs);
                bits.AddRange(Samples.Bits(outputs["box"]));
                bits.AddRange(Samples.Bits(outputs["output"]));
            }

            return [.. bits, .. Samples.Bits(model)];
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steps_AllocateNothing(int threads)
    {
        using DetectorNet model = new(1) { Threads = threads };
        Adam optimizer = new();
        float[] inputs = Samples.Floats(20 * DetectorNet.InputSize, 1);
        float[] gradients = new float[inputs.Length];
        Targets targets = Targets(20);
        OutputSet outputs = new(DetectorNet.Info);
        float[] own = new float[20 * DetectorNet.OutputSize];

        Allocations.ShouldBeNone(model, () => model.TrainStep(inputs, targets, optimizer));
        Allocations.ShouldBeNone(model, () => model.ComputeGradients(inputs, targets, outputs, gradients));
        Allocations.ShouldBeNone(model, () => model.InputGradients(inputs, targets, gradients));
        Allocations.ShouldBeNone(model, () => model.Evaluate(inputs, targets));
        Allocations.ShouldBeNone(model, () => model.Predict(inputs, outputs));
        Allocations.ShouldBeNone(model, () => model.Predict(inputs, own));
    }

    [Fact]
    public void Targets_AreReadInEachStep()
    {
        using TwoTargetsNet model = new(1) { Threads = 1 };
        float[] inputs = Samples.Floats(3 * TwoTargetsNet.InputSize, 1);
        float[] values = new float[6];
        int[] kinds = [0, 1, 2];
        Targets targets = new Targets().Values(values).Labels("kind", kinds);
        double before = model.Evaluate(inputs, targets).Loss;

        values.AsSpan().Fill(3);
        kinds[0] = 3;
        double after = model.Evaluate(inputs, targets).Loss;

        after.ShouldNotBe(before);
        after.ShouldBe(model.Evaluate(inputs, new Targets().Values(new float[] { 3, 3, 3, 3, 3, 3 }).Labels("kind", new[] { 3, 1, 2 })).Loss);
        targets.Outputs.ShouldBe(["output", "kind"]);
    }

    [Fact]
    public void Training_LearnsBoth()
    {
        using TwoTargetsNet model = new(3) { Threads = 1 };
        Adam optimizer = new(0.02f);
        float[] inputs = Samples.Floats(16 * TwoTargetsNet.InputSize, 1);
        float[] values = Samples.Floats(32, 2);
        int[] kinds = Samples.Labels(16, 4, 3);
        Targets targets = new Targets().Values(values).Labels("kind", kinds);
        model.TrainStep(inputs, targets, optimizer);
        (double ofValues, double ofKinds) = (model.ResultOf("output").Loss, model.ResultOf("kind").Loss);
        for (int i = 0; i < 400; i++)
        {
            model.TrainStep(inputs, targets, optimizer);
        }

        model.ResultOf("output").Loss.ShouldBeLessThan(ofValues / 10);
        model.ResultOf("kind").Loss.ShouldBeLessThan(ofKinds / 10);
        model.ResultOf("kind").Accuracy.ShouldBe(1);
    }

    [Fact]
    public void ModelsOfOneLoss_TakeTargetsAsWell()
    {
        using Classifier model = new(1) { Threads = 1 };
        float[] inputs = Samples.Floats(3 * Classifier.InputSize, 1);
        int[] labels = [0, 3, 1];
        StepResult expected = model.ComputeGradients(inputs, labels);
        int[] bits = Samples.Bits(model.Parameters.Gradients);

        model.ComputeGradients(inputs, new Targets().Labels(labels)).ShouldBe(expected);
        Samples.Bits(model.Parameters.Gradients).ShouldBe(bits);
        model.Evaluate(inputs, new Targets().Labels(labels)).ShouldBe(model.Evaluate(inputs, labels));
        model.ResultOf("output").ShouldBe(model.Evaluate(inputs, labels));
        Bad<ArgumentException>(() => model.ComputeGradients(inputs, new Targets().Labels(labels, new float[3])), "targets", "expected no weights for \"output\"", "actual some");
    }

    [Fact]
    public void InputGradients_AreThoseOfTheWholeStep_AndLeaveTheParameters()
    {
        using DiscriminatorNet model = new(1) { Threads = 1 };
        float[] inputs = Samples.Floats(4 * DiscriminatorNet.InputSize, 1);
        Targets made = new Targets().Values(new float[4]);
        Targets real = new Targets().Values(new float[] { 1, 1, 1, 1 });
        float[] expected = new float[inputs.Length];
        StepResult result = model.ComputeGradients(inputs, real, null, expected);
        model.ComputeGradients(inputs, made);
        int[] kept = Samples.Bits(model.Parameters.Gradients);
        float[] actual = new float[inputs.Length];

        model.InputGradients(inputs, real, actual).ShouldBe(result);
        actual.ShouldBe(expected);
        Samples.Bits(model.Parameters.Gradients).ShouldBe(kept);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        using TwoTargetsNet model = new(1) { Threads = 1 };
        float[] inputs = new float[2 * TwoTargetsNet.InputSize];
        float[] values = new float[4];
        int[] kinds = [0, 3];
        foreach (Action<Targets> step in (Action<Targets>[])[t => model.TrainStep(inputs, t, new Sgd(0.1f)), t => model.ComputeGradients(inputs, t), t => model.Evaluate(inputs, t)])
        {
            Bad<ArgumentException>(() => step(new Targets().Labels("kind", kinds)), "targets", "TwoTargetsNet", "\"output\", \"kind\"", "actual none for \"output\"");
            Bad<ArgumentException>(() => step(new Targets().Values(values)), "targets", "actual none for \"kind\"");
            Bad<ArgumentException>(() => step(new Targets().Values(values).Labels("kind", kinds).Values("box", values)), "targets", "\"output\", \"kind\"", "actual some for \"box\"");
            Bad<ArgumentException>(() => step(new Targets().Labels(kinds).Labels("kind", kinds)), "targets", "expected float targets for \"output\"", "actual labels");
            Bad<ArgumentException>(() => step(new Targets().Values(new float[5]).Labels("kind", kinds)), "targets", "expected 4 values for \"output\" (2 samples × 2)", "actual 5");
            Bad<ArgumentException>(() => step(new Targets().Values(values).Labels("kind", new int[3])), "targets", "expected 2 labels for \"kind\"", "actual 3");
            Bad<ArgumentException>(() => step(new Targets().Values(values).Values("kind", new float[3])), "targets", "expected 8 values for \"kind\"", "actual 3");
            Bad<ArgumentOutOfRangeException>(() => step(new Targets().Values(values).Labels("kind", new[] { -1, 4 })), "targets", "expected classes from 0 to 3 for \"kind\"", "actual 4 at 1");
            Bad<ArgumentException>(() => step(new Targets().Values(values, new float[3]).Labels("kind", kinds)), "targets", "expected 2 weights for \"output\"", "actual 3");
            Bad<ArgumentException>(() => step(new Targets().Values(values, new[] { 1, -0.5f }).Labels("kind", kinds)), "targets", "expected finite weights of 0 or more for \"output\"", "actual -0.5 at 1");
            Bad<ArgumentException>(() => step(new Targets().Values(values).Labels("kind", kinds, new[] { float.NaN, 1 })), "targets", "\"kind\"", "actual NaN at 0");
            Bad<ArgumentNullException>(() => step(null!), "targets");
            step(new Targets().Values(values, new float[] { 1, 0 }).Labels("kind", new[] { -1, 3 }));
            step(new Targets().Values(values).Values("kind", new float[8]));
        }

        Bad<ArgumentNullException>(() => new Targets().Labels(null!, kinds), "output");
        Bad<ArgumentException>(() => model.ResultOf("box"), "output", "\"output\", \"kind\"", "actual \"box\"");
        using TwoTargetsNet fresh = new(1);
        Should.Throw<InvalidOperationException>(() => fresh.ResultOf("kind")).Message.ShouldContain("no step with Targets");
        Should.Throw<InvalidOperationException>(() => model.TrainStep(inputs, values, new Sgd(0.1f))).Message.ShouldContain("\"kind\"");
        using EncoderNet encoder = new(1);
        Should.Throw<InvalidOperationException>(() => encoder.Evaluate(inputs, new Targets())).Message.ShouldContain("has no loss");
        Bad<ArgumentException>(() => model.Predict(inputs, new OutputSet(EncoderNet.Info)), "outputs", "TwoTargetsNet", "EncoderNet");
        Bad<ArgumentException>(() => model.InputGradients(inputs, new Targets().Values(values).Labels("kind", kinds), []), "inputGradients", "expected 12", "actual 0");
    }

    private static Targets Targets(int batch)
    {
        float[] weights = [.. Enumerable.Range(0, batch).Select(i => i % 3 == 1 ? 0 : 1 + (i / 8f))];
        return new Targets().Labels(Samples.Labels(batch, 5, (ulong)batch)).Values("box", Samples.Floats(batch * 4, (ulong)batch + 1), weights);
    }

    private static void Bad<TException>(Action action, string parameter, params string[] words)
        where TException : ArgumentException
    {
        TException e = Should.Throw<TException>(action);
        e.ParamName.ShouldBe(parameter);
        foreach (string word in words)
        {
            e.Message.ShouldContain(word);
        }
    }
}
