using NetGen.Tests.Models;

namespace NetGen.Tests.Training;

/// <summary>Samples for networks whose outputs have targets of their own, as sets and as the arrays that they are of.</summary>
internal sealed class HeadData
{
    private HeadData(int count, int inputSize, int[] labels, float[] boxes, float[] weights, ulong seed)
    {
        Count = count;
        Inputs = Samples.Floats(count * inputSize, seed);
        Labels = labels;
        Boxes = boxes;
        Weights = weights;
    }

    public int Count { get; }

    public float[] Inputs { get; }

    public int[] Labels { get; }

    public float[] Boxes { get; }

    /// <summary>What each sample counts for in the boxes' loss; some for nothing.</summary>
    public float[] Weights { get; }

    /// <summary>Classes and weighted boxes for <see cref="DetectorNet"/>.</summary>
    public static HeadData OfDetector(int count, ulong seed) => new(
        count,
        DetectorNet.InputSize,
        Samples.Labels(count, 5, seed + 1),
        [.. Samples.Floats(count * 4, seed + 2).Select(v => 2 * v)],
        [.. Enumerable.Range(0, count).Select(i => i % 3 == 1 ? 0 : 1 + (i / 8f))],
        seed);

    /// <summary>Values and kinds for <see cref="TwoTargetsNet"/>; some of the kinds are the ignored label.</summary>
    public static HeadData OfTwoTargets(int count, ulong seed) => new(
        count,
        TwoTargetsNet.InputSize,
        [.. Samples.Labels(count, 4, seed + 1).Select((kind, i) => i % 5 == 2 ? -1 : kind)],
        Samples.Floats(count * 2, seed + 2),
        [],
        seed);

    public Dataset ToDetector(bool weighted = true) => new TensorDataset([3, 8, 7], Inputs, Labels).With("box", Boxes, weighted ? Weights : null);

    public Dataset ToTwoTargets() => new TensorDataset([6], Inputs, Boxes).With("kind", Labels);

    /// <summary>What some samples are to learn, gathered by hand.</summary>
    public (float[] Inputs, Targets Targets) Gather(ReadOnlySpan<int> samples, bool weighted = true)
    {
        int size = Inputs.Length / Count;
        List<float> inputs = [];
        List<int> labels = [];
        List<float> boxes = [];
        List<float> weights = [];
        foreach (int i in samples)
        {
            inputs.AddRange(Inputs.AsSpan(i * size, size));
            labels.Add(Labels[i]);
            boxes.AddRange(Boxes.AsSpan(i * 4, 4));
            weights.Add(Weights[i]);
        }

        return ([.. inputs], new Targets().Labels(labels.ToArray()).Values("box", boxes.ToArray(), weighted ? weights.ToArray() : default));
    }

    /// <summary>The order that an epoch takes samples in, as <see cref="Trainer"/> says of it: by the seed and the epoch alone.</summary>
    public static int[] Order(int count, ulong seed, int epoch)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        RandomSource random = new(seed, epoch, -1);
        random.Shuffle(order);
        return order;
    }
}
