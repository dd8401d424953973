using NetGen;

namespace Enlarge;

/// <summary>The mean ratio over tiles, by which the training is watched; pictures are judged by <see cref="PeakSignal.Of"/>, after rounding to bytes.</summary>
internal sealed class PsnrMetric : Metric
{
    private double _sum;
    private long _tiles;

    public override string Name => "PSNR";

    public override double Value => _tiles == 0 ? 0 : _sum / _tiles;

    public override void Reset() => (_sum, _tiles) = (0, 0);

    public override void Add(in EvaluationBatch batch)
    {
        int size = batch.Targets.Length / batch.Count;
        for (int tile = 0; tile < batch.Count; tile++)
        {
            double error = 0;
            for (int i = tile * size; i < (tile + 1) * size; i++)
            {
                double difference = (double)batch.Outputs[i] - batch.Targets[i];
                error += difference * difference;
            }

            // A tile of one colour that is made exactly has an infinite ratio; a level's tenth is as good as exact.
            _sum += PeakSignal.FromError(Math.Max(error / size, 1e-7), 1);
        }

        _tiles += batch.Count;
    }
}
