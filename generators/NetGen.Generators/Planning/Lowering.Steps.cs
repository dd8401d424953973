using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>A step of sequences. It is one plan for the start, which has what sequences begin with, and for the steps behind it: calls of either have a condition.</content>
internal sealed partial class Lowering
{
    /// <summary>When calls are made that say nothing of it themselves.</summary>
    private Condition _when = Condition.Always;

    /// <summary>Where steps find what was computed at the start, by node.</summary>
    private readonly Dictionary<int, (Plane Plane, Operand Place)> _fromStart = [];

    /// <summary>What comes step by step, where one step is planned; otherwise null.</summary>
    public StepFlow? Steps { get; }

    /// <summary>Where a step is the start.</summary>
    public static Condition AtStart => Condition.WantsTag(1);

    /// <summary>Where a step comes from the caller.</summary>
    public static Condition BehindStart => Condition.WantsTag(0);

    /// <summary>Floats of a sequence's state: of recurrent layers, and behind them what was computed at the start for all steps.</summary>
    public int StateSize => CarriedSize + _graph.Nodes.Where(IsKept).Sum(KeptSizeOf);

    private int CarriedSize => _graph.Nodes.Where(IsCarried).Sum(StateSizeOf);

    /// <summary>Where the state of a recurrent layer lies that goes from step to step; null where the layer goes through all steps by itself.</summary>
    public Operand? CarriedState(ShapedNode node) => IsCarried(node) ? Operand.State(_graph.Nodes.Where(n => n.Id < node.Id && IsCarried(n)).Sum(StateSizeOf)) : null;

    /// <summary>Adds a kernel call that is made under a condition.</summary>
    public void Call(Condition condition, Kernel kernel, CallNote note, params Operand[] operands) => Add(KernelCall.Of(kernel, operands, note, condition));

    /// <summary>Where an input lies as the caller hands it over, and how, where it is a step whose only reader takes it from there; otherwise null.</summary>
    public (Operand Value, Plane Plane)? Given(int input)
    {
        if (Steps is null || !_graph.Nodes[input].IsInput || _gradients.Readers[input] != 1 || _gradients.ReadBy[input].Count != 1)
        {
            return null;
        }

        ShapedNode reader = _graph.Nodes[_gradients.ReadBy[input][0]];
        if (reader.Node.Inputs[0] != input || !RecurrentLowering.HasBothProducts(this, reader))
        {
            return null;
        }

        (Operand place, int sample) = InputOf(input);
        return (place, IR.Plane.OfUser((int)_graph.Nodes[input].Output.Size, sample));
    }

    private bool IsCarried(ShapedNode node) => Steps is not null && Steps.Needed[node.Id] && Steps.IsStepwise[node.Id] && StateSizeOf(node) > 0;

    private bool IsKept(ShapedNode node) => Steps?.IsKept[node.Id] == true;

    private static int KeptSizeOf(ShapedNode node) => IR.Plane.PitchOf(node.Output.Features);

    /// <summary>Copies what was computed at the start to its place in the state, where all steps find it.</summary>
    private void Keep(ShapedNode node)
    {
        if (IsKept(node))
        {
            Plane plane = IR.Plane.Of(node.Output).Within(StateSize);
            Operand place = Operand.State(CarriedSize + _graph.Nodes.Where(n => n.Id < node.Id && IsKept(n)).Sum(KeptSizeOf));
            Call(AtStart, new CopyKernel(Plane(node.Id), plane), CallNote.Continued, Value(node.Id), place);
            _fromStart[node.Id] = (plane, place);
        }
    }

    private static int StateSizeOf(ShapedNode node) => OpLowerings.Get(node.Node.Op).StateSize(node);

    /// <summary>When a node is computed.</summary>
    private Condition WhenInStep(int node) => Steps is not { HasStart: true } || Steps.IsBehindStart[node] ? Condition.Always : Steps.IsStepwise[node] ? BehindStart : AtStart;
}
