using System.Globalization;

namespace NetGen.Testing;

/// <summary>
/// Compares a model's gradients with central differences of what it computes: of its loss, or for a model without one, of a random
/// linear functional of its outputs. Random values of the input and of every parameter are moved.
/// </summary>
public static class GradientCheck
{
    /// <summary>Makes a model, checks its gradients, and disposes of it.</summary>
    /// <typeparam name="TModel">The model's class.</typeparam>
    /// <param name="options">How; null for what is usual.</param>
    /// <returns>What was found of the input and of each parameter.</returns>
    /// <exception cref="GradientMismatchException">A gradient is wrong, or too near kinks to say.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting makes no sense.</exception>
    [CLSCompliant(false)]
    public static IReadOnlyList<GradientComparison> Run<TModel>(GradientCheckOptions? options = null)
        where TModel : Model, IModel<TModel>
    {
        using TModel model = TModel.Create((options ?? new()).Seed);
        return Run(model, options);
    }

    /// <summary>Checks a model's gradients, in training mode. Its parameters and buffers are afterwards what they were.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How; null for what is usual.</param>
    /// <returns>What was found of the input and of each parameter.</returns>
    /// <exception cref="GradientMismatchException">A gradient is wrong, or too near kinks to say.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting makes no sense.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public static IReadOnlyList<GradientComparison> Run(Model model, GradientCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new();
        options.Check();
        float[][] kept = [.. model.Parameters.Select(p => p.Values.ToArray())];
        try
        {
            return Compare(model, options);
        }
        finally
        {
            for (int p = 0; p < kept.Length; p++)
            {
                kept[p].CopyTo(model.Parameters[p].Edit());
            }
        }
    }

    private static List<GradientComparison> Compare(Model model, GradientCheckOptions options)
    {
        RandomSource random = new(options.Seed);
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            foreach (ref float value in parameter.Edit())
            {
                value += 2 * options.Jitter * (random.NextSingle() - 0.5f);
            }
        }

        CheckedFunction function = new(model, options);
        float[] inputGradient = function.Gradients();
        float[][] gradients = [.. model.Parameters.Select(p => p.Gradient.ToArray())];
        List<GradientComparison> found = [Compare(function, options, "input", inputGradient, function.Input, ref random, function.IsWord)];
        for (int p = 0; p < gradients.Length; p++)
        {
            if (model.Parameters[p].Trainable)
            {
                found.Add(Compare(function, options, model.Parameters[p].Path, gradients[p], model.Parameters[p].Edit, ref random));
            }
        }

        return found;
    }

    private delegate Span<float> Values();

    private static GradientComparison Compare(CheckedFunction function, GradientCheckOptions options, string tensor, float[] gradient, Values values, ref RandomSource random, Func<int, bool>? isFixed = null)
    {
        double scale = gradient.Max(g => Math.Abs((double)g)) + options.Floor;
        int[] order = [.. Enumerable.Range(0, gradient.Length)];
        random.Shuffle(order);
        if (isFixed is not null)
        {
            order = [.. order.Where(i => !isFixed(i))];
        }

        int count = Math.Min(options.Coordinates, order.Length);
        int compared = 0;
        double worst = 0;
        foreach (int i in order.Take(count))
        {
            float value = values()[i];
            double? difference = Difference(function.Value, v => values()[i] = v, value, options.Step, 0.4 * options.Tolerance * scale);
            if (difference is not { } expected)
            {
                continue;
            }

            compared++;
            double error = Math.Abs(gradient[i] - expected) / scale;
            worst = Math.Max(worst, error);
            if (!(error <= options.Tolerance))
            {
                throw new GradientMismatchException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The gradient by {tensor}[{i}] is {gradient[i]}, but the difference of the function is {expected}: {error:G3} of the largest gradient apart, where {options.Tolerance:G3} is allowed."));
            }
        }

        // A check that skips most values has checked nothing.
        return compared * 3 >= count
            ? new GradientComparison(tensor, compared, count - compared, worst)
            : throw new GradientMismatchException(string.Create(CultureInfo.InvariantCulture, $"Only {compared} of {count} values of {tensor} are away from kinks of the function: another seed, or a smaller step."));
    }

    /// <summary>
    /// The central difference by one value; none where a kink of the function is near. Of a smooth function, the slopes to
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
}
