using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Rooflines;

/// <summary>AMSGrad over the parameters of a large dense layer.</summary>
internal static class OptimizerRun
{
    /// <summary>What tables call it.</summary>
    public const string Name = "optimizer, AMSGrad";

    /// <summary>It reads a value, its gradient and three of state, and writes all but the gradient.</summary>
    private const int FloatsMoved = 9;

    public static Rate Measure(double seconds)
    {
        using DenseLarge model = new(seed: 1);
        using Passes passes = new(model, batch: 1);
        passes.ParameterGradients();
        AmsGrad optimizer = new();
        double milliseconds = Clock.LeastMilliseconds(() => optimizer.Step(model.Parameters), seconds);
        long count = model.Description.ParameterCount;
        return new Rate(Name, $"{count} values", 1, "step", milliseconds, 0, 0, FloatsMoved * sizeof(float) * (double)count);
    }
}
