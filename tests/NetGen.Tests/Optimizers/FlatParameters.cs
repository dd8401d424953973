namespace NetGen.Tests.Optimizers;

/// <summary>Parameters of a given number, with the values and gradients of the script in <see cref="PyTorchFigures"/>.</summary>
internal static class FlatParameters
{
    public static ParameterSet Make(int count)
    {
        ParameterSet parameters = new(
        [
            new ParameterInfo("a.weight", [count - 1], true, Initialization.Zero, 0, 0),
            new ParameterInfo("a.running_mean", [3], false, Initialization.Zero, 0, 0),
            new ParameterInfo("a.bias", [1], true, Initialization.Zero, 0, 0),
        ]);
        for (int i = 0; i < count; i++)
        {
            parameters.TrainableValues[i] = (i - 9) / 8f;
        }

        return parameters;
    }

    public static void SetGradients(ParameterSet parameters, int step)
    {
        for (int i = 0; i < parameters.TrainableCount; i++)
        {
            parameters.Gradients[i] = ((((i * 7) + (step * 5)) % 13) - 6) / 16f;
        }
    }

    /// <summary>The values after some steps.</summary>
    public static float[] After(Optimizer optimizer, int count, int steps)
    {
        ParameterSet parameters = Make(count);
        for (int step = 0; step < steps; step++)
        {
            SetGradients(parameters, step);
            optimizer.Step(parameters);
        }

        return parameters.TrainableValues.ToArray();
    }
}
