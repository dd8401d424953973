using NetGen;

namespace Detection;

/// <summary>What an image's anchors are to learn: a part of them that show a cell, and as many that show none as make up a number, both drawn at random.</summary>
/// <param name="count">How many are trained in a step, a half of them at most with a cell.</param>
internal sealed class AnchorTargets(int count)
{
    private static readonly BoxMatcher s_matcher = new(0.6f, 0.3f, keepBest: true);
    private static readonly BoxCoder s_coder = new();

    private float[] _codes = [];

    /// <summary>The number of the cell that each anchor shows, or <see cref="BoxMatcher.Background"/>.</summary>
    public int[] Matches { get; private set; } = [];

    /// <summary>The anchors that are trained in this step.</summary>
    public List<int> Trained { get; } = [];

    public ReadOnlySpan<float> CodeOf(int anchor) => _codes.AsSpan(4 * anchor, 4);

    public void Assign(BoundingBox[] anchors, ReadOnlySpan<LabelledBox> cells, ref RandomSource random)
    {
        if (Matches.Length != anchors.Length)
        {
            Matches = new int[anchors.Length];
            _codes = new float[4 * anchors.Length];
        }

        BoundingBox[] truth = new BoundingBox[cells.Length];
        for (int i = 0; i < truth.Length; i++)
        {
            truth[i] = cells[i].Box;
        }

        s_matcher.Match(truth, anchors, Matches);
        Trained.Clear();
        Draw(match => match >= 0, count / 2, ref random);
        int shown = Trained.Count;
        Draw(match => match == BoxMatcher.Background, count - shown, ref random);
        for (int i = 0; i < shown; i++)
        {
            int anchor = Trained[i];
            s_coder.Encode(truth[Matches[anchor]], anchors[anchor], _codes.AsSpan(4 * anchor, 4));
        }
    }

    /// <summary>Takes some of the anchors of a kind, each as likely as another.</summary>
    private void Draw(Func<int, bool> isOfKind, int most, ref RandomSource random)
    {
        int first = Trained.Count;
        int seen = 0;
        for (int anchor = 0; anchor < Matches.Length; anchor++)
        {
            if (!isOfKind(Matches[anchor]))
            {
                continue;
            }

            // A reservoir: the n-th stays with a chance of most / n.
            seen++;
            if (Trained.Count - first < most)
            {
                Trained.Add(anchor);
            }
            else if (most > 0 && random.Next(seen) is var place && place < most)
            {
                Trained[first + place] = anchor;
            }
        }
    }
}
