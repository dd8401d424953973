using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Sequences that have steps of their own number.</summary>
public sealed class LengthsTests
{
    public static TheoryData<string> Kinds => ["LSTM", "GRU", "SimpleRNN"];

    [Theory]
    [InlineData("[Input(5, 3)] [Input(1, Name = \"n\")] [{0}(4, Lengths = \"n\")]", 6)]
    [InlineData("[Input(5, 3)] [Input(1, Name = \"n\")] [{0}(4, ReturnSequences = true, Lengths = \"n\")]", 9)]
    [InlineData("[Input(1, 3)] [Input(1, Name = \"n\")] [{0}(17, Lengths = \"n\")]", 3)]
    [InlineData("[Input(2, 17)] [Input(1, Name = \"n\")] [{0}(1, ReturnSequences = true, Lengths = \"n\")]", 17)]
    [InlineData("[Input(9, 2)] [Input(1, Name = \"n\")] [Dense(3)] [Tanh] [{0}(16, ReturnSequences = true, Lengths = \"n\")] [Tag(\"x\")] [{0}(16, ReturnSequences = true, Lengths = \"n\")] [Add(\"x\")] [{0}(5, Lengths = \"n\")] [Dense(2)]", 5)]
    public void Gradients_AgreeWithDifferences(string form, int batch)
    {
        foreach (string kind in new[] { "LSTM", "GRU", "SimpleRNN" })
        {
            GradientCheck.Check(string.Format(null, form, kind), batch: batch);
        }
    }

