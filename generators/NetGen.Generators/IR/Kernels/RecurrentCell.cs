using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A step of a recurrent layer for all images of a chunk, beside the products: what becomes of the sums of the gates. A gate's units are padded to a pitch, and the gates of
/// an image follow each other.
/// </summary>
internal abstract record RecurrentCellKernel : SizedKernel
{
    /// <summary>Units whose functions take about as long as threads need to meet.</summary>
    private const int LeastUnits = 128;

    /// <summary>How the state lies.</summary>
    protected abstract Plane State { get; }

    /// <summary>A step by itself is shared by units; the way back is not.</summary>
    public override bool IsShareable => true;

    public override bool IsWorthSharing => State.C >= LeastUnits;

    public override bool ReadsOwnPlaces => true;

    /// <summary>How the number of an image's steps lies, where each has its own: images that have ended are left as they are.</summary>
    public Plane? Lengths { get; init; }

    /// <summary>What is left of a plane in the body.</summary>
    protected static Plane Unsized => Plane.Unsized(bordered: true);

    /// <summary>What is left of <see cref="Lengths"/> in the body.</summary>
    protected Plane? UnsizedLengths => Lengths is null ? null : Unsized;

    /// <summary>Where images have steps of their own number, that, and which step it is.</summary>
    protected IEnumerable<Port> OwnSteps => Lengths is null ? [] : [Port.Read("lengths", Lengths), Port.Step];

    /// <summary>Floats of a gate, then from an image to the next of each port; none for what is no value of images.</summary>
    public override EquatableArray<Size> Sizes => new[] { new Size("pitch", State.Pitch) }
        .Concat(Ports.Where(p => p.IsPointer).Select(p => p.Plane is null ? new Size($"{p.Name}Image", 0) : ImageOf(p))).ToEquatableArray();
}

/// <summary>The gradients of a step; the last step comes first.</summary>
internal abstract record RecurrentCellGradientKernel : RecurrentCellKernel
{
    public override bool IsShareable => false;

    /// <summary>How the gradient by the output lies; null in a step without output.</summary>
    public Plane? Dy { get; init; }

    /// <summary>Whether, where images have steps of their own number, an image's last step alone has an output.</summary>
    public bool DyAtEnd { get; init; }

    /// <summary>How the gradient by a state lies that goes from step to step.</summary>
    protected Plane Handed => State.Gap == 0 ? State : Plane.Of(Shape.Vector(State.C));

    /// <summary>Whether it is the last step, to which no later one hands a gradient.</summary>
    public bool IsLast { get; init; }

    /// <summary>Units of a gate: what is beyond gets no gradient.</summary>
    public override EquatableArray<Size> Sizes => new[] { new Size("units", State.C) }.Concat(base.Sizes).ToEquatableArray();

    /// <summary>What its name has of all that.</summary>
    protected string Form => $"{(IsLast ? "_last" : "")}{(Dy is null ? "_inner" : "")}{(Lengths is null ? "" : DyAtEnd ? "_lengths_end" : "_lengths")}";

    /// <summary>The gradients by the state: from the output, and from the step behind.</summary>
    protected IEnumerable<Port> StateGradients
    {
        get
        {
            if (Dy is not null)
            {
                yield return Port.Read("dy", Dy);
            }

            if (!IsLast)
            {
                yield return Port.Read("dh", Handed);
            }
        }
    }
}
