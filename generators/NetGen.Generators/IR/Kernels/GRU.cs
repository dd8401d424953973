using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A step of a GRU: the gates from their sums, in place, then the state.</summary>
/// <param name="Gates">The sums from the input, then the gates.</param>
/// <param name="FromState">The sums from the state; null where the state before is 0, and they are the bias alone.</param>
/// <param name="Before">The state before; null where it is 0.</param>
/// <param name="Y">The state.</param>
internal sealed record GRUKernel(Plane Gates, Plane? FromState, Plane? Before, Plane Y) : RecurrentCellKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Update("gates", Gates), Port.Read("fromState", FromState) }
        .Concat(Before is null ? [] : [Port.Read("before", Before)])
        .Concat([Port.Write("y", Y)])
        .Concat(OwnSteps)
        .ToEquatableArray();

    protected override Plane State => Y;

    protected override NameParts NameParts => $"{Before is null:_first}{Lengths is not null:_lengths}";

    public override Kernel Body => new GRUKernel(Unsized, FromState is null ? null : Unsized, Before is null ? null : Unsized, Unsized) { Lengths = UnsizedLengths };
}

/// <summary>The gradients of a step of a GRU: by the sums from the input, in place of the gates, and by those from the state, in their place.</summary>
/// <param name="Gates">The gates.</param>
/// <param name="FromState">The sums from the state.</param>
/// <param name="Before">The state before; null where it is 0, so that the sums from it are the bias alone.</param>
/// <param name="Carry">What the gradient by the state hands to the step before beside the product.</param>
internal sealed record GRUGradientKernel(Plane Gates, Plane FromState, Plane? Before, Plane Carry) : RecurrentCellGradientKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Update("gates", Gates) }
        .Concat(Before is null ? [Port.Read("bias"), Port.Write("fromState", FromState)] : [Port.Update("fromState", FromState), Port.Read("before", Before)])
        .Concat(StateGradients)
        .Concat([IsLast ? Port.Write("carry", Carry) : Port.Update("carry", Carry)])
        .Concat(OwnSteps)
        .ToEquatableArray();

    protected override Plane State => Carry;

    protected override NameParts NameParts => $"{Before is null:_first}{Form}";

    public override Kernel Body => this with { Gates = Unsized, FromState = Unsized, Before = Before is null ? null : Unsized, Carry = Unsized, Dy = Dy is null ? null : Unsized, Lengths = UnsizedLengths };
}
