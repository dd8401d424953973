using NetGen;

namespace Generate;

/// <summary>The first weights of both networks (Radford, Metz and Chintala 2015, section 4): N(0, 0.02) of convolutions and dense layers, N(1, 0.02) of norms, and biases of 0.</summary>
internal static class FirstWeights
{
    private const double Deviation = 0.02;

    public static void Draw(Model model, ulong seed)
    {
        RandomSource random = new(seed);
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            bool weight = parameter.Path.EndsWith(".weight", StringComparison.Ordinal);
            double mean = weight && parameter.Shape.Count == 1 ? 1 : 0;
            foreach (ref float value in parameter.Edit())
            {
                value = (float)(mean + (weight ? Deviation * random.NextNormal() : 0));
            }
        }
    }
}
