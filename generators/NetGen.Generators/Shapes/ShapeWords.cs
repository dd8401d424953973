using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>What messages call shapes.</summary>
internal static class ShapeWords
{
    /// <summary>A shape with its kind: <c>image (3, 8, 8)</c>.</summary>
    public static string Of(Shape shape) => shape.Kind switch
    {
        ShapeKinds.Image => $"image {shape}",
        ShapeKinds.Sequence => $"sequence {shape}",
        _ => $"feature vector {shape}",
    };

    /// <summary>What an op wants that takes images. No layer makes a sequence of what is none, so it is not asked for.</summary>
    public static string Needed(ShapeKinds takes) => takes.Include(ShapeKinds.Vector) ? "an image or a feature vector" : "an image";
}
