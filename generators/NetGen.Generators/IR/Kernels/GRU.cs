using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A step of a GRU: the gates from their sums, in place, then the state.</summary>
/// <param name="Gates">The sums from the input, then the gates.</param>
/// <param name="FromState">The sums from the state; null in the first step, where they are the bias alone.</param>
/// <param name="Y">The state.</param>
internal sealed record GRUKernel(Plane Gates, Plane? FromState, Plane Y) : RecurrentCellKernel
{
    public override EquatableArray<Port> Ports => FromState is null
        ? new[] { Port.Update("gates", Gates), Port.Read("fromState"), Port.Write("y", Y) }
        : new[] { Port.Update("gates", Gates), Port.Read("fromState", FromState), Port.Read("before", Y), Port.Write("y", Y) };

    protected override Plane State => Y;

    protected override NameParts NameParts => $"{FromState is null:_first}";

    public override Kernel Body => new GRUKernel(Unsized, FromState is null ? null : Unsized, Unsized);
}

/// <summary>The gradients of a step of a GRU: by the sums from the input, in place of the gates, and by those from the state, in their place.</summary>
/// <param name="Gates">The gates.</param>
/// <param name="FromState">The sums from the state.</param>
/// <param name="Before">The state before.</param>
/// <param name="Carry">What the gradient by the state hands to the step before beside the product.</param>
internal sealed record GRUGradientKernel(Plane Gates, Plane FromState, Plane Before, Plane Carry) : RecurrentCellGradientKernel
{
    /// <summary>Whether it is the first step, before which the state is 0, so that the sums from the state are the bias alone.</summary>
    public bool IsFirst { get; init; }

    public override EquatableArray<Port> Ports => new[] { Port.Update("gates", Gates) }
        .Concat(IsFirst ? [Port.Read("bias"), Port.Write("fromState", FromState)] : [Port.Update("fromState", FromState), Port.Read("before", Before)])
        .Concat(StateGradients)
        .Concat([IsLast ? Port.Write("carry", Carry) : Port.Update("carry", Carry)])
        .ToEquatableArray();

    protected override Plane State => Carry;

    protected override NameParts NameParts => $"{IsFirst:_first}{IsLast:_last}{Dy is null:_inner}";

    public override Kernel Body => this with { Gates = Unsized, FromState = Unsized, Before = Unsized, Carry = Unsized, Dy = Dy is null ? null : Unsized };
}
