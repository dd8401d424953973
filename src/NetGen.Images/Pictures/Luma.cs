namespace NetGen.Images;

/// <summary>The grey of a colour: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601, section 2.5.1).</summary>
internal static class Luma
{
    // The weights times 65536; their sum is exactly that, so that greys stay what they are.
    private const int Red = 19595;
    private const int Green = 38470;
    private const int Blue = 7471;
    private const int Half = 1 << 15;

    public static byte Of(byte red, byte green, byte blue) => (byte)(((red * Red) + (green * Green) + (blue * Blue) + Half) >> 16);
}
