using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// What products share. Factors are images, which move pixel by pixel, or vectors among images, which stay in registers; all have the same pitch.
/// </summary>
internal abstract record ProductKernel : SizedKernel
{
    /// <summary>The factors, as <c>x0</c> and so on.</summary>
    public abstract EquatableArray<Plane> Factors { get; }

    /// <summary>The image that decides how many pixels there are.</summary>
    public abstract Plane Large { get; }

    public bool Bordered => Moving.Any(p => !p.Plane!.Contiguous);

    public IEnumerable<Port> Moving => Ports.Where(p => !Stays(p.Plane!, Large));

    public override EquatableArray<Size> Sizes => (Bordered
            ? new[] { new Size("rows", Large.H), new Size("columns", Large.W) }
            : [new Size("pixels", Large.H * Large.W)])
        .Concat([new Size("pitch", Large.Pitch)])
        .Concat(Ports.SelectMany(p => Bordered && !Stays(p.Plane!, Large) ? Strides(p) : [ImageOf(p)]))
        .ToEquatableArray();

    /// <summary>A letter a factor: whether it is an image or a vector among them.</summary>
    protected string Kinds => string.Concat(Factors.Select(f => Stays(f, Large) ? "v" : "i"));

    /// <summary>The factors' ports.</summary>
    protected IEnumerable<Port> FactorPorts => Factors.Select((f, i) => Port.Read($"x{i}", f));

    /// <summary>What is left of a plane: whether it is an image or a vector among images, and whether it has a border.</summary>
    public Plane Unsized(Plane plane) => Stays(plane, Large) ? new(0, 1, 1, 0, 0, 0) : Plane.Unsized(Bordered);

    public static bool Stays(Plane plane, Plane large) => plane.IsVector && !large.IsVector;
}

/// <summary>Multiplies values; a vector among images counts for every pixel.</summary>
internal sealed record MultiplyKernel(EquatableArray<Plane> Inputs, Plane Y) : ProductKernel
{
    public override EquatableArray<Port> Ports => FactorPorts.Concat([Port.Write("y", Y)]).ToEquatableArray();

    protected override NameParts NameParts => $"_{Kinds}{Bordered:_rows}";

    public override Kernel Body => new MultiplyKernel(Inputs.Select(Unsized).ToEquatableArray(), Unsized(Y));

    public override EquatableArray<Plane> Factors => Inputs;

    public override Plane Large => Y;
}

/// <summary>The gradient by one factor: the other factors' product, summed over the pixels where the factor is a vector among images.</summary>
internal sealed record MultiplyGradientKernel(EquatableArray<Plane> Others, Plane Dy, Plane Dx) : ProductKernel
{
    public override EquatableArray<Port> Ports => FactorPorts.Concat([Port.Read("dy", Dy), Port.Write("dx", Dx)]).ToEquatableArray();

    protected override NameParts NameParts => $"{Summed:Sum}_{Kinds}{Bordered:_rows}";

    /// <summary>Whether the factor is a vector among images, so that its gradient is a sum over pixels.</summary>
    public bool Summed => Stays(Dx, Dy);

    public override Kernel Body => new MultiplyGradientKernel(Others.Select(Unsized).ToEquatableArray(), Unsized(Dy), Unsized(Dx));

    public override EquatableArray<Plane> Factors => Others;

    public override Plane Large => Dy;
}
