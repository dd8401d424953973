namespace NetGen.Tests.Optimizers;

/// <summary>The 19 values of <see cref="FlatParameters"/> as those of two layers, as in the script of <see cref="GroupFigures"/>.</summary>
internal static class LayeredParameters
{
    public static ParameterSet Make()
    {
        ParameterSet parameters = new(
        [
            new ParameterInfo("a.weight", [5, 2], true, Initialization.Zero, 0, 0),
            new ParameterInfo("a.bias", [4], true, Initialization.Zero, 0, 0),
            new ParameterInfo("a.running_mean", [3], false, Initialization.Zero, 0, 0),
            new ParameterInfo("b.weight", [2, 2], true, Initialization.Zero, 0, 0),
            new ParameterInfo("b.bias", [1], true, Initialization.Zero, 0, 0),
        ]);
        for (int i = 0; i < parameters.TrainableCount; i++)
        {
            parameters.TrainableValues[i] = (i - 9) / 8f;
        }

        return parameters;
    }

    /// <summary>Takes one of the script's steps.</summary>
    public static void Step(Optimizer optimizer, ParameterSet parameters, int step)
    {
        FlatParameters.SetGradients(parameters, step);
        optimizer.Step(parameters);
    }

    public static ParameterSet After(Optimizer optimizer, int steps)
    {
        ParameterSet parameters = Make();
        for (int step = 0; step < steps; step++)
        {
            Step(optimizer, parameters, step);
        }

        return parameters;
    }

    public static string[] Bits(ReadOnlySpan<float> values) => [.. values.ToArray().Select(v => BitConverter.SingleToUInt32Bits(v).ToString("x8"))];
}
