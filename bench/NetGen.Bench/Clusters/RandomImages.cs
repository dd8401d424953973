namespace NetGen.Bench.Clusters;

/// <summary>Images of noise with random labels: what a step costs does not depend on what is in them.</summary>
internal static class RandomImages
{
    public static TensorDataset Make(Model model, int count)
    {
        Random random = new(1);
        return new TensorDataset(
            model.Description.InputShape,
            [.. Enumerable.Range(0, count * model.Description.InputSize).Select(_ => (2 * random.NextSingle()) - 1)],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(model.Description.OutputSize))]);
    }
}
