using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>What a layer reads or makes.</summary>
/// <param name="Shape">Its sizes.</param>
/// <param name="IsVector">Whether it is a feature vector and no image of one pixel.</param>
internal readonly record struct Value(PlainShape Shape, bool IsVector)
{
    public int C => Shape.Channels;

    public int H => Shape.Height;

    public int W => Shape.Width;

    public static Value Image(int c, int h, int w) => new(new PlainShape(c, h, w), false);

    public static Value Vector(int features) => new(new PlainShape(features, 1, 1), true);
}
