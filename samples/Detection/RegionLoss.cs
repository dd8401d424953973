using NetGen;

namespace Detection;

/// <summary>The loss of both stages: which anchors and regions show what, and where exactly that is (Girshick 2015, "Fast R-CNN", section 2.3; Ren et al. 2015, section 3.1.2).</summary>
internal sealed class RegionLoss(int batch)
{
    /// <summary>From where on a code's error counts linearly.</summary>
    private const float Beta = 1f / 9;

    private const int AnchorsTrained = 128;

    /// <summary>Of each image: what each anchor is to learn (1, 0, or nothing), and its code.</summary>
    public AnchorTargets[] Anchors { get; } = [.. Enumerable.Range(0, batch).Select(_ => new AnchorTargets(AnchorsTrained))];

    /// <summary>Of each image: what each region shows, 0 for the background, and its code.</summary>
    public RegionTargets[] Regions { get; } = [.. Enumerable.Range(0, batch).Select(_ => new RegionTargets())];

    public double Compute(OutputSet outputs, OutputSet gradients)
    {
        double loss = 0;
        int images = outputs.Batch;
        for (int i = 0; i < images; i++)
        {
            loss += OfAnchors(Of(outputs, "objectness", i), Of(outputs, "anchor_codes", i), Of(gradients, "objectness", i), Of(gradients, "anchor_codes", i), Anchors[i], images);
            loss += OfRegions(Of(outputs, "output", i), Of(outputs, "codes", i), Of(gradients, "output", i), Of(gradients, "codes", i), Regions[i], images);
        }

        return loss;
    }

    private static double OfAnchors(Span<float> scores, Span<float> codes, Span<float> scoreGradients, Span<float> codeGradients, AnchorTargets targets, int images)
    {
        double loss = 0;
        int places = scores.Length / CellDetector.AnchorsPerPlace;
        double share = 1.0 / (images * Math.Max(1, targets.Trained.Count));
        foreach (int anchor in targets.Trained)
        {
            // Anchors go place by place, outputs channel by channel.
            (int place, int kind) = (anchor / CellDetector.AnchorsPerPlace, anchor % CellDetector.AnchorsPerPlace);
            int at = (kind * places) + place;
            int match = targets.Matches[anchor];
            double x = scores[at];
            double wanted = match >= 0 ? 1 : 0;
            loss += share * (Math.Max(x, 0) - (x * wanted) + Math.Log(1 + Math.Exp(-Math.Abs(x))));
            scoreGradients[at] = (float)(share * ((1 / (1 + Math.Exp(-x))) - wanted));
            if (match >= 0)
            {
                ReadOnlySpan<float> code = targets.CodeOf(anchor);
                for (int c = 0; c < 4; c++)
                {
                    int value = (((kind * 4) + c) * places) + place;
                    loss += share * Smooth(codes[value] - code[c], share, out codeGradients[value]);
                }
            }
        }

        return loss;
    }

    private static double OfRegions(Span<float> scores, Span<float> codes, Span<float> scoreGradients, Span<float> codeGradients, RegionTargets targets, int images)
    {
        double loss = 0;
        int classes = CellDetector.Classes + 1;
        double share = 1.0 / (images * Math.Max(1, targets.Count));
        for (int region = 0; region < targets.Count; region++)
        {
            ReadOnlySpan<float> own = scores.Slice(region * classes, classes);
            Span<float> gradient = scoreGradients.Slice(region * classes, classes);
            int label = targets.Labels[region];
            double largest = own[0];
            foreach (float score in own)
            {
                largest = Math.Max(largest, score);
            }

            double sum = 0;
            foreach (float score in own)
            {
                sum += Math.Exp(score - largest);
            }

            loss += share * (Math.Log(sum) + largest - own[label]);
            for (int c = 0; c < classes; c++)
            {
                gradient[c] = (float)(share * ((Math.Exp(own[c] - largest) / sum) - (c == label ? 1 : 0)));
            }

            if (label > 0)
            {
                int first = (region * 4 * CellDetector.Classes) + (4 * (label - 1));
                ReadOnlySpan<float> code = targets.CodeOf(region);
                for (int c = 0; c < 4; c++)
                {
                    loss += share * Smooth(codes[first + c] - code[c], share, out codeGradients[first + c]);
                }
            }
        }

        return loss;
    }

    private static double Smooth(float error, double share, out float gradient)
    {
        float distance = MathF.Abs(error);
        gradient = (float)(share * (distance < Beta ? error / Beta : MathF.Sign(error)));
        return distance < Beta ? 0.5 * error * error / Beta : distance - (0.5 * Beta);
    }

    private static Span<float> Of(OutputSet set, string output, int image)
    {
        Span<float> all = set[output];
        int size = all.Length / set.Batch;
        return all.Slice(image * size, size);
    }
}
