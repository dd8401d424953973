using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>A step of sequences. It is one plan for the start, which has what sequences begin with, and for the steps behind it: calls of either have a condition.</content>
internal sealed partial class Lowering
{
    /// <summary>When calls are made that say nothing of it themselves.</summary>
    private Condition _when = Condition.Always;

    /// <summary>What comes step by step, where one step is planned; otherwise null.</summary>
    public StepFlow? Steps { get; }

    /// <summary>Where a step is the start.</summary>
    public static Condition AtStart => Condition.WantsTag(1);

    /// <summary>Where a step comes from the caller.</summary>
    public static Condition BehindStart => Condition.WantsTag(0);

    /// <summary>Floats of a sequence's state.</summary>
    public int StateSize => _graph.Nodes.Where(IsCarried).Sum(StateSizeOf);

    /// <summary>Where the state of a recurrent layer lies that goes from step to step; null where the layer goes through all steps by itself.</summary>
    public Operand? CarriedState(ShapedNode node) => IsCarried(node) ? Operand.State(_graph.Nodes.Where(n => n.Id < node.Id && IsCarried(n)).Sum(StateSizeOf)) : null;

    /// <summary>Adds a kernel call that is made under a condition.</summary>
    public void Call(Condition condition, Kernel kernel, CallNote note, params Operand[] operands) => Add(KernelCall.Of(kernel, operands, note, condition));

    private bool IsCarried(ShapedNode node) => Steps is not null && Steps.Needed[node.Id] && Steps.IsStepwise[node.Id] && StateSizeOf(node) > 0;

    private static int StateSizeOf(ShapedNode node) => OpLowerings.Get(node.Node.Op).StateSize(node);

    /// <summary>When a node is computed.</summary>
    private Condition WhenInStep(int node) => Steps is not { HasStart: true } || Steps.IsBehindStart[node] ? Condition.Always : Steps.IsStepwise[node] ? BehindStart : AtStart;
}
