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

/// <summary>The gradient of ReLU or leaky ReLU from its output's sign.</summary>
internal sealed record LeakyReLUGradientKernel(Activation Activation, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("y", Y), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    protected override string Title => Activation.Slope == 0 ? "ReLUGradient" : base.Title;

    protected override NameParts NameParts => $"{Activation.Slope:_}{Bordered:_rows}";

    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };
}
