namespace NetGen.Golden;

/// <summary>A tensor's worst relative error.</summary>
/// <param name="Tensor">The tensor's name in the file.</param>
/// <param name="Value">max|a−b| / (max|b| + 1e-6).</param>
public readonly record struct TensorError(string Tensor, double Value);

/// <summary>What came of a case.</summary>
/// <param name="Name">The case.</param>
/// <param name="Passed">Whether every tensor is near enough.</param>
/// <param name="Errors">The worst relative error of each tensor.</param>
/// <param name="Failure">Why it could not run, or null.</param>
public sealed record GoldenResult(string Name, bool Passed, IReadOnlyList<TensorError> Errors, string? Failure)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string verdict = Passed ? "ok  " : "FAIL";
        string detail = Failure ?? string.Join(" ", Errors.OrderByDescending(e => e.Value).Select(e => FormattableString.Invariant($"{e.Tensor}={e.Value:0.0e+0}")));
        return $"{verdict} {Name,-34} {detail}";
    }
}

/// <summary>Runs golden cases: compiles the declaration, runs forward and backward at the case's own batch size, and compares.</summary>
public static class GoldenRun
{
    /// <summary>The largest relative error of a tensor. (A Winograd form would be allowed 2e-3.)</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Runs one case; a declaration that is refused or a step that throws is a failed case.</summary>
    public static GoldenResult Run(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        try
        {
            GoldenCase golden = GoldenCase.Read(path);
            using Model model = ModelCompiler.CompileShared(golden.Declaration)(0);
            List<TensorError> errors = Compare(golden, model);
            return new GoldenResult(golden.Name, errors.All(e => e.Value <= Tolerance), errors, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new GoldenResult(name, false, [], e is ModelCompilationException or InvalidDataException ? e.Message : e.ToString());
        }
    }

    /// <summary>max|a−b| / (max|b| + 1e-6); infinite where lengths differ or a value is not a number.</summary>
    public static double Error(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        if (actual.Length != expected.Length)
        {
            return double.PositiveInfinity;
        }

        double difference = 0;
        double size = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            if (!float.IsFinite(actual[i]))
            {
                return double.PositiveInfinity;
            }

            difference = Math.Max(difference, Math.Abs((double)actual[i] - expected[i]));
            size = Math.Max(size, Math.Abs((double)expected[i]));
        }

        return difference / (size + 1e-6);
    }

    private static List<TensorError> Compare(GoldenCase golden, Model model)
    {
        foreach (Parameter parameter in model.Parameters)
        {
            if (!golden.Tensors.TryGetValue("param/" + parameter.Path, out float[]? values))
            {
                throw new InvalidDataException($"the model has {parameter.Path}, which the case lacks");
            }

            if (values.Length != parameter.Length)
            {
                throw new InvalidDataException($"{parameter.Path} has {parameter.Length} values, but the case has {values.Length}");
            }

            values.CopyTo(parameter.Edit());
        }

        foreach (string tensor in golden.Tensors.Keys.Where(k => k.StartsWith("param/", StringComparison.Ordinal)))
        {
            if (!model.Parameters.TryGet(tensor["param/".Length..], out _))
            {
                throw new InvalidDataException($"the case has {tensor}, which the model lacks");
            }
        }

        if (model.Description.Outputs.Count > 1)
        {
            return GoldenOutputs.Compare(golden, model);
        }

        List<TensorError> errors = [];
        float[] input = golden.Tensors["input"];
        float[] predicted = new float[golden.Batch * model.Description.OutputSize];
        model.Predict(input, predicted);
        bool sameInBothModes = !golden.Training || !model.Parameters.Any(p => !p.Trainable);
        if (sameInBothModes)
        {
            errors.Add(new("predicted", Error(predicted, golden.Tensors["output"])));
        }

        if (golden.Tensors.TryGetValue("eval_output", out float[]? evaluation))
        {
            errors.Add(new("eval_output", Error(predicted, evaluation)));
        }

        float[] output = new float[predicted.Length];
        float[] inputGradient = new float[input.Length];
        model.FreezeBatchNorm = !golden.Training;
        if (golden.Tensors.TryGetValue("loss", out float[]? loss))
        {
            StepResult result = golden.Labels is { } labels
                ? model.ComputeGradients(input, labels, output, inputGradient)
                : model.ComputeGradients(input, golden.Tensors["target"], output, inputGradient);
            errors.Add(new("loss", Error([(float)result.Loss], loss)));
            StepResult evaluated = golden.Labels is { } sameLabels ? model.Evaluate(input, sameLabels) : model.Evaluate(input, golden.Tensors["target"]);
            if (sameInBothModes)
            {
                errors.Add(new("evaluated", Error([(float)evaluated.Loss], loss)));
            }
        }
        else
        {
            model.Forward(input, output);
            model.Backward(golden.Tensors["grad_output"], inputGradient);
        }

        errors.Add(new("output", Error(output, golden.Tensors["output"])));
        if (golden.Tensors.TryGetValue("grad_input", out float[]? expected))
        {
            errors.Add(new("grad_input", Error(inputGradient, expected)));
        }

        CompareParameters(golden, model, errors);
        return errors;
    }

    /// <summary>Compares the parameters' gradients, and what running statistics became.</summary>
    internal static void CompareParameters(GoldenCase golden, Model model, List<TensorError> errors)
    {
        foreach (Parameter parameter in model.Parameters)
        {
            if (golden.Tensors.TryGetValue("grad/" + parameter.Path, out float[]? gradient))
            {
                errors.Add(new("grad/" + parameter.Path, Error(parameter.Gradient, gradient)));
            }

            if (golden.Tensors.TryGetValue("after/" + parameter.Path, out float[]? after))
            {
                errors.Add(new("after/" + parameter.Path, Error(parameter.Values, after)));
            }
        }
    }
}
