namespace NetGen.Tests.Weights;

/// <summary>A small convolution with batch norm, without a model.</summary>
internal static class SampleParameters
{
    public static ParameterSet Make(float start)
    {
        ParameterSet parameters = new(
        [
            new ParameterInfo("conv1.weight", [2, 1, 3, 3], true, Initialization.HeNormal, 9, 18),
            new ParameterInfo("conv1.bias", [2], true, Initialization.Zero, 0, 0),
            new ParameterInfo("batchnorm1.running_mean", [2], false, Initialization.Zero, 0, 0),
        ]);
        foreach (Parameter parameter in parameters)
        {
            for (int i = 0; i < parameter.Length; i++)
            {
                parameter.Edit()[i] = start - (i / 3f);
            }
        }

        return parameters;
    }

    public static float[] All(ParameterSet parameters) => [.. parameters.SelectMany(p => p.Values.ToArray())];
}
