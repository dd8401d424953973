using NetGen.Testing;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Compares the gradients of declared models with differences, by the check that users have.</summary>
internal static class GradientCheck
{
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
        GradientCheckOptions options = new() { Batch = batch, Step = step, Tolerance = tolerance, Floor = floor };
        if (prepare is not null)
        {
            // Settings may be values of parameters, so they come after these were moved.
            Move(model, options);
            prepare(model);
            options = options with { Jitter = 0 };
        }

        Should.NotThrow(() => Testing.GradientCheck.Run(model, options), declaration);
    }

    private static void Move(Model model, GradientCheckOptions options)
    {
        RandomSource random = new(options.Seed);
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable))
        {
            foreach (ref float value in parameter.Edit())
            {
                value += 2 * options.Jitter * (random.NextSingle() - 0.5f);
            }
        }
    }
}
