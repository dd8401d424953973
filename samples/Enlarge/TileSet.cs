using NetGen;

namespace Enlarge;

/// <summary>The tiles of pictures, side by side from the upper left; what is left over at the right and below is no tile.</summary>
internal sealed class TileSet : Dataset
{
    private readonly (PicturePair Pair, int Left, int Top)[] _tiles;

    public TileSet(IEnumerable<PicturePair> pairs)
        : base(Espcn.Info.InputShape, labelSize: 0, targetSize: Espcn.OutputSize) => _tiles = [.. pairs.SelectMany(TilesOf)];

    public override int Count => _tiles.Length;

    public override void CopyInput(int index, Span<float> destination)
    {
        (PicturePair pair, int left, int top) = _tiles[index];
        Tile.CopyInput(pair.Small, left, top, destination);
    }

    public override void CopyTargets(int index, Span<float> destination)
    {
        (PicturePair pair, int left, int top) = _tiles[index];
        Tile.CopyTarget(pair.Truth, left, top, destination);
    }

    private static IEnumerable<(PicturePair Pair, int Left, int Top)> TilesOf(PicturePair pair)
    {
        for (int top = 0; top + Tile.Side <= pair.Small.Height; top += Tile.Side)
        {
            for (int left = 0; left + Tile.Side <= pair.Small.Width; left += Tile.Side)
            {
                yield return (pair, left, top);
            }
        }
    }
}
