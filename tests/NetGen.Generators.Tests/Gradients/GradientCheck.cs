using System.Globalization;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>
/// Compares a model's gradients with central differences of what it computes: of its loss, or for a model without one, of a random
/// linear functional of its outputs. Random coordinates of the input and of every parameter are moved.
/// </summary>
internal static class GradientCheck
{
    private const int Coordinates = 10;

    /// <summary>Checks a declaration in training mode.</summary>
    /// <param name="declaration">Attributes as C# source.</param>
    /// <param name="tolerance">The largest difference, in parts of the tensor's largest gradient.</param>
    /// <param name="batch">Images.</param>
    /// <param name="step">How far a coordinate is moved.</param>
    /// <param name="floor">Added to the largest gradient, for the rounding of differences where all gradients are 0.</param>
    /// <param name="prepare">Settings before the check.</param>
    public static void Check(string declaration, double tolerance = 2e-3, int batch = 3, float step = 1e-2f, double floor = 0.05, Action<Model>? prepare = null)
    {
        using Model model = Nets.Make(declaration);
        Check(model, declaration, tolerance, batch, step, floor, prepare);
    }

    /// <summary>Checks a model, which goes by some name in messages.</summary>
    public static void Check(Model model, string declaration, double tolerance = 2e-3, int batch = 3, float step = 1e-2f, double floor = 0.05, Action<Model>? prepare = null)
    {
        RandomSource random = new(99);
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            // Away from the ones and zeros that norms and biases start at, which would hide mistakes.
            foreach (ref float value in parameter.Edit())
            {
                value += 0.4f * (random.NextSingle() - 0.5f);
            }
        }

        prepare?.Invoke(model);
        float[] input = Nets.Random(batch * model.Description.InputSize, 5);
        Func<double> function = FunctionOf(model, input, batch, out Func<float[]> gradients);
        float[] inputGradient = gradients();
        float[][] parameterGradients = [.. model.Parameters.Select(p => p.Gradient.ToArray())];

        Compare(declaration, "input", inputGradient, tolerance, floor, (i, noise) => Difference(function, v => input[i] = v, input[i], step, noise), ref random);
        for (int p = 0; p < parameterGradients.Length; p++)
        {
            Parameter parameter = model.Parameters[p];
            if (parameter.Trainable)
            {
                Compare(declaration, parameter.Path, parameterGradients[p], tolerance, floor, (i, noise) => Difference(function, v => parameter.Edit()[i] = v, parameter.Values[i], step, noise), ref random);
            }
        }
    }

    /// <summary>The function whose gradients are checked, and its gradient by the input as the model computes it.</summary>
    private static Func<double> FunctionOf(Model model, float[] input, int batch, out Func<float[]> gradients)
    {
        float[] output = new float[batch * model.Description.OutputSize];
        float[] inputGradient = new float[input.Length];
        string loss = model.Description.Layers[^1].Name;
        if (loss.StartsWith("softmaxcrossentropy", StringComparison.Ordinal))
        {
            int classes = model.Description.OutputShape[0];
            int[] labels = [.. Enumerable.Range(0, output.Length / classes).Select(i => (i * 7 + 1) % classes)];
            gradients = () =>
            {
                model.ComputeGradients(input, labels, output, inputGradient);
                return inputGradient;
            };
            return () => model.ComputeGradients(input, labels).Loss;
        }

        if (TargetsOf(loss, output.Length) is { } targets)
        {
            gradients = () =>
            {
                model.ComputeGradients(input, targets, output, inputGradient);
                return inputGradient;
            };
            return () => model.ComputeGradients(input, targets).Loss;
        }

        float[] functional = Nets.Random(output.Length, 7);
        gradients = () =>
        {
            model.Forward(input, output);
            model.Backward(functional, inputGradient);
            return inputGradient;
        };
        return () =>
        {
            model.Forward(input, output);
            double sum = 0;
            for (int i = 0; i < output.Length; i++)
            {
                sum += (double)output[i] * functional[i];
            }

            return sum;
        };
    }

    /// <summary>Targets of a loss that compares with floats: for binary cross-entropy probabilities; null for other layers.</summary>
    private static float[]? TargetsOf(string loss, int count)
    {
        float[] targets = Nets.Random(count, 8);
        return loss.StartsWith("binarycrossentropy", StringComparison.Ordinal) ? [.. targets.Select(t => (t + 1) / 2)]
            : loss.StartsWith("meansquarederror", StringComparison.Ordinal) || loss.StartsWith("huber", StringComparison.Ordinal) ? targets
            : null;
    }

    /// <summary>
    /// The central difference by one coordinate; none where a kink of the function is near. Of a smooth function, the slopes to
    /// either side come twice as near to each other with half the step; beside a kink they stay apart, however small the step, and
    /// the central difference is their mean, which is no gradient.
    /// </summary>
    private static double? Difference(Func<double> function, Action<float> set, float value, float step, double noise)
    {
        double here = function();
        (double whole, double wholeGap) = Slopes(step);
        (double half, double halfGap) = Slopes(step / 2);
        set(value);
        return Math.Abs(whole - half) > noise || Math.Abs((2 * halfGap) - wholeGap) > noise ? null : ((4 * half) - whole) / 3;

        (double Central, double Gap) Slopes(float by)
        {
            float high = value + by;
            float low = value - by;
            set(high);
            double above = function();
            set(low);
            double below = function();
            return ((above - below) / ((double)high - low), ((above - here) / ((double)high - value)) - ((here - below) / ((double)value - low)));
        }
    }

    private static void Compare(string declaration, string what, float[] gradient, double tolerance, double floor, Func<int, double, double?> difference, ref RandomSource random)
    {
        double scale = gradient.Max(g => Math.Abs((double)g)) + floor;
        int smooth = 0;
        int count = Math.Min(Coordinates, gradient.Length);
        int[] order = [.. Enumerable.Range(0, gradient.Length)];
        random.Shuffle(order);
        foreach (int i in order.Take(count))
        {
            if (difference(i, 0.4 * tolerance * scale) is not { } expected)
            {
                continue;
            }

            smooth++;
            (Math.Abs(gradient[i] - expected) / scale).ShouldBeLessThanOrEqualTo(
                tolerance,
                string.Create(CultureInfo.InvariantCulture, $"{declaration}: the gradient by {what}[{i}] is {gradient[i]}, the difference {expected}"));
        }

        // A check that skips most coordinates has checked nothing.
        (smooth * 3).ShouldBeGreaterThanOrEqualTo(count, $"{declaration}: {what} is too near kinks");
    }
}
