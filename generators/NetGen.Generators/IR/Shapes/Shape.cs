using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The shape of one image's value: channels, height and width, or a feature vector.</summary>
internal readonly record struct Shape(int C, int H, int W, bool IsVector)
{
    public static Shape Image(int c, int h, int w) => new(c, h, w, false);

    public static Shape Vector(int features) => new(features, 1, 1, true);

    public long Size => Sizes.Product(C, H, W);

    public EquatableArray<int> Dimensions => IsVector ? new[] { C } : new[] { C, H, W };

    public override string ToString() => IsVector ? $"({C})" : $"({C}, {H}, {W})";
}
