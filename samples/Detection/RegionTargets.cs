using NetGen;

namespace Detection;

/// <summary>The regions of an image that a step looks at: a quarter of them or fewer show a cell, the others do not, drawn at random out of proposals and the cells themselves.</summary>
internal sealed class RegionTargets
{
    private const int MostCells = CellDetector.Regions / 3;

    /// <summary>Region coding as Fast R-CNN's: numbers of about 1.</summary>
    public static BoxCoder Coder { get; } = new((10, 10, 5, 5));

    private static readonly BoxMatcher s_matcher = new(0.5f, 0.5f);

    private readonly float[] _codes = new float[4 * CellDetector.Regions];

    /// <summary>Regions that count; the rest of the places are empty.</summary>
    public int Count { get; private set; }

    /// <summary>0 for the background, or the class and 1.</summary>
    public int[] Labels { get; } = new int[CellDetector.Regions];

    public ReadOnlySpan<float> CodeOf(int region) => _codes.AsSpan(4 * region, 4);

    /// <summary>Chooses the regions and writes them as the network's input.</summary>
    public void Assign(IReadOnlyList<BoundingBox> proposals, ReadOnlySpan<LabelledBox> cells, Span<float> input, ref RandomSource random)
    {
        BoundingBox[] truth = new BoundingBox[cells.Length];
        for (int i = 0; i < truth.Length; i++)
        {
            truth[i] = cells[i].Box;
        }

        BoundingBox[] boxes = [.. proposals, .. truth];
        int[] matches = new int[boxes.Length];
        s_matcher.Match(truth, boxes, matches);
        int[] order = [.. Enumerable.Range(0, boxes.Length)];
        random.Shuffle(order);
        int[] shown = [.. order.Where(i => matches[i] >= 0).Take(MostCells)];
        int[] chosen = [.. shown, .. order.Where(i => matches[i] < 0).Take(CellDetector.Regions - shown.Length)];
        Count = chosen.Length;
        input.Clear();
        for (int i = 0; i < chosen.Length; i++)
        {
            BoundingBox box = boxes[chosen[i]];
            (input[4 * i], input[(4 * i) + 1], input[(4 * i) + 2], input[(4 * i) + 3]) = (box.Left, box.Top, box.Right, box.Bottom);
            int match = matches[chosen[i]];
            Labels[i] = match < 0 ? 0 : cells[match].Class + 1;
            if (match >= 0)
            {
                Coder.Encode(truth[match], box, _codes.AsSpan(4 * i, 4));
            }
        }
    }
}
