using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>A small network and the plain layers that it must agree with.</summary>
/// <param name="Declaration">Attributes as C# source.</param>
/// <param name="Input">The sizes of an image.</param>
/// <param name="Batch">Images in the batch.</param>
/// <param name="Layers">The plain layers from top to bottom, each under the name of its parameters' paths.</param>
public record SweepCase(string Declaration, PlainShape Input, int Batch, params (string Path, PlainLayer Layer)[] Layers)
{
    /// <summary>Values that inputs are drawn from, where they are not numbers from −1 to 1. Results must then agree in what is no number or infinite, value by value.</summary>
    public float[]? Special { get; init; }

    /// <summary>
    /// One input of so many is special, the others are numbers from −1 to 1: for layers that sum, where special values everywhere would leave nothing else.
    /// Errors of numbers are then relative to the tensor's largest, since a sum rounds by its terms.
    /// </summary>
    public int SpecialEvery { get; init; } = 1;

    /// <summary>Whether the outputs' gradients are drawn from <see cref="Special"/> as well.</summary>
    public bool SpecialGradient { get; init; }

    /// <summary>A second network that the case needs: attributes as C# source; null for none.</summary>
    public string? Tail { get; init; }

    /// <summary>The sizes of the result.</summary>
    public PlainShape Output => Layers.Aggregate(Input, (shape, layer) => layer.Layer.Output(shape));

    /// <summary>Takes a compiled model's output, gradients and prediction to those of the plain layers.</summary>
    /// <returns>The error of each tensor, as golden cases measure it.</returns>
    public virtual List<TensorError> Compare(Model model)
    {
        RandomSource random = new(17);
        SetParameters(model, Layers, ref random);
        float[] input = Floats(Batch * Input.Size, ref random);
        for (int i = 0; Special is { } special && i < input.Length; i++)
        {
            input[i] = SpecialEvery == 1 || random.Next(SpecialEvery) == 0 ? special[random.Next(special.Length)] : input[i];
        }

        float[] outputGradient = Floats(Batch * Output.Size, ref random);
        for (int i = 0; SpecialGradient && i < outputGradient.Length; i++)
        {
            outputGradient[i] = Special![random.Next(Special.Length)];
        }

        float[] predicted = new float[outputGradient.Length];
        model.Predict(input, predicted);
        List<TensorError> errors = [new("predicted", Error(predicted, Values(input, training: false)[^1]))];

        double[][] values = Values(input, training: true);
        float[] output = new float[outputGradient.Length];
        float[] inputGradient = new float[input.Length];
        model.Forward(input, output);
        model.Backward(outputGradient, inputGradient);
        errors.Add(new("output", Error(output, values[^1])));
        errors.Add(new("grad_input", Error(inputGradient, Gradients(values, outputGradient))));
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            int dot = parameter.Path.LastIndexOf('.');
            PlainLayer layer = Layers.Single(l => l.Path == parameter.Path[..dot]).Layer;
            errors.Add(new("grad/" + parameter.Path, Error(parameter.Gradient, layer.Gradients[parameter.Path[(dot + 1)..]])));
        }

        return errors;
    }

    private double Error(ReadOnlySpan<float> actual, double[] expected) => Special is not null ? SpecialError(actual, expected, SpecialEvery == 1 ? null : expected.Select(v => Math.Abs((float)v)).Where(float.IsFinite).DefaultIfEmpty().Max()) : GoldenRun.Error(actual, Array.ConvertAll(expected, v => (float)v));

    /// <summary>The largest error of a value, relative to itself or to a scale; infinite where one side is no number, or infinite, and the other is not.</summary>
    private static double SpecialError(ReadOnlySpan<float> actual, double[] expected, double? scale)
    {
        double error = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            float wanted = (float)expected[i];
            bool same = actual[i] == wanted || (float.IsNaN(actual[i]) && float.IsNaN(wanted));
            error = Math.Max(error, same ? 0 : float.IsFinite(actual[i]) && float.IsFinite(wanted) ? Math.Abs((double)actual[i] - wanted) / ((scale ?? Math.Abs((double)wanted)) + 1e-6) : double.PositiveInfinity);
        }

        return error;
    }

    /// <summary>Draws a model's parameters and gives them to the plain layers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="layers">The plain layers.</param>
    /// <param name="random">What numbers are drawn from.</param>
    /// <param name="largest">What they lie below, without their sign.</param>
    protected static void SetParameters(Model model, IEnumerable<(string Path, PlainLayer Layer)> layers, ref RandomSource random, float largest = 1)
    {
        foreach (Parameter parameter in model.Parameters)
        {
            // Variances are above 0; others lie around it.
            bool variance = parameter.Path.EndsWith("running_var", StringComparison.Ordinal);
            foreach (ref float value in parameter.Edit())
            {
                value = variance ? random.NextSingle() + 0.5f : largest * ((2 * random.NextSingle()) - 1);
            }

            int dot = parameter.Path.LastIndexOf('.');
            layers.Single(l => l.Path == parameter.Path[..dot]).Layer.Parameters[parameter.Path[(dot + 1)..]] = Doubles(parameter.Values);
        }
    }

    /// <summary>The same numbers in double precision.</summary>
    protected static double[] Doubles(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), v => (double)v);

    /// <summary>Numbers from −1 to 1.</summary>
    protected static float[] Floats(int count, ref RandomSource random)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (2 * random.NextSingle()) - 1;
        }

        return values;
    }

    /// <summary>The input and what each layer makes of it.</summary>
    protected double[][] Values(float[] input, bool training)
    {
        double[][] values = new double[Layers.Length + 1][];
        values[0] = Doubles(input);
        PlainShape shape = Input;
        for (int i = 0; i < Layers.Length; i++)
        {
            values[i + 1] = Layers[i].Layer.Forward(shape, Batch, values[i], training);
            shape = Layers[i].Layer.Output(shape);
        }

        return values;
    }

    private double[] Gradients(double[][] values, float[] outputGradient)
    {
        PlainShape[] shapes = new PlainShape[Layers.Length + 1];
        shapes[0] = Input;
        for (int i = 0; i < Layers.Length; i++)
        {
            shapes[i + 1] = Layers[i].Layer.Output(shapes[i]);
        }

        double[] gradient = Doubles(outputGradient);
        for (int i = Layers.Length - 1; i >= 0; i--)
        {
            gradient = Layers[i].Layer.Backward(shapes[i], Batch, values[i], gradient);
        }

        return gradient;
    }
}
