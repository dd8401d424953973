using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A step of an LSTM: the gates from their sums, in place, then cells and state.</summary>
/// <param name="Gates">The sums from the input, then the gates.</param>
/// <param name="FromState">The sums from the state; null where the state before is 0, and they are the bias alone.</param>
/// <param name="Before">The cells before; null where they are 0.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Y">The state.</param>
internal sealed record LSTMKernel(Plane Gates, Plane? FromState, Plane? Before, Plane Cells, Plane Y) : RecurrentCellKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Update("gates", Gates), Port.Read("fromState", FromState) }
        .Concat(Before is null ? [] : [Port.Read("before", Before)])
        .Concat([Port.Write("cells", Cells), Port.Write("y", Y)])
        .Concat(OwnSteps)
        .ToEquatableArray();

    protected override Plane State => Y;

    protected override NameParts NameParts => $"{Before is null:_first}{Lengths is not null:_lengths}";

    public override Kernel Body => new LSTMKernel(Unsized, Before is null ? null : Unsized, Before is null ? null : Unsized, Unsized, Unsized) { Lengths = UnsizedLengths };
}

/// <summary>The gradients of a step of an LSTM: by the sums of the gates, in place of the gates, and by the cells before.</summary>
/// <param name="Gates">The gates.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Before">The cells before; null where they are 0.</param>
/// <param name="Carry">The gradient by the cells that goes from step to step.</param>
internal sealed record LSTMGradientKernel(Plane Gates, Plane Cells, Plane? Before, Plane Carry) : RecurrentCellGradientKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Update("gates", Gates), Port.Read("cells", Cells) }
        .Concat(Before is null ? [] : [Port.Read("before", Before)])
        .Concat(StateGradients)
        .Concat([IsLast ? Port.Write("carry", Carry) : Port.Update("carry", Carry)])
        .Concat(OwnSteps)
        .ToEquatableArray();

    protected override Plane State => Carry;

    protected override NameParts NameParts => $"{Before is null:_first}{Form}";

    public override Kernel Body => this with { Gates = Unsized, Cells = Unsized, Before = Before is null ? null : Unsized, Carry = Unsized, Dy = Dy is null ? null : Unsized, Lengths = UnsizedLengths };
}
