using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>What holds for every layer that goes through a sequence with a state.</summary>
public sealed class RecurrentTests
{
    public static TheoryData<string> Kinds => ["LSTM", "GRU", "SimpleRNN"];

    /// <summary>Each batch size goes through chunks and shards of its own.</summary>
    [Theory]
    [InlineData("LSTM", 1)]
    [InlineData("LSTM", 17)]
    [InlineData("GRU", 9)]
    [InlineData("SimpleRNN", 33)]
    public void Gradients_AgreeForEachBatchSize(string kind, int batch) => GradientCheck.Check($"[Input(3, 2)] [{kind}(4)] [Dense(2)]", batch: batch);

    /// <summary>The last state is the last of all states.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void LastState_IsTheLastOfAll(string kind)
    {
        using Model last = Nets.Make($"[Input(6, 5)] [{kind}(7)]");
        using Model all = Nets.Make($"[Input(6, 5)] [{kind}(7, ReturnSequences = true)]");
        float[] inputs = Nets.Random(4 * 30, 3);

        last.Description.OutputShape.ShouldBe([7]);
        all.Description.OutputShape.ShouldBe([6, 7]);
        Nets.Predict(last, inputs).ShouldBe([.. Nets.Predict(all, inputs).Chunk(42).SelectMany(s => s[^7..])]);
    }

    /// <summary>A step sees those before it alone, and a sample no other.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void State_FollowsFromTheStepsBefore(string kind)
    {
        using Model model = Nets.Make($"[Input(4, 3)] [{kind}(5, ReturnSequences = true)]");
        float[] inputs = Nets.Random(3 * 12, 5);
        float[] expected = Nets.Predict(model, inputs);
        inputs[12 + 6] += 1;

        float[] changed = Nets.Predict(model, inputs);

        for (int i = 0; i < expected.Length; i++)
        {
            bool behind = i >= 20 + 10 && i < 40;
            (changed[i] != expected[i]).ShouldBe(behind, $"{i}");
        }
    }

    /// <summary>The same bits whatever the threads, and however many samples there are beside.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bits_AreTheSameForAnyThreads(string kind)
    {
        float[] inputs = Nets.Random(37 * 40, 3);
        float[] gradients = Nets.Random(37 * 21, 4);
        (float[] Outputs, float[] Inputs, float[] Weights) one = Run(1);
        foreach (int threads in new[] { 2, 3 })
        {
            (float[] Outputs, float[] Inputs, float[] Weights) several = Run(threads);
            several.Outputs.ShouldBe(one.Outputs);
            several.Inputs.ShouldBe(one.Inputs);
            several.Weights.ShouldBe(one.Weights);
        }

        using Model model = Nets.Make(Declaration());
        Nets.Predict(model, inputs[..(2 * 40)]).ShouldBe(Nets.Predict(model, inputs)[..(2 * 21)]);

        string Declaration() => $"[Input(8, 5)] [{kind}(33, ReturnSequences = true)] [{kind}(21)]";

        (float[] Outputs, float[] Inputs, float[] Weights) Run(int threads)
        {
            using Model model = Nets.Make(Declaration());
            model.Threads = threads;
            float[] outputs = Nets.Forward(model, inputs);
            return (outputs, Nets.Backward(model, gradients), model.Parameters[$"{kind.ToLowerInvariant()}1.weight_hh_l0"].Gradient.ToArray());
        }
    }

    /// <summary>What is infinite at the input leaves no gradient that is no number, as long as the gates are numbers.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnInfiniteInput_LeavesNumbers(string kind)
    {
        using Model model = Nets.Make($"[Input(3, 1)] [{kind}(3)]");
        Nets.Forward(model, 1, float.PositiveInfinity, 2);
        Nets.Backward(model, 1, 1, 1);

        model.Parameters[$"{kind.ToLowerInvariant()}1.bias_ih_l0"].Gradient.ToArray().ShouldAllBe(v => float.IsFinite(v));
        model.Parameters[$"{kind.ToLowerInvariant()}1.weight_hh_l0"].Gradient.ToArray().ShouldAllBe(v => float.IsFinite(v));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_AllocatesNothing(string kind)
    {
        using Model model = Nets.Make($"[Input(5, 4)] [{kind}(6)] [Dense(3)] [SoftmaxCrossEntropy]");
        Sgd sgd = new(0.1f);
        float[] inputs = Nets.Random(8 * 20, 3);
        int[] labels = [0, 1, 2, 0, 1, 2, 0, 1];
        model.TrainStep(inputs, labels, sgd);
        model.TrainStep(inputs, labels, sgd);

        long before = GC.GetAllocatedBytesForCurrentThread();
        model.TrainStep(inputs, labels, sgd);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    /// <summary>It learns what needs a memory: whether the first of six numbers was above 0.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASmallNetwork_RemembersTheFirstStep(string kind)
    {
        using Model model = Nets.Make($"[Input(6, 1)] [{kind}(12)] [Dense(2)] [SoftmaxCrossEntropy]");
        Adam adam = new(0.01f);
        float[] inputs = Nets.Random(64 * 6, 7);
        int[] labels = [.. inputs.Chunk(6).Select(s => s[0] > 0 ? 1 : 0)];
        StepResult result = default;
        for (int step = 0; step < 300; step++)
        {
            result = model.TrainStep(inputs, labels, adam);
        }

        result.Loss.ShouldBeLessThan(0.1);
    }
}
