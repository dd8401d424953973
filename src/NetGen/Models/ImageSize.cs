using System.Globalization;

namespace NetGen;

/// <summary>The height and width of images.</summary>
/// <param name="Height">The height in pixels.</param>
/// <param name="Width">The width in pixels.</param>
public readonly record struct ImageSize(int Height, int Width)
{
    /// <summary>As <see cref="InputAttribute.Sizes"/> has it.</summary>
    /// <returns>Such as <c>240x320</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Height}x{Width}");
}
