using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// The kernels at the door, between PyTorch's order of a value, which users have, and its plane. Images turn from NCHW to NHWC, vectors and single steps are copied; a
/// sequence's features follow each other on both sides, so that its steps only move apart or together.
/// </summary>
internal static class Exchange
{
    /// <summary>Brings values in.</summary>
    /// <param name="shape">What they are.</param>
    /// <param name="plane">Where they go.</param>
    /// <param name="sample">Floats from a sample to the next outside, where more than the value are.</param>
    public static Kernel Enter(Shape shape, Plane plane, int? sample = null)
    {
        int size = (int)shape.Size;
        return shape.Kind == ShapeKinds.Sequence && !plane.IsVector
            ? new ReshapeKernel(OfUser(size, sample ?? size), plane.InOrder(shape))
            : new EnterKernel(plane, sample ?? size);
    }

    /// <summary>Hands values out.</summary>
    /// <param name="shape">What they are.</param>
    /// <param name="plane">Where they lie.</param>
    /// <param name="sample">Floats from a sample to the next outside, where more than the value are.</param>
    public static Kernel Leave(Shape shape, Plane plane, int? sample = null)
    {
        int size = (int)shape.Size;
        return shape.Kind == ShapeKinds.Sequence && !plane.IsVector
            ? new ReshapeKernel(plane.InOrder(shape), OfUser(size, sample ?? size))
            : new LeaveKernel(plane, sample ?? size);
    }

    private static Plane OfUser(int size, int sample) => Plane.OfUser(size, sample).InOrder(Shape.Vector(size));
}
