using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>ReLU, or leaky ReLU, where no producer could apply it.</summary>
internal sealed record LeakyReLUKernel(Activation Activation, Plane X, Plane Y) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Write("y", Y) };

    protected override string Title => Activation.Slope == 0 ? "ReLU" : base.Title;

    protected override NameParts NameParts => $"{Activation.Slope:_}{Bordered:_rows}";

    public override Kernel Body => this with { X = Unsized, Y = Unsized };
}

/// <summary>The gradient of ReLU or leaky ReLU from its output's sign, of one part or of two that are added up.</summary>
/// <param name="Activation">The activation.</param>
/// <param name="Y">The output's layout.</param>
/// <param name="Dy">That of the gradient by it.</param>
/// <param name="Beside">That of what is added to the gradient; null where nothing is.</param>
/// <param name="Dx">That of the gradient by the input.</param>
internal sealed record LeakyReLUGradientKernel(Activation Activation, Plane Y, Plane Dy, Plane? Beside, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => Beside is null
        ? new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) }
        : new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Read("beside", Beside), Port.Write("dx", Dx) };

    protected override string Title => Activation.Slope == 0 ? "ReLUGradient" : base.Title;

    protected override NameParts NameParts => $"{Activation.Slope:_}{Beside is not null:_sum}{Bordered:_rows}";

    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Beside = Beside is null ? null : Unsized, Dx = Unsized };
}
