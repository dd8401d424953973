using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Compares what a model computed with plain layers.</summary>
internal static class PlainCheck
{
    private const int NoisyRuns = 2;

    // Of a sum, floats keep about this much relative to the tensor's largest value; what layers make of earlier rounding is measured.
    private const double Tolerance = 2e-5;

    /// <summary>How much more than the measured effect of rounding is let pass: the largest of few draws is no bound.</summary>
    private const double Margin = 10;

    /// <summary>The largest effect of rounding, relative to the largest value, with which a tensor still tells anything.</summary>
    private const double MostEffect = 1e-3;

    /// <summary>Values up to which floats hold sums of squares, which variances and distances are.</summary>
    private const double LargestSquared = 1e15;

    /// <summary>Tensors that were compared so far, and those that rounding alone changes too much to tell anything.</summary>
    public static (int Compared, int Left) Tensors { get; private set; }

    /// <summary>The first tensor that is wrong, or null.</summary>
    public static string? Compare(PlainNetwork network, Func<ulong, Model> make, NetworkData data, NetworkRun run)
    {
        Load(network, make, data);
        Dictionary<string, double[]> expected = Expected(network, data, null, out bool fits);
        Dictionary<string, double> effects = expected.ToDictionary(e => e.Key, _ => 0.0, StringComparer.Ordinal);
        for (int i = 0; i < NoisyRuns; i++)
        {
            foreach ((string name, double[] values) in Expected(network, data, data.Seed ^ (0x9e3779b97f4a7c15 * (ulong)(i + 1)), out _))
            {
                effects[name] = Math.Max(effects[name], values.Zip(expected[name], (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max());
            }
        }

        // Centres that are fixed have no gradient, and a tag that only a further output reads is not computed by predictions.
        foreach ((string name, double[] wanted) in expected.Where(e => !e.Key.Contains('/', StringComparison.Ordinal) || run.Has(e.Key)))
        {
            float[] actual = run[name];
            if (actual.Length != wanted.Length)
            {
                return $"{name} has {actual.Length} values, expected {wanted.Length}";
            }

            double largest = wanted.Select(Math.Abs).DefaultIfEmpty().Max();
            double allowed = (Tolerance * largest) + (Margin * effects[name]) + 1e-9;
            bool tells = fits && largest < 1e30 && effects[name] <= MostEffect * largest;
            Tensors = tells ? (Tensors.Compared + 1, Tensors.Left) : (Tensors.Compared, Tensors.Left + 1);
            for (int i = 0; i < wanted.Length && tells; i++)
            {
                // Written so that NaN is wrong.
                if (!(Math.Abs(actual[i] - wanted[i]) <= allowed))
                {
                    return FormattableString.Invariant($"{name}[{i}] is {actual[i]:R}, expected {wanted[i]:R} ± {allowed:g2} (batch {data.Batch}, largest {largest:g3})");
                }
            }
        }

        return run.Tensors.FirstOrDefault(t => expected.Values.All(e => e.All(v => Math.Abs(v) < LargestSquared)) && !t.Values.All(float.IsFinite)).Name is { } infinite ? $"{infinite} is not finite" : null;
    }

    /// <summary>Gives the plain layers the model's parameters before training.</summary>
    private static void Load(PlainNetwork network, Func<ulong, Model> make, NetworkData data)
    {
        using Model model = make(data.Seed);
        data.Fill(model);
        foreach (Parameter parameter in model.Parameters)
        {
            int dot = parameter.Path.LastIndexOf('.');
            PlainNode node = network.Nodes.SingleOrDefault(n => n.Path == parameter.Path[..dot]) ?? throw new InvalidOperationException($"there should be no {parameter.Path}");
            node.Layer!.Parameters[parameter.Path[(dot + 1)..]] = Array.ConvertAll(parameter.Values.ToArray(), v => (double)v);
        }
    }

    /// <summary>Whether no value between is too large for floats to go on with, though a norm behind it may make it small again.</summary>
    private static bool Fits(double[][] values) => values.All(node => node is null || node.All(v => Math.Abs(v) < LargestSquared));

    private static Dictionary<string, double[]> Expected(PlainNetwork network, NetworkData data, ulong? noise, out bool fits)
    {
        Dictionary<string, double[]> tensors = new(StringComparer.Ordinal);
        double[][] predicted = network.Forward(data.Input, data.Batch, training: false, noise);
        fits = Fits(predicted);
        tensors["predicted"] = predicted[network.OutputNode];
        foreach ((string tag, int node) in network.Tags)
        {
            tensors["tag/" + tag] = predicted[node];
        }

        // What dropout leaves out is nobody else's to know.
        if (network.Drops)
        {
            return tensors;
        }

        double[][] values = network.HasBatchNorm ? network.Forward(data.Input, data.Batch, training: true, noise) : predicted;
        fits &= Fits(values);
        (double loss, double[] inputGradient) = network.Backward(values, data.Batch, data.Targets, noise);
        tensors["output"] = values[network.OutputNode];
        if (network.Loss is not null)
        {
            tensors["loss"] = [loss];
        }

        if (network.IsDegenerate)
        {
            return tensors;
        }

        tensors["grad_input"] = inputGradient;
        foreach (PlainNode node in network.Nodes.Where(n => n.Layer is not null))
        {
            foreach ((string leaf, double[] gradient) in node.Layer!.Gradients)
            {
                tensors[$"grad/{node.Path}.{leaf}"] = gradient;
            }
        }

        return tensors;
    }
}
