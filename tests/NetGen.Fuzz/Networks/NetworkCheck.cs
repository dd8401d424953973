using System.Reflection;

namespace NetGen.Fuzz.Networks;

/// <summary>Holds a compiled model to what must always hold.</summary>
internal static class NetworkCheck
{
    /// <summary>Runs a model; what is wrong, or null.</summary>
    public static string? Check(NetworkCase drawn, Type type)
    {
        if (type.GetProperty("Info", BindingFlags.Public | BindingFlags.Static) is not { } property)
        {
            // Damage may leave no layer at all, and a class without layers is no model.
            return drawn.Declaration.Contains('[') ? "layers made no model" : null;
        }

        ModelInfo info = (ModelInfo)property.GetValue(null)!;

        // A damaged number may have made a network that is right and would take minutes.
        if (info.Macs > 20_000_000 || info.ParameterCount > 5_000_000 || info.TrainingMemoryPerImage > 100_000_000 || info.InputSize > 1_000_000)
        {
            return null;
        }

        string? wrong = null;
        for (ulong draw = 0; draw < 3; draw++)
        {
            NetworkData data = new(drawn.Seed + (draw * 0x9e3779b97f4a7c15), info, drawn.Plain is { } plain ? plain.Loss : LossOf(info));
            NetworkRun run = NetworkRun.Of(Make, data, threads: 1);
            NetworkRun two = NetworkRun.Of(Make, data, threads: 2);
            if (run.Differs(two) is { } tensor)
            {
                return $"{tensor} has other bits on two threads than on one";
            }

            wrong = drawn.Plain is { } network ? PlainCheck.Compare(network, Make, data, run) : SameInBoth(info, run);

            // Where a value is as near to a kink as floats round, either slope is right; other numbers are not near it.
            if (wrong is null)
            {
                return null;
            }
        }

        return wrong;

        Model Make(ulong seed) => (Model)Activator.CreateInstance(type, seed)!;
    }

    /// <summary>
    /// Without dropout and batch norm, training computes what prediction does. Kernels are fused in other ways, so that sums round in another order;
    /// nothing more is known of a damaged network, which may divide by what is nearly nothing.
    /// </summary>
    private static string? SameInBoth(ModelInfo info, NetworkRun run)
    {
        if (info.Layers.Any(l => KindOf(l) is "Dropout" or "BatchNorm"))
        {
            return null;
        }

        float[] predicted = run["predicted"];
        float[] trained = run["output"];
        float largest = predicted.Max(Math.Abs);
        float difference = predicted.Zip(trained, (a, b) => a.Equals(b) ? 0 : Math.Abs(a - b)).Max();
        return !float.IsFinite(largest) || difference <= (1e-3f * largest) + 1e-6f ? null : $"prediction and training differ by {difference} of {largest}";
    }

    private static PlainLoss? LossOf(ModelInfo info) =>
        KindOf(info.Layers[^1]) is var kind and ("SoftmaxCrossEntropy" or "MeanSquaredError" or "BinaryCrossEntropy" or "Huber") ? new PlainLoss(kind, 0) : null;

    private static string KindOf(LayerInfo layer) => layer.Kind.Split('(')[0];
}
