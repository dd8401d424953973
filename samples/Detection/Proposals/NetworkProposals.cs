using NetGen;

namespace Detection;

/// <summary>The best anchors by the network's own first stage, moved by their codes: Ren et al. 2015, section 3.3.</summary>
internal static class NetworkProposals
{
    private const int Candidates = 600;
    private const float Overlap = 0.7f;
    private const float LeastSide = 4;

    private static readonly BoxCoder s_coder = new();

    /// <summary>The anchors of a picture, place by place.</summary>
    public static BoundingBox[] Anchors { get; } = CellDetector.Anchors.For(BloodCells.Height / CellDetector.Stride, BloodCells.Width / CellDetector.Stride, CellDetector.Stride);

    /// <param name="objectness">The scores of an image's anchors, kind by kind.</param>
    /// <param name="codes">Their codes.</param>
    /// <param name="most">How many boxes are wanted.</param>
    public static BoundingBox[] Best(ReadOnlySpan<float> objectness, ReadOnlySpan<float> codes, int most)
    {
        int places = objectness.Length / CellDetector.AnchorsPerPlace;
        (float Score, int Anchor)[] scored = new (float, int)[objectness.Length];
        for (int anchor = 0; anchor < scored.Length; anchor++)
        {
            scored[anchor] = (objectness[(anchor % CellDetector.AnchorsPerPlace * places) + (anchor / CellDetector.AnchorsPerPlace)], anchor);
        }

        Array.Sort(scored, static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Anchor.CompareTo(b.Anchor));
        List<BoundingBox> boxes = [];
        List<float> scores = [];
        Span<float> code = stackalloc float[4];
        foreach ((float score, int anchor) in scored.AsSpan(0, Math.Min(Candidates, scored.Length)))
        {
            (int place, int kind) = (anchor / CellDetector.AnchorsPerPlace, anchor % CellDetector.AnchorsPerPlace);
            for (int c = 0; c < 4; c++)
            {
                code[c] = codes[(((kind * 4) + c) * places) + place];
            }

            BoundingBox box = s_coder.Decode(code, Anchors[anchor]).ClipTo(BloodCells.Width, BloodCells.Height);
            if (box.Width >= LeastSide && box.Height >= LeastSide)
            {
                boxes.Add(box);
                scores.Add(score);
            }
        }

        BoundingBox[] all = [.. boxes];
        return [.. Boxes.NonMaximumSuppression(all, [.. scores], Overlap, most).Select(i => all[i])];
    }
}
