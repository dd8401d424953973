namespace Style;

/// <summary>Sizes in pixels, which a network's declaration needs as constants.</summary>
internal static class PictureSize
{
    /// <summary>Of photographs that become paintings.</summary>
    public const int Height = 384;

    /// <summary>Of photographs that become paintings.</summary>
    public const int Width = 512;

    /// <summary>The sides of a photograph's part that a painter is trained with.</summary>
    public const int Part = 192;

    /// <summary>Of pictures that are drawn for the run.</summary>
    public const int DrawnHeight = 144;

    /// <summary>Of pictures that are drawn for the run.</summary>
    public const int DrawnWidth = 192;
}
