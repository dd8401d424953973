using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>How a convolution in Winograd's form, or a gradient of one, walks through its memory, in floats: the register tiles are shared by all layers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public unsafe struct WinogradWalk
{
    /// <summary>Where the images that are read lie in the whole batch; null for those of a chunk, which follow each other.</summary>
    public ImagePlace* Images;

    /// <summary>Tiles of an image.</summary>
    public int Tiles;

    /// <summary>Tiles from left to right.</summary>
    public int TilesX;

    /// <summary>Channels of a pixel that are transformed, padded.</summary>
    public int XChannels;

    /// <summary>Rows that exist from the first tile's first one on.</summary>
    public int XRows;

    /// <summary>Columns that exist from the first tile's first one on.</summary>
    public int XColumns;

    /// <summary>From a row that is read to the next.</summary>
    public int XRow;

    /// <summary>From a pixel that is read to the next.</summary>
    public int XColumn;

    /// <summary>From an image that is read to the next.</summary>
    public int XImage;

    /// <summary>From a point's inputs to the next point's.</summary>
    public int XPoint;

    /// <summary>Channels of a pixel that is written, padded.</summary>
    public int YChannels;

    /// <summary>Rows that are written.</summary>
    public int YRows;

    /// <summary>Columns that are written.</summary>
    public int YColumns;

    /// <summary>From a row that is written to the next.</summary>
    public int YRow;

    /// <summary>From an image that is written to the next.</summary>
    public int YImage;

    /// <summary>From a tile's products to the next tile's.</summary>
    public int Products;

    /// <summary>From a point's products to the next point's.</summary>
    public int YPoint;

    /// <summary>From the outputs to the values that are added to them; 0 for none.</summary>
    public nint Summand;

    /// <summary>Floats from the first pixel that is read to a tile's first one.</summary>
    /// <param name="tile">The tile among those of all images.</param>
    /// <param name="side">Outputs of a tile in each direction.</param>
    /// <returns>The distance.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly nint Patch(int tile, int side)
    {
        int image = tile / Tiles, inImage = tile % Tiles;
        nint start = Images == null ? (nint)image * XImage : Images[image].In(XImage);
        return start + (inImage / TilesX * side * (nint)XRow) + (inImage % TilesX * side * (nint)XColumn);
    }

    /// <summary>Floats from the first pixel that is written to a tile's first one.</summary>
    /// <param name="tile">The tile among those of all images.</param>
    /// <param name="side">Outputs of a tile in each direction.</param>
    /// <returns>The distance.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly nint Outputs(int tile, int side)
    {
        int inImage = tile % Tiles;
        return (tile / Tiles * (nint)YImage) + (inImage / TilesX * side * (nint)YRow) + (inImage % TilesX * side * (nint)YChannels);
    }
}
