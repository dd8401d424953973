using System.Collections.Concurrent;
using NetGen.Golden;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Models by their declaration, compiled once, and plain ways to run them.</summary>
internal static class Nets
{
    private static readonly ConcurrentDictionary<string, Lazy<Func<ulong, Model>>> s_makers = new(StringComparer.Ordinal);

    /// <summary>A new model with random parameters.</summary>
    public static Model Make(string declaration, ulong seed = 1)
    {
        Model model = s_makers.GetOrAdd(declaration, d => new Lazy<Func<ulong, Model>>(() => ModelCompiler.Compile(d))).Value(seed);
        model.Threads = 1;
        return model;
    }

    /// <summary>What the model predicts.</summary>
    public static float[] Predict(Model model, params float[] inputs)
    {
        float[] outputs = new float[inputs.Length / model.Description.InputSize * model.Description.OutputSize];
        model.Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>The prediction of a declaration without parameters.</summary>
    public static float[] Predict(string declaration, params float[] inputs)
    {
        using Model model = Make(declaration);
        return Predict(model, inputs);
    }

    /// <summary>What a model without a loss computes in training mode.</summary>
    public static float[] Forward(Model model, params float[] inputs)
    {
        float[] outputs = new float[inputs.Length / model.Description.InputSize * model.Description.OutputSize];
        model.Forward(inputs, outputs);
        return outputs;
    }

    /// <summary>The gradient by the inputs, after <see cref="Forward"/>.</summary>
    public static float[] Backward(Model model, params float[] outputGradients)
    {
        float[] gradients = new float[outputGradients.Length / model.Description.OutputSize * model.Description.InputSize];
        model.Backward(outputGradients, gradients);
        return gradients;
    }

    /// <summary>Forward and then backward of a declaration without parameters.</summary>
    public static (float[] Outputs, float[] InputGradients) Run(string declaration, float[] inputs, float[] outputGradients)
    {
        using Model model = Make(declaration);
        return (Forward(model, inputs), Backward(model, outputGradients));
    }

    /// <summary>Random numbers around 0, the same for the same seed.</summary>
    public static float[] Random(int count, ulong seed, float scale = 1)
    {
        RandomSource random = new(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = scale * ((2 * random.NextSingle()) - 1);
        }

        return values;
    }
}
