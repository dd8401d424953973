using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A step of an LSTM: the gates from their sums, in place, then cells and state.</summary>
/// <param name="Gates">The sums from the input, then the gates.</param>
/// <param name="FromState">The sums from the state; null in the first step, where they are the bias alone.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Y">The state.</param>
internal sealed record LSTMKernel(Plane Gates, Plane? FromState, Plane Cells, Plane Y) : RecurrentCellKernel
{
    public override EquatableArray<Port> Ports => FromState is null
        ? new[] { Port.Update("gates", Gates), Port.Read("fromState"), Port.Write("cells", Cells), Port.Write("y", Y) }
        : new[] { Port.Update("gates", Gates), Port.Read("fromState", FromState), Port.Read("before", Cells), Port.Write("cells", Cells), Port.Write("y", Y) };

    protected override Plane State => Y;

    protected override NameParts NameParts => $"{FromState is null:_first}";

    public override Kernel Body => new LSTMKernel(Unsized, FromState is null ? null : Unsized, Unsized, Unsized);
}

/// <summary>The gradients of a step of an LSTM: by the sums of the gates, in place of the gates, and by the cells before.</summary>
/// <param name="Gates">The gates.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Carry">The gradient by the cells that goes from step to step.</param>
internal sealed record LSTMGradientKernel(Plane Gates, Plane Cells, Plane Carry) : RecurrentCellGradientKernel
{
    /// <summary>Whether it is the first step, before which the cells are 0.</summary>
    public bool IsFirst { get; init; }

    public override EquatableArray<Port> Ports => new[] { Port.Update("gates", Gates), Port.Read("cells", Cells) }
        .Concat(IsFirst ? [] : [Port.Read("before", Cells)])
        .Concat(StateGradients)
        .Concat([IsLast ? Port.Write("carry", Carry) : Port.Update("carry", Carry)])
        .ToEquatableArray();

    protected override Plane State => Carry;

    protected override NameParts NameParts => $"{IsFirst:_first}{IsLast:_last}{Dy is null:_inner}";

    public override Kernel Body => this with { Gates = Unsized, Cells = Unsized, Carry = Unsized, Dy = Dy is null ? null : Unsized };
}
