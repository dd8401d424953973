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

    /// <summary>What is known of a shape, after "is": <c>the image (3, 8, 8)</c>, or <c>an image</c> where its sizes are not known.</summary>
    public static string Of(ShapeGuess guess) => guess switch
    {
        { Shape: { } shape } => "the " + Of(shape),
        { Kind: ShapeKinds.Image } => "an image",
        { Kind: ShapeKinds.Sequence } => "a sequence",
        _ => "a feature vector",
    };

    /// <summary>How a layer that takes images gets one.</summary>
    public static string ToImage(ShapeKinds? input) => input == ShapeKinds.Vector
        ? "put it before the layer that makes a vector of the image, or [Reshape(c, h, w)] before it"
        : "put [Flatten] or [Reshape(c, h, w)] before it";

    /// <summary>How a layer that takes sequences gets one.</summary>
    public static string ToSequence(ShapeKinds? input) => input == ShapeKinds.Vector
        ? "set ReturnSequences = true on a recurrent layer before it, or declare [Input(steps, features)]"
        : "declare [Input(steps, features)]";

    /// <summary>How two values become of one shape, so that they can be joined.</summary>
    /// <param name="current">The current value.</param>
    /// <param name="other">The tagged one.</param>
    /// <param name="repeats">Whether a vector goes with an image of as many channels.</param>
    public static string ToJoin(Shape current, Shape other, bool repeats)
    {
        if (current.Kind != other.Kind)
        {
            return repeats && ShapeKinds.Vector.Include(current.Kind) | ShapeKinds.Vector.Include(other.Kind) ? "give both the same channels" : "make both an image or both a vector";
        }

        return current.Kind != ShapeKinds.Image ? "give both the same size"
            : (current.H, current.W) != (other.H, other.W) ? "give both the same height and width, by the same strides and paddings on both ways"
            : $"give both the same channels, by their filters or a [Conv({current.Channels}, 1)] on the shorter way";
    }

    /// <summary>What is taken off an image's sides, after "takes".</summary>
    public static string Off(int top, int bottom, int left, int right) =>
        top == bottom && left == right ? $"{top}×{left} off every side" : $"{(long)top + bottom} rows and {(long)left + right} columns off the sides";

    /// <summary>What an op wants that takes images. No layer makes a sequence of what is none, so it is not asked for.</summary>
    public static string Needed(ShapeKinds takes) => takes.Include(ShapeKinds.Vector) ? "an image or a feature vector" : "an image";
}
