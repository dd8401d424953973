namespace NetGen.Fuzz.Networks;

/// <summary>Sums, products and joined channels of several values.</summary>
internal static class PlainJoins
{
    public static double[] Forward(PlainNode node, IReadOnlyList<PlainNode> nodes, int batch, double[][] values)
    {
        double[] y = new double[batch * node.Value.Shape.Size];
        Array.Fill(y, node.Join == Join.Multiply ? 1 : 0);
        Walk(node, nodes, batch, (input, from, to) =>
        {
            double x = values[node.Inputs[input]][from];
            y[to] = node.Join == Join.Multiply ? y[to] * x : y[to] + x;
        });
        return y;
    }

    public static void Backward(PlainNode node, IReadOnlyList<PlainNode> nodes, int batch, double[][] values, double[] dy, double[][] gradients)
    {
        double[][] factors = [.. node.Inputs.Select(_ => Enumerable.Repeat(1.0, dy.Length).ToArray())];
        if (node.Join == Join.Multiply)
        {
            Walk(node, nodes, batch, (input, from, to) =>
            {
                for (int other = 0; other < factors.Length; other++)
                {
                    factors[other][to] *= other == input ? 1 : values[node.Inputs[input]][from];
                }
            });
        }

        Walk(node, nodes, batch, (input, from, to) => gradients[node.Inputs[input]][from] += dy[to] * factors[input][to]);
    }

    /// <summary>Visits every value that is read, with its place in the result. A feature vector beside images stands for each of their pixels.</summary>
    private static void Walk(PlainNode node, IReadOnlyList<PlainNode> nodes, int batch, Action<int, int, int> visit)
    {
        int size = node.Value.Shape.Size;
        int channel = 0;
        for (int input = 0; input < node.Inputs.Length; input++)
        {
            Value value = nodes[node.Inputs[input]].Value;
            for (int image = 0; image < batch; image++)
            {
                if (node.Join == Join.Concat)
                {
                    for (int i = 0; i < value.Shape.Size; i++)
                    {
                        visit(input, (image * value.Shape.Size) + i, (image * size) + (channel * value.Shape.Pixels) + i);
                    }

                    continue;
                }

                for (int i = 0; i < size; i++)
                {
                    visit(input, (image * value.Shape.Size) + (value.Shape.Size == size ? i : i / node.Value.Shape.Pixels), (image * size) + i);
                }
            }

            channel += node.Join == Join.Concat ? value.C : 0;
        }
    }
}
