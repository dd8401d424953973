using NetGen;

namespace Detection;

/// <summary>Finds cells in a picture: proposals by one pass of the network, and what they show by another.</summary>
internal sealed class Detector(CellDetector net)
{
    private const float LeastScore = 0.05f;
    private const float Overlap = 0.4f;

    private readonly float[] _input = new float[CellDetector.Info.InputSize];
    private readonly OutputSet _outputs = new(CellDetector.Info);

    /// <summary>The boxes of a picture that are worth a look.</summary>
    public BoundingBox[] Propose(ReadOnlySpan<float> pixels)
    {
        pixels.CopyTo(_input);
        _input.AsSpan(pixels.Length).Clear();
        net.Predict(_input, _outputs);
        return NetworkProposals.Best(_outputs["objectness"], _outputs["anchor_codes"], CellDetector.Regions);
    }

    /// <summary>What some boxes of a picture show, without the background.</summary>
    public DetectedBox[] Detect(ReadOnlySpan<float> pixels, IReadOnlyList<BoundingBox> proposals)
    {
        List<DetectedBox> found = [];
        for (int first = 0; first < proposals.Count; first += CellDetector.Regions)
        {
            int count = Math.Min(CellDetector.Regions, proposals.Count - first);
            pixels.CopyTo(_input);
            Span<float> boxes = _input.AsSpan(pixels.Length);
            boxes.Clear();
            for (int i = 0; i < count; i++)
            {
                BoundingBox box = proposals[first + i];
                (boxes[4 * i], boxes[(4 * i) + 1], boxes[(4 * i) + 2], boxes[(4 * i) + 3]) = (box.Left, box.Top, box.Right, box.Bottom);
            }

            net.Predict(_input, _outputs);
            AddFound(found, proposals, first, count);
        }

        return Boxes.NonMaximumSuppression(found, Overlap);
    }

    private void AddFound(List<DetectedBox> found, IReadOnlyList<BoundingBox> proposals, int first, int count)
    {
        const int Scores = CellDetector.Classes + 1;
        float[] shares = new float[Scores];
        for (int i = 0; i < count; i++)
        {
            Logits.Softmax(_outputs["output"].Slice(i * Scores, Scores), Scores, shares);
            for (int label = 0; label < CellDetector.Classes; label++)
            {
                if (shares[label + 1] >= LeastScore)
                {
                    ReadOnlySpan<float> code = _outputs["codes"].Slice((i * 4 * CellDetector.Classes) + (4 * label), 4);
                    BoundingBox box = RegionTargets.Coder.Decode(code, proposals[first + i]).ClipTo(BloodCells.Width, BloodCells.Height);
                    if (!box.IsEmpty)
                    {
                        found.Add(new DetectedBox(box, label, shares[label + 1]));
                    }
                }
            }
        }
    }
}
