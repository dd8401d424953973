using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>A loss by PyTorch's definition.</summary>
/// <param name="kind">Its attribute.</param>
/// <param name="argument">The label smoothing of a cross entropy, the delta of Huber's loss.</param>
internal sealed class PlainLoss(string kind, double argument)
{
    public bool TakesLabels => kind == "SoftmaxCrossEntropy";

    /// <summary>Targets for outputs of these sizes: of a cross entropy the labels as numbers.</summary>
    public float[] Targets(Dice dice, PlainShape shape, int batch) => kind switch
    {
        "SoftmaxCrossEntropy" => [.. Enumerable.Range(0, batch * shape.Pixels).Select(_ => (float)dice.Below(shape.Channels))],
        "BinaryCrossEntropy" => [.. dice.Floats(batch * shape.Size).Select(v => Math.Abs(v))],
        _ => dice.Floats(batch * shape.Size),
    };

    /// <summary>The mean and its gradient by the outputs.</summary>
    public (double Value, double[] Gradient) Of(PlainShape shape, double[] outputs, float[] targets)
    {
        if (TakesLabels)
        {
            return CrossEntropy(shape, outputs, targets);
        }

        double sum = 0;
        double[] gradient = new double[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            double x = outputs[i];
            double d = x - targets[i];
            (double value, gradient[i]) = kind switch
            {
                "MeanSquaredError" => (d * d, 2 * d),
                "BinaryCrossEntropy" => (Math.Max(x, 0) - (x * targets[i]) + Math.Log(1 + Math.Exp(-Math.Abs(x))), (1 / (1 + Math.Exp(-x))) - targets[i]),
                _ => Math.Abs(d) <= argument ? (d * d / 2, d) : (argument * (Math.Abs(d) - (argument / 2)), argument * Math.Sign(d)),
            };
            sum += value;
            gradient[i] /= outputs.Length;
        }

        return (sum / outputs.Length, gradient);
    }

    private (double Value, double[] Gradient) CrossEntropy(PlainShape shape, double[] outputs, float[] labels)
    {
        double sum = 0;
        double[] gradient = new double[outputs.Length];
        for (int column = 0; column < labels.Length; column++)
        {
            int first = (column / shape.Pixels * shape.Size) + (column % shape.Pixels);
            int[] places = [.. Enumerable.Range(0, shape.Channels).Select(c => first + (c * shape.Pixels))];
            double largest = places.Max(i => outputs[i]);
            double log = largest + Math.Log(places.Sum(i => Math.Exp(outputs[i] - largest)));
            for (int c = 0; c < places.Length; c++)
            {
                double wanted = (argument / places.Length) + (c == (int)labels[column] ? 1 - argument : 0);
                sum += wanted * (log - outputs[places[c]]);
                gradient[places[c]] = (Math.Exp(outputs[places[c]] - log) - wanted) / labels.Length;
            }
        }

        return (sum / labels.Length, gradient);
    }
}
