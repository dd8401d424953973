using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Pools of all pixels of an image, or of the steps that each sequence has: what is behind an end is not read, and gets no gradient.</summary>
internal abstract class GlobalPool : OpLowering
{
    public override bool GainLooksPast => true;

    /// <summary>How the number of a sequence's steps lies; null where each has all.</summary>
    protected static Plane? LengthsPlane(Lowering lowering, ShapedNode node) => node.LengthsNode is { } lengths ? lowering.Plane(lengths) : null;

    /// <summary>What a kernel takes besides, where sequences have steps of their own number.</summary>
    protected static IEnumerable<Operand> Lengths(Lowering lowering, ShapedNode node) => node.LengthsNode is { } lengths ? [lowering.Value(lengths)] : [];
}
