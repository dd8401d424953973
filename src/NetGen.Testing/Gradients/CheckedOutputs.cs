namespace NetGen.Testing;

/// <summary>The function of a model with several outputs: the weighted sum of their losses, or without a loss a random linear functional of them all.</summary>
internal static class CheckedOutputs
{
    /// <summary>What computes the gradients, and the value.</summary>
    public static (Action Compute, Func<double> Value) Of(Model model, GradientCheckOptions options, float[] input, float[] inputGradient)
    {
        ModelInfo info = model.Description;
        OutputSet outputs = new(info);
        string last = info.Layers[^1].Kind;
        if (LossOf(info, info.Outputs[1], last) is not null)
        {
            Targets targets = new();
            for (int i = 0; i < info.Outputs.Count; i++)
            {
                TensorInfo output = info.Outputs[i];
                string loss = i == 0 ? last : LossOf(info, output, last)!;
                int count = options.Batch * output.Size;
                _ = CheckedFunction.LabelsOf(loss, output.Shape, count) is { } labels
                    ? targets.Labels(output.Name, labels)
                    : targets.Values(output.Name, CheckedFunction.TargetsOf(loss, count, (options.Seed ^ 0x6b) + (ulong)i));
            }

            return (() => model.ComputeGradients(input, targets, outputs, inputGradient), () => model.ComputeGradients(input, targets).Loss);
        }

        OutputSet functional = new(info);
        functional.Resize(options.Batch);
        for (int i = 0; i < info.Outputs.Count; i++)
        {
            Span<float> values = functional[info.Outputs[i].Name];
            CheckedFunction.Numbers(values.Length, (options.Seed ^ 0x64) + (ulong)i).CopyTo(values);
        }

        return (Differentiate, Sum);

        void Differentiate()
        {
            model.Forward(input, outputs);
            model.Backward(functional, inputGradient);
        }

        double Sum()
        {
            model.Forward(input, outputs);
            return info.Outputs.Sum(o => CheckedFunction.Product(outputs[o.Name], functional[o.Name]));
        }
    }

    /// <summary>The loss of a further output as declared, which is a row of the layer table named after the output; null where the model has none.</summary>
    private static string? LossOf(ModelInfo info, TensorInfo output, string last)
    {
        string? row = info.Layers.FirstOrDefault(l => l.Name.StartsWith(output.Name + ".", StringComparison.Ordinal) && l.Kind.StartsWith("Output(", StringComparison.Ordinal))?.Kind;
        int end = row is null ? -1 : row.LastIndexOf("), ", StringComparison.Ordinal);
        return row is null ? null : end < 0 ? last : row[(end + 3)..];
    }
}
