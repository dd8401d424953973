using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// What joins of values of several sizes share, by NumPy's rules: a value that has one row, column or channel where the result has many is there for each of
/// them. A step of 0 repeats rows and columns; whether it is channels is part of the text.
/// </summary>
internal abstract record BroadcastWalk : SizedKernel
{
    /// <summary>A value of the result's sizes.</summary>
    protected abstract Plane Large { get; }

    /// <summary>Whether a value has one channel for all those of the result.</summary>
    public static bool IsOneChannel(Plane plane, Plane large) => plane.C < large.C;

    /// <summary>A letter a value: whether it has one channel for all, or as many.</summary>
    protected string Letters(IEnumerable<Plane> planes) => string.Concat(planes.Select(p => IsOneChannel(p, Large) ? "1" : "c"));

    /// <summary>What is left of a plane: whether it has one channel for all.</summary>
    protected Plane Unsized(Plane plane) => new(IsOneChannel(plane, Large) ? 1 : 2, 1, 1, 0, 0, 0);

    /// <summary>Floats from a row, a pixel and an image to the next; 0 where there is one for all.</summary>
    protected IEnumerable<Size> Steps(Port port)
    {
        Plane plane = port.Plane!;
        return
        [
            new Size($"{port.Name}Row", plane.H < Large.H ? 0 : plane.Row),
            new Size($"{port.Name}Column", plane.W < Large.W ? 0 : plane.Pitch),
            ImageOf(port),
        ];
    }
}

/// <summary>The sum or the product of values, of which some are there for many rows, columns or channels.</summary>
internal sealed record BroadcastKernel(EquatableArray<Plane> Inputs, Plane Y, bool Multiplies) : BroadcastWalk
{
    public override EquatableArray<Port> Ports => Inputs.Select((p, i) => Port.Read($"x{i}", p)).Concat([Port.Write("y", Y)]).ToEquatableArray();

    protected override string Title => Multiplies ? "BroadcastMultiply" : "BroadcastAdd";

    protected override NameParts NameParts => $"_{Letters(Inputs)}";

    protected override Plane Large => Y;

    public override Kernel Body => new BroadcastKernel(Inputs.Select(Unsized).ToEquatableArray(), Unsized(Y), Multiplies);

    public override EquatableArray<Size> Sizes =>
        new[] { new Size("rows", Y.H), new Size("columns", Y.W), new Size("pitch", Y.Pitch) }.Concat(Ports.SelectMany(Steps)).ToEquatableArray();
}

/// <summary>
/// The gradient by a value that is there for many rows, columns or channels, or by one beside such: the sum over those of the result's gradient times the other
/// factors. Each sum is taken by one thread in the order of rows, columns and channels.
/// </summary>
/// <param name="Others">The other factors of a product; none for a sum.</param>
/// <param name="Dy">The gradient by the result.</param>
/// <param name="Dx">The gradient by the value.</param>
internal sealed record BroadcastGradientKernel(EquatableArray<Plane> Others, Plane Dy, Plane Dx) : BroadcastWalk
{
    public override EquatableArray<Port> Ports => Others.Select((p, i) => Port.Read($"x{i}", p)).Concat([Port.Read("dy", Dy), Port.Write("dx", Dx)]).ToEquatableArray();

    protected override NameParts NameParts => $"_{Letters(Others)}{Others.Count > 0:_}{Letters([Dx])}";

    protected override Plane Large => Dy;

    /// <summary>Whether the value has one channel for all.</summary>
    public bool SumsChannels => IsOneChannel(Dx, Dy);

    public override Kernel Body => new BroadcastGradientKernel(Others.Select(Unsized).ToEquatableArray(), Unsized(Dy), Unsized(Dx));

    public override EquatableArray<Size> Sizes =>
        new[]
        {
            new Size("rows", Dx.H),
            new Size("columns", Dx.W),
            new Size("summedRows", Dy.H / Dx.H),
            new Size("summedColumns", Dy.W / Dx.W),
            SumsChannels ? new Size("channels", Dy.C) : new Size("pitch", Dy.Pitch),
        }
        .Concat(Ports.SelectMany(Steps)).ToEquatableArray();
}
