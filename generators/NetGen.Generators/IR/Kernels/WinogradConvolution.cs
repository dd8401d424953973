using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A 3×3 convolution with a stride of one by Winograd's minimal filtering: a tile of outputs takes as many products as its patch of inputs has pixels,
/// 36 for 16 outputs instead of 144. The products of some tiles stay in the second-level cache.
/// </summary>
/// <param name="Tile">Outputs of a tile in each direction: 2 or 4.</param>
/// <param name="PadY">Rows of zeros above the image.</param>
/// <param name="PadX">Columns of zeros left of it.</param>
/// <param name="X">What is read.</param>
/// <param name="Y">What is written.</param>
internal sealed record WinogradConvolutionKernel(int Tile, int PadY, int PadX, Plane X, Plane Y) : Kernel
{
    /// <summary>Floats between points beyond their tiles, so that points do not fall into the same lines of a cache.</summary>
    private const int Gap = 16;

    /// <summary>Output channels that are computed together at most.</summary>
    private const int Channels = 64;

    /// <summary>Floats of a block of tiles: its inputs' points, and the products of some channels.</summary>
    private const int Block = 288 * 1024;

    /// <summary>Floats that stay in the second-level cache at most.</summary>
    private const int Cache = 384 * 1024;

    /// <summary>Blocks of more tiles than fit the cache have to move so much less.</summary>
    private const double Gain = 0.7;

    /// <summary>The same for going point by point.</summary>
    private const double GainByPoint = 0.8;

    private const int FewestTiles = 12;
    private const int MostTiles = 64;
    private const int MostTilesByPoint = 128;

    public override EquatableArray<Port> Ports =>
        new[] { Port.Read("x", X), Port.Read("weights"), Port.Read("bias").OrNull, Port.Read("summand", Y).OrNull, Port.Write("y", Y), Port.Write("work"), Port.Slope };

    public override bool IsShareable => true;

    public override long Effort => (long)Points * Tiles * X.C * Y.Pitch;

    protected override string Title => $"Winograd{Tile}x{Tile}";

    protected override NameParts NameParts
    {
        get
        {
            string pad = PadY == PadX ? $"_p{PadY}" : $"_p{PadY}x{PadX}";
            return $"{pad}_{X}_to_{Y}";
        }
    }

    /// <summary>Pixels of a patch in each direction.</summary>
    public int Patch => Tile + 2;

    /// <summary>Pixels of a patch, and products of a tile.</summary>
    public int Points => Patch * Patch;

    /// <summary>Tiles from left to right.</summary>
    public int TilesX => (Y.W + Tile - 1) / Tile;

    /// <summary>Tiles of an image.</summary>
    public int Tiles => (Y.H + Tile - 1) / Tile * TilesX;

    /// <summary>
    /// Whether all channels' products of a point are computed before the next point's, instead of all points of some output channels: where weights are so many that they come
    /// from beyond the second-level cache, many tiles are taken then, whose inputs and products go through memory once.
    /// </summary>
    public bool IsByPoint => MovedByPoint(MostTilesByPoint) < GainByPoint * Math.Min(MovedByChannels(MostTiles), MovedByChannels(TilesInCache));

    /// <summary>
    /// Tiles that are computed together at most: as many as fit the second-level cache beside the weights that pass by, which are read again for each such block. Where the
    /// weights are so many that they come from beyond that cache, more tiles have their points there as well: all weights are then read for few blocks.
    /// </summary>
    public int TilesAtOnce => IsByPoint ? MostTilesByPoint : MovedByChannels(MostTiles) < Gain * MovedByChannels(TilesInCache) ? MostTiles : TilesInCache;

    /// <summary>Tiles whose points fit the second-level cache.</summary>
    private int TilesInCache => Math.Max(FewestTiles, Math.Min(MostTiles, Block / (Points * (X.Pitch + BlockChannels))));

    /// <summary>Output channels that are computed together.</summary>
    private int BlockChannels => Math.Min(Channels, Y.Pitch);

    /// <summary>Floats from a point's inputs to the next point's.</summary>
    public int InputPoint => (TilesAtOnce * X.Pitch) + Gap;

    /// <summary>Floats from a tile's products to the next tile's.</summary>
    public int ProductPitch => IsByPoint ? Y.Pitch : BlockChannels;

    /// <summary>Floats from a point's products to the next point's.</summary>
    public int ProductPoint => (TilesAtOnce * ProductPitch) + Gap;

    /// <summary>Floats of a transform's intermediate values, of vectors of any width.</summary>
    public int Halves => 2 * Points * Plane.Lanes;

    /// <summary>Floats of scratch.</summary>
    public long Scratch => Halves + ((long)Points * (InputPoint + ProductPoint));

    /// <summary>Floats of packed weights.</summary>
    public long Weights => (long)Points * X.C * Y.Pitch;

    /// <summary>Floats from beyond the second-level cache for a tile, in blocks of so many: all weights once a block, and points where they do not fit, once for each block of output channels.</summary>
    private double MovedByChannels(int tiles)
    {
        double points = (double)Points * (X.Pitch + BlockChannels);
        return WeightsForTile(tiles) + (Outside(tiles * points) * points * ((Y.Pitch + Channels - 1) / Channels));
    }

    /// <summary>The same point by point: what the inputs' and the products' points need is written and read once.</summary>
    private double MovedByPoint(int tiles)
    {
        double points = (double)Points * (X.Pitch + Y.Pitch);
        return WeightsForTile(tiles) + (2 * Outside(tiles * points) * points);
    }

    private double WeightsForTile(int tiles) => Weights > Cache ? (double)Weights / tiles : 0;

    private static double Outside(double floats) => Math.Max(0, 1 - (Cache / floats));
}
