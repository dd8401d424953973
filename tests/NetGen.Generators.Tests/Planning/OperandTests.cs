using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Kernels are called with what their ports say: swapped operands would compile, and a step would compute something else.</summary>
public sealed class OperandTests
{
    public static TheoryData<string> AllNetworks => [.. Networks.All];

    [Theory]
    [MemberData(nameof(AllNetworks))]
    public void Operands_FitTheirPorts(string layers)
    {
        ModelPlan model = Networks.Plan(layers);

        PlanCheck.Problems(model.Predict).ShouldBeEmpty();
        PlanCheck.Problems(model.Train).ShouldBeEmpty();
    }

    /// <summary>With a tag behind the inputs, gradients by which go through all layers.</summary>
    [Theory]
    [MemberData(nameof(AllNetworks))]
    public void OperandsOfAnExplanation_FitTheirPorts(string layers)
    {
        Plan plan = Networks.Plan(Networks.Explained(layers)).Explain.ShouldNotBeNull();

        PlanCheck.Problems(plan).ShouldBeEmpty();
        Phase phase = plan.Phases.ShouldHaveSingleItem();
        phase.Ends.ShouldBeEmpty();
        plan.BatchCalls.ShouldBeEmpty();
        plan.Reductions.ShouldBeEmpty();
        phase.Calls.Where(c => c.Kernel is DropoutKernel or BatchNormMomentsKernel or BatchNormSumsKernel).ShouldBeEmpty();
        phase.Calls.SelectMany(c => c.Operands).ShouldNotContain(o => o.Kind == OperandKind.ParameterGradient);
    }

    /// <summary>One step, with a start and without: states come from the caller and go to it.</summary>
    [Theory]
    [InlineData("[Input(7)] [Input(5, Name = \"w\", Stepwise = true)] [Dense(16)] [Tag(\"v\")] [From(\"w\")] [Embedding(9, 16)] [Prepend(\"v\")] [LSTM(6, ReturnSequences = true)] [GRU(6, ReturnSequences = true)] [SimpleRNN(6)] [Dense(9)]", true, 64)]
    [InlineData("[Input(7, 20, Stepwise = true)] [ReLU] [LSTM(6, ReturnSequences = true)] [Tag(\"v\")] [GRU(6, ReturnSequences = true)] [Add(\"v\")] [SoftmaxCrossEntropy]", false, 48)]
    [InlineData("[Input(7, 300, Stepwise = true)] [LSTM(230, ReturnSequences = true)] [GRU(290, ReturnSequences = true)]", false, 784)]
    public void OperandsOfAStep_FitTheirPorts(string layers, bool starts, int state)
    {
        ModelPlan model = Networks.Plan(layers);
        Plan plan = model.Step.ShouldNotBeNull();

        PlanCheck.Problems(plan).ShouldBeEmpty();
        model.StepStarts.ShouldBe(starts);
        plan.StateSize.ShouldBe(state);
        plan.Phases.ShouldHaveSingleItem().Calls.ShouldAllBe(c => c.Repeat == null);
        plan.Phases[0].Calls.Any(c => c.Condition == Condition.WantsTag(1)).ShouldBe(starts);
    }

    /// <summary>A kernel that no network has would be checked nowhere.</summary>
    [Fact]
    public void TheNetworks_HaveEveryKernel()
    {
        HashSet<Type> called = [.. Networks.All.Select(Networks.Plan).SelectMany(m => m.Kernels).Select(k => k.GetType())];

        typeof(Kernel).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Kernel)) && !t.IsAbstract && !called.Contains(t))
            .Select(t => t.Name)
            .ShouldBeEmpty();
    }

    /// <summary>Whatever two operands of a call are exchanged, the check sees it, unless they are alike to it: two values that are read, or two sums.</summary>
    [Fact]
    public void ExchangedOperands_AreFound()
    {
        Plan plan = Networks.Plan("[Input(3, 4, 4)] [Conv(8, 3)] [BatchNorm] [ReLU] [Flatten] [Dense(3)] [Dropout(0.5f)] [SoftmaxCrossEntropy]").Train;
        for (int p = 0; p < plan.Phases.Count; p++)
        {
            for (int c = 0; c < plan.Phases[p].Calls.Count; c++)
            {
                KernelCall call = plan.Phases[p].Calls[c];
                for (int i = 1; i < call.Operands.Count; i++)
                {
                    Port before = call.Kernel.Ports[i - 1];
                    Port port = call.Kernel.Ports[i];
                    bool alike = call.Operands[i - 1] == call.Operands[i] || (before.Direction == port.Direction && before.Scalar == port.Scalar && before.Element == port.Element);
                    Plan other = With(plan, p, c, call with { Operands = Exchanged(call.Operands, i - 1, i) });
                    if (!alike)
                    {
                        PlanCheck.Problems(other).ShouldNotBeEmpty($"{call.Kernel}: {before.Name} and {port.Name}");
                    }
                }
            }
        }
    }

    [Fact]
    public void AValueThatIsReadTooEarly_IsFound()
    {
        Plan plan = Networks.Plan("[Input(5)] [Dense(4)] [Sigmoid] [Dense(3)]").Predict;
        Phase phase = plan.Phases.ShouldHaveSingleItem();
        KernelCall[] calls = [.. phase.Calls];
        (calls[1], calls[2]) = (calls[2], calls[1]);

        PlanCheck.Problems(plan with { Phases = new[] { phase with { Calls = calls } } }).ShouldNotBeEmpty();
    }

    private static EquatableArray<Operand> Exchanged(EquatableArray<Operand> operands, int first, int second)
    {
        Operand[] exchanged = [.. operands];
        (exchanged[first], exchanged[second]) = (exchanged[second], exchanged[first]);
        return exchanged;
    }

    private static Plan With(Plan plan, int phase, int call, KernelCall changed)
    {
        Phase[] phases = [.. plan.Phases];
        KernelCall[] calls = [.. phases[phase].Calls];
        calls[call] = changed;
        phases[phase] = phases[phase] with { Calls = calls };
        return plan with { Phases = phases };
    }
}
