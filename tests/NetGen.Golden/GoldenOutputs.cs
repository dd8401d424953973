namespace NetGen.Golden;

/// <summary>
/// Cases of models with several outputs. The file has <c>output/NAME</c> of each besides <c>output</c>; with losses <c>target/NAME</c>, <c>weights</c> or <c>weights/NAME</c> where samples count differently, the
/// weighted sum as <c>loss</c> and each by itself as <c>loss/NAME</c> (<c>loss/output</c> for the model's own); without a loss <c>grad_output/NAME</c>.
/// </summary>
internal static class GoldenOutputs
{
    public static List<TensorError> Compare(GoldenCase golden, Model model)
    {
        List<TensorError> errors = [];
        float[] input = golden.Tensors["input"];
        float[] inputGradient = new float[input.Length];
        OutputSet outputs = new(model.Description);
        bool sameInBothModes = !model.Parameters.Any(p => !p.Trainable);
        model.Predict(input, outputs);
        if (sameInBothModes)
        {
            CompareOutputs("predicted", golden, outputs, errors);
        }

        if (golden.Tensors.TryGetValue("loss", out float[]? loss))
        {
            Targets targets = TargetsOf(golden, model.Description);
            StepResult evaluated = model.Evaluate(input, targets);
            if (sameInBothModes)
            {
                errors.Add(new("evaluated", GoldenRun.Error([(float)evaluated.Loss], loss)));
                CompareLosses("evaluated", golden, model, errors);
            }

            StepResult result = model.ComputeGradients(input, targets, outputs, inputGradient);
            errors.Add(new("loss", GoldenRun.Error([(float)result.Loss], loss)));
            CompareLosses("loss", golden, model, errors);
        }
        else
        {
            model.Forward(input, outputs);
            OutputSet gradients = new(model.Description);
            gradients.Resize(golden.Batch);
            foreach (TensorInfo output in model.Description.Outputs)
            {
                golden.Tensors[NameOf("grad_output", output)].CopyTo(gradients[output.Name]);
            }

            model.Backward(gradients, inputGradient);
        }

        CompareOutputs("output", golden, outputs, errors);
        errors.Add(new("grad_input", GoldenRun.Error(inputGradient, golden.Tensors["grad_input"])));
        GoldenRun.CompareParameters(golden, model, errors);
        return errors;
    }

    private static Targets TargetsOf(GoldenCase golden, ModelInfo info)
    {
        Targets targets = new();
        foreach (TensorInfo output in info.Outputs)
        {
            float[] weights = golden.Tensors.GetValueOrDefault(NameOf("weights", output)) ?? [];
            string name = NameOf("target", output);
            _ = golden.LabelsOf.TryGetValue(name, out int[]? labels) ? targets.Labels(output.Name, labels, weights) : targets.Values(output.Name, golden.Tensors[name], weights);
        }

        return targets;
    }

    private static void CompareOutputs(string what, GoldenCase golden, OutputSet outputs, List<TensorError> errors)
    {
        foreach (TensorInfo output in outputs.Model.Outputs)
        {
            errors.Add(new(NameOf(what, output), GoldenRun.Error(outputs[output.Name], golden.Tensors[NameOf("output", output)])));
        }
    }

    private static void CompareLosses(string what, GoldenCase golden, Model model, List<TensorError> errors)
    {
        foreach (TensorInfo output in model.Description.Outputs)
        {
            errors.Add(new($"{what}/{output.Name}", GoldenRun.Error([(float)model.ResultOf(output.Name).Loss], golden.Tensors["loss/" + output.Name])));
        }
    }

    private static string NameOf(string what, TensorInfo output) => output.Name == ModelInfo.OwnOutput ? what : $"{what}/{output.Name}";
}