    /// <summary>A sequence of some steps gives what a model of so many steps does, whatever stands behind its end; and what stands there gets no gradient.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASequence_EndsWithItsLastStep(string kind)
    {
        const int Steps = 7, Features = 5, Units = 19;
        using Model masked = Nets.Make($"[Input({Steps}, {Features})] [Input(1, Name = \"n\")] [{kind}({Units}, ReturnSequences = true, Lengths = \"n\")]");
        int[] lengths = [3, 7, 1, 5, 2, 6, 4, 7, 1];
        float[] inputs = Inputs(lengths, Steps, Features, float.NaN);
        float[] outputs = Nets.Predict(masked, inputs);
        Nets.Forward(masked, inputs).ShouldBe(outputs, 1e-6);
        float[] gradients = Nets.Backward(masked, Nets.Random(outputs.Length, 8));

        for (int i = 0; i < lengths.Length; i++)
        {
            using Model whole = Nets.Make($"[Input({lengths[i]}, {Features})] [{kind}({Units}, ReturnSequences = true)]");
            foreach (Parameter parameter in masked.Parameters)
            {
                parameter.Values.CopyTo(whole.Parameters[parameter.Path].Edit());
            }

            int at = i * ((Steps * Features) + 1);
            float[] expected = Nets.Predict(whole, inputs[at..(at + (lengths[i] * Features))]);
            outputs[(i * Steps * Units)..((i * Steps * Units) + expected.Length)].ShouldBe(expected, 1e-6);
            outputs[((i * Steps * Units) + expected.Length)..((i + 1) * Steps * Units)].ShouldAllBe(v => v == 0);
            gradients[at..(at + (lengths[i] * Features))].ShouldAllBe(v => float.IsFinite(v) && v != 0);
            gradients[(at + (lengths[i] * Features))..(at + (Steps * Features) + 1)].ShouldAllBe(v => v == 0);
        }

        foreach (Parameter parameter in masked.Parameters)
        {
            parameter.Gradient.ToArray().ShouldAllBe(v => float.IsFinite(v), parameter.Path);
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(6f)]
    [InlineData(2.5f)]
    [InlineData(float.NaN)]
    public void ALength_OutsideOfTheSteps_IsRefused(float length)
    {
        using Model model = Nets.Make("[Input(5, 2)] [Input(1, Name = \"n\")] [GRU(3, Lengths = \"n\")] [Dense(2)] [SoftmaxCrossEntropy]");
        float[] inputs = Inputs([5, 1], 5, 2, 0);
        inputs[21] = length;
        string message = FormattableString.Invariant($"expected numbers of steps of n, whole and from 1 to 5, actual {length} at 21");

        Should.Throw<ArgumentOutOfRangeException>(() => Nets.Predict(model, inputs)).Message.ShouldStartWith(message);
        ArgumentOutOfRangeException thrown = Should.Throw<ArgumentOutOfRangeException>(() => model.TrainStep(inputs, new[] { 0, 1 }, new Sgd(0.1f)));
        thrown.Message.ShouldStartWith(message);
        thrown.ParamName.ShouldBe("inputs");
        model.Description.Inputs[1].MaxLength.ShouldBe(5);
    }

    /// <summary>The same bits whatever the threads, and whatever sequences are beside.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bits_AreTheSameForAnyThreads(string kind)
    {
        int[] lengths = [.. Enumerable.Range(0, 37).Select(i => 1 + (i * 5 % 8))];
        float[] inputs = Inputs(lengths, 8, 5, 0);
        (float[] Outputs, float[] Inputs, float[] Weights) one = Run(1);
        foreach (int threads in new[] { 2, 3 })
        {
            (float[] Outputs, float[] Inputs, float[] Weights) several = Run(threads);
            several.Outputs.ShouldBe(one.Outputs);
            several.Inputs.ShouldBe(one.Inputs);
            several.Weights.ShouldBe(one.Weights);
        }

        using Model model = Nets.Make(Declaration());
        Nets.Predict(model, inputs[..(2 * 41)]).ShouldBe(Nets.Predict(model, inputs)[..(2 * 21)]);

        string Declaration() => $"[Input(8, 5)] [Input(1, Name = \"n\")] [{kind}(33, ReturnSequences = true, Lengths = \"n\")] [{kind}(21, Lengths = \"n\")]";

        (float[] Outputs, float[] Inputs, float[] Weights) Run(int threads)
        {
            using Model model = Nets.Make(Declaration());
            model.Threads = threads;
            float[] outputs = Nets.Forward(model, inputs);
            return (outputs, Nets.Backward(model, Nets.Random(37 * 21, 4)), model.Parameters[$"{kind.ToLowerInvariant()}1.weight_hh_l0"].Gradient.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_AllocatesNothing(string kind)
    {
        using Model model = Nets.Make($"[Input(5, 4)] [Input(1, Name = \"n\")] [Input(6, Name = \"h\")] [{kind}(6, Lengths = \"n\", InitialState = \"h\")] [Dense(3)] [SoftmaxCrossEntropy]");
        Sgd sgd = new(0.1f);
        float[] inputs = Nets.Random(8 * 27, 3);
        for (int i = 0; i < 8; i++)
        {
            inputs[(i * 27) + 20] = 1 + (i % 5);
        }

        int[] labels = [0, 1, 2, 0, 1, 2, 0, 1];
        model.TrainStep(inputs, labels, sgd);
        model.TrainStep(inputs, labels, sgd);

        long before = GC.GetAllocatedBytesForCurrentThread();
        model.TrainStep(inputs, labels, sgd);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    /// <summary>A sum that a network can only learn if it stops at the ends: behind them stand numbers that count for nothing.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASmallNetwork_LearnsWhatStandsAtTheEnd(string kind)
    {
        using Model model = Nets.Make($"[Input(6, 1)] [Input(1, Name = \"n\")] [{kind}(12, Lengths = \"n\")] [Dense(2)] [SoftmaxCrossEntropy]");
        Adam adam = new(0.01f);
        float[] inputs = Nets.Random(64 * 7, 7);
        int[] labels = new int[64];
        for (int i = 0; i < 64; i++)
        {
            int length = 1 + (i % 6);
            inputs[(i * 7) + 6] = length;
            labels[i] = inputs[(i * 7) + length - 1] > 0 ? 1 : 0;
        }

        StepResult result = default;
        for (int step = 0; step < 300; step++)
        {
            result = model.TrainStep(inputs, labels, adam);
        }

        result.Loss.ShouldBeLessThan(0.1);
    }

    private static float[] Inputs(int[] lengths, int steps, int features, float behind)
    {
        int size = (steps * features) + 1;
        float[] inputs = Nets.Random(lengths.Length * size, 3);
        for (int i = 0; i < lengths.Length; i++)
        {
            inputs.AsSpan((i * size) + (lengths[i] * features), (steps - lengths[i]) * features).Fill(behind);
            inputs[(i * size) + size - 1] = lengths[i];
        }

        return inputs;
    }
}
