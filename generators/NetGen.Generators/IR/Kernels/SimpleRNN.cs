using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A step of a plain recurrent layer: the state from its sums.</summary>
/// <param name="Gates">The sums from the input.</param>
/// <param name="FromState">The sums from the state; null in the first step, where they are the bias alone.</param>
/// <param name="Y">The state.</param>
internal sealed record SimpleRNNKernel(Plane Gates, Plane? FromState, Plane Y) : RecurrentCellKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("gates", Gates), Port.Read("fromState", FromState), Port.Write("y", Y) }.Concat(OwnSteps).ToEquatableArray();

    protected override Plane State => Y;

    protected override NameParts NameParts => $"{Lengths is not null:_lengths}";

    public override Kernel Body => new SimpleRNNKernel(Unsized, null, Unsized) { Lengths = UnsizedLengths };
}

/// <summary>The gradient of a step of a plain recurrent layer by its sums.</summary>
/// <param name="Y">The state.</param>
/// <param name="Gates">Where the gradient goes.</param>
internal sealed record SimpleRNNGradientKernel(Plane Y, Plane Gates) : RecurrentCellGradientKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y) }.Concat(StateGradients).Concat([Port.Write("gates", Gates)]).Concat(OwnSteps).ToEquatableArray();

    protected override Plane State => Y;

    protected override NameParts NameParts => $"{Form}";

    public override Kernel Body => this with { Y = Unsized, Gates = Unsized, Dy = Dy is null ? null : Unsized, Lengths = UnsizedLengths };
}
