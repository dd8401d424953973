using System.Runtime.InteropServices;

namespace NetGen.Fuzz.Networks;

/// <summary>What a model computed, by name.</summary>
internal sealed class NetworkRun
{
    private readonly List<(string Name, float[] Values)> _tensors = [];

    public IReadOnlyList<(string Name, float[] Values)> Tensors => _tensors;

    public float[] this[string name] => _tensors.First(t => t.Name == name).Values;

    public bool Has(string name) => _tensors.Any(t => t.Name == name);

    /// <summary>Predicts, computes gradients, and takes two steps.</summary>
    public static NetworkRun Of(Func<ulong, Model> make, NetworkData data, int threads)
    {
        NetworkRun run = new();
        using Model model = make(data.Seed);
        model.Threads = threads;
        data.Fill(model);
        ModelInfo info = model.Description;
        float[] predicted = new float[data.Batch * info.OutputSize];
        model.Predict(data.Input, predicted);
        run.Add("predicted", predicted);
        foreach (TensorInfo tag in info.Tags)
        {
            float[] values = new float[data.Batch * tag.Size];
            model.Features(tag.Name, data.Input, values);
            run.Add("tag/" + tag.Name, values);
        }

        float[] output = new float[predicted.Length];
        float[] inputGradient = new float[data.Input.Length];
        if (data.Loss is not { } loss)
        {
            model.Forward(data.Input, output);
            model.Backward(data.Targets, inputGradient);
        }
        else
        {
            StepResult result = loss.TakesLabels
                ? model.ComputeGradients(data.Input, data.Labels, output, inputGradient)
                : model.ComputeGradients(data.Input, data.Targets, output, inputGradient);
            run.Add("loss", [(float)result.Loss]);
        }

        run.Add("output", output);
        run.Add("grad_input", inputGradient);
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            run.Add("grad/" + parameter.Path, parameter.Gradient.ToArray());
        }

        Adam adam = new(0.001f);
        for (int step = 0; step < 2 && data.Loss is { } trained; step++)
        {
            _ = trained.TakesLabels ? model.TrainStep(data.Input, data.Labels, adam) : model.TrainStep(data.Input, data.Targets, adam);
        }

        foreach (Parameter parameter in model.Parameters)
        {
            run.Add("after/" + parameter.Path, parameter.Values.ToArray());
        }

        float[] after = new float[predicted.Length];
        model.Predict(data.Input, after);
        run.Add("predicted after", after);
        return run;
    }

    /// <summary>The first tensor that is not the same bit by bit, or null.</summary>
    public string? Differs(NetworkRun other) =>
        _tensors.Zip(other._tensors).FirstOrDefault(p => !MemoryMarshal.AsBytes<float>(p.First.Values).SequenceEqual(MemoryMarshal.AsBytes<float>(p.Second.Values))).First.Name;

    private void Add(string name, float[] values) => _tensors.Add((name, values));
}
