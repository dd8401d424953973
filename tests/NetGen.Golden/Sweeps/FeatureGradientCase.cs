using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>
/// A network with tags that have a gradient, and the plain layers that it must agree with. <see cref="SweepCase.Tail"/> is what follows the tag <c>split</c>, as a network whose input is the
/// value there: the gradient by that input is the gradient by the tag.
/// </summary>
/// <param name="Declaration">Attributes as C# source.</param>
/// <param name="Input">The sizes of an image.</param>
/// <param name="Batch">Images in the batch.</param>
/// <param name="Graph">The plain layers.</param>
public sealed record FeatureGradientCase(string Declaration, PlainShape Input, int Batch, PlainGraph Graph) : SweepCase(Declaration, Input, Batch)
{
    private const string Split = "split";

    /// <inheritdoc/>
    public override List<TensorError> Compare(Model model)
    {
        RandomSource random = new(23);
        SetParameters(model, Graph.Layers, ref random);
        float[] input = Floats(Batch * Input.Size, ref random);
        float[] outputGradient = Floats(Batch * Graph.Output.Size, ref random);
        double[][] values = Graph.Values(Batch, Doubles(input));
        double[][] gradients = Graph.Gradients(Batch, values, Doubles(outputGradient));
        List<TensorError> errors = [];
        foreach (TensorInfo tag in model.Description.Tags.Where(t => t.HasGradient))
        {
            float[] gradient = new float[Batch * tag.Size];
            float[] value = new float[gradient.Length];
            float[] output = new float[outputGradient.Length];
            model.FeatureGradients(tag.Name, input, outputGradient, gradient, value, output);
            errors.Add(new("grad_" + tag.Name, Error(gradient, gradients[Graph.Tags[tag.Name]])));
            errors.Add(new(tag.Name, Error(value, values[Graph.Tags[tag.Name]])));
            errors.Add(new("output", Error(output, values[^1])));
            if (tag.Name == Split && Tail is not null)
            {
                errors.Add(new("tail", GoldenRun.Error(gradient, TailGradient(model, value, outputGradient))));
            }
        }

        return errors;
    }

    private static double Error(float[] actual, double[] expected) => GoldenRun.Error(actual, Array.ConvertAll(expected, v => (float)v));

    /// <summary>The gradient by the input of what follows the tag, with the parameters that the model has for it: its last.</summary>
    private static float[] TailGradient(Model model, float[] value, float[] outputGradient)
    {
        Type type = model.GetType();
        using Model tail = (Model)Activator.CreateInstance(type.Assembly.GetType(type.FullName + "Tail")!, 0UL)!;
        int before = model.Parameters.Count - tail.Parameters.Count;
        for (int i = 0; i < tail.Parameters.Count; i++)
        {
            model.Parameters[before + i].Values.CopyTo(tail.Parameters[i].Edit());
        }

        tail.FreezeBatchNorm = true;
        float[] gradient = new float[value.Length];
        tail.Forward(value, new float[outputGradient.Length]);
        tail.Backward(outputGradient, gradient);
        return gradient;
    }
}
