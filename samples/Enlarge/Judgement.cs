using NetGen.Images;

namespace Enlarge;

/// <summary>What the network and cubic curves make of pictures that were not trained with.</summary>
/// <param name="Count">How many pictures are counted.</param>
/// <param name="Network">The network's mean ratio over these pictures, in decibels.</param>
/// <param name="Bicubic">That of cubic curves.</param>
/// <param name="Exact">Pictures that either makes exactly, such as those of one colour; their ratio is infinite, so they are not counted.</param>
/// <param name="Better">How many pictures the network makes better.</param>
internal sealed record Judgement(int Count, double Network, double Bicubic, int Exact, int Better)
{
    public double Gain => Network - Bicubic;

    public static Judgement Of(Enlarger enlarger, IReadOnlyList<PicturePair> pairs, CancellationToken cancellation)
    {
        (double network, double bicubic, int count, int better) = (0, 0, 0, 0);
        foreach (PicturePair pair in pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            double ours = PeakSignal.Of(enlarger.Enlarge(pair.Small), pair.Truth);
            double theirs = PeakSignal.Of(pair.Bicubic(), pair.Truth);
            if (double.IsFinite(ours) && double.IsFinite(theirs))
            {
                network += ours;
                bicubic += theirs;
                count++;
                better += ours > theirs ? 1 : 0;
            }
        }

        return new Judgement(count, network / count, bicubic / count, pairs.Count - count, better);
    }
}
