using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>A network of plain layers in double precision.</summary>
/// <param name="nodes">Its layers in the order declared, inputs first.</param>
/// <param name="output">The node that predictions give.</param>
/// <param name="loss">The loss, if there is one.</param>
/// <param name="heads">Further outputs that training alone computes: nodes and their losses' weights.</param>
/// <param name="tags">Values that can be read back, by tag.</param>
internal sealed class PlainNetwork(IReadOnlyList<PlainNode> nodes, int output, PlainLoss? loss, IReadOnlyList<(int Node, double Weight)> heads, IReadOnlyDictionary<string, int> tags)
{
    // Half a unit in the last place of a float is 6e-8, and a layer rounds more than once; a sum whose terms cancel keeps the rounding of the largest.
    private const double OfValue = 3e-7;
    private const double OfLargest = 1e-7;
    private const double OfMean = 6e-8;

    public IReadOnlyList<PlainNode> Nodes => nodes;

    public PlainLoss? Loss => loss;

    public IReadOnlyDictionary<string, int> Tags => tags;

    public int InputSize => nodes.Where(n => n.Inputs.Length == 0).Sum(n => n.Value.Shape.Size);

    /// <summary>The node that predictions give.</summary>
    public int OutputNode => output;

    /// <summary>Whether training computes something else than prediction.</summary>
    public bool Drops => nodes.Any(n => n.Layer is PlainDropout { Drops: true });

    public bool HasBatchNorm => nodes.Any(n => n.Layer is PlainBatchNorm);

    /// <summary>
    /// Whether a norm sees so few values that its gradient is nearly nothing: the difference of numbers that are nearly equal, of which floats keep
    /// the rounding alone.
    /// </summary>
    public bool IsDegenerate { get; init; }

    /// <summary>What each node makes of a batch.</summary>
    /// <param name="input">Samples, each with all inputs one after the other.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="training">Whether norms take the batch's statistics.</param>
    /// <param name="noise">Rounds every value as a float may have been rounded; null leaves them as they are.</param>
    public double[][] Forward(float[] input, int batch, bool training, ulong? noise = null)
    {
        RoundMeans(noise);
        double[][] values = new double[nodes.Count][];
        int start = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            PlainNode node = nodes[i];
            if (node.Inputs.Length == 0)
            {
                values[i] = Part(input, batch, start, node.Value.Shape.Size);
                start += node.Value.Shape.Size;
            }
            else
            {
                values[i] = node.Layer is { } layer
                    ? layer.Forward(nodes[node.Inputs[0]].Value.Shape, batch, values[node.Inputs[0]], training)
                    : PlainJoins.Forward(node, nodes, batch, values);
            }

            values[i] = Rounded(values[i], noise, apart: IsNormed(i));
        }

        return values;
    }

    /// <summary>The loss with the heads', and the gradients by the inputs; the layers keep their own.</summary>
    /// <param name="values">What <see cref="Forward"/> gave.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="targets">The loss's targets; without a loss the gradients of the outputs.</param>
    /// <param name="noise">As in <see cref="Forward"/>.</param>
    public (double Loss, double[] InputGradient) Backward(double[][] values, int batch, float[] targets, ulong? noise = null)
    {
        RoundMeans(noise);
        double[][] gradients = [.. values.Select(v => new double[v.Length])];
        double total = 0;
        if (loss is null)
        {
            Accumulate(gradients[output], Array.ConvertAll(targets, t => (double)t));
        }
        else
        {
            foreach ((int node, double weight) in heads.Prepend((Node: output, Weight: 1)))
            {
                (double value, double[] gradient) = loss.Of(nodes[node].Value.Shape, values[node], targets);
                total += weight * value;
                Accumulate(gradients[node], Rounded([.. gradient.Select(g => g * weight)], noise));
            }
        }

        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            PlainNode node = nodes[i];
            if (node.Inputs.Length > 0 && node.Layer is { } layer)
            {
                int from = node.Inputs[0];
                double[] gradient = layer.Backward(nodes[from].Value.Shape, batch, values[from], gradients[i]);
                Accumulate(gradients[from], Rounded(layer is PlainActivation { Cancelling: > 0 } levels ? Cancelled(gradient, gradients[i], levels.Cancelling, noise) : gradient, noise));
            }
            else if (node.Inputs.Length > 0)
            {
                PlainJoins.Backward(node, nodes, batch, values, gradients[i], gradients);
            }
        }

        return (total, Joined([.. nodes.Select((n, i) => (n, i)).Where(p => p.n.Inputs.Length == 0).Select(p => gradients[p.i])], batch));
    }

    /// <summary>A norm keeps means in floats: where values differ little from their mean, its rounding is much of what is left of them.</summary>
    private void RoundMeans(ulong? noise)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Layer is PlainNorm norm)
            {
                norm.MeanRounding = noise is { } seed ? OfMean * Math.Sign(new Dice((ulong)i ^ seed).Signed()) : 0;
            }
        }
    }

    private static void Accumulate(double[] sums, double[] values)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }

    /// <summary>
    /// Whether a norm takes a node's value: pixels that are equal are so in exact arithmetic alone, since tiles and borders are summed in other orders, and a norm makes much of the difference.
    /// </summary>
    private bool IsNormed(int node) => nodes.Any(n => n.Inputs.Contains(node) && n.Layer is PlainNorm);

    /// <summary>Moves every value by what rounding may have. Equal values stay equal, since a pool takes the first of them, unless they are to be moved apart, and zeros stay zeros.</summary>
    private static double[] Rounded(double[] values, ulong? noise, bool apart = false)
    {
        if (noise is not { } seed)
        {
            return values;
        }

        // A mean that was rounded moves all that is taken relative to it by the same, which sums do not level out.
        double largest = values.Select(Math.Abs).DefaultIfEmpty().Max();
        double common = OfLargest * largest * new Dice(BitConverter.DoubleToUInt64Bits(largest) ^ ~seed).Signed();
        return [.. values.Select((v, i) => v == 0 ? v : v + common + (new Dice(BitConverter.DoubleToUInt64Bits(v) ^ seed ^ (apart ? (ulong)i * 0x9e3779b97f4a7c15 : 0)).Signed() * ((OfValue * Math.Abs(v)) + (OfLargest * largest))))];
    }

    /// <summary>Moves a gradient by what floats leave open of the slope of a function that levels off.</summary>
    private static double[] Cancelled(double[] gradient, double[] outputGradient, double cancelling, ulong? noise) => noise is not { } seed
        ? gradient
        : [.. gradient.Select((g, i) => g + (outputGradient[i] * cancelling * OfValue * new Dice((ulong)i ^ seed).Signed()))];

    private static double[] Part(float[] input, int batch, int start, int size)
    {
        double[] part = new double[batch * size];
        int sample = input.Length / batch;
        for (int i = 0; i < part.Length; i++)
        {
            part[i] = input[(i / size * sample) + start + (i % size)];
        }

        return part;
    }

    private static double[] Joined(double[][] parts, int batch)
    {
        List<double> all = [];
        for (int image = 0; image < batch; image++)
        {
            foreach (double[] part in parts)
            {
                int size = part.Length / batch;
                all.AddRange(part.AsSpan(image * size, size));
            }
        }

        return [.. all];
    }
}
