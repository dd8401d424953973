using System.Reflection;
using System.Text;

namespace NetGen.Golden.Sweeps;

/// <summary>Runs sweeps: all models of a group are one compilation, so that hundreds take seconds.</summary>
public static class Sweep
{
    /// <summary>The largest relative error of a tensor: float rounding over the longest sums is near 3e-6.</summary>
    public const double Tolerance = 2e-5;

    /// <summary>The groups by name.</summary>
    public static IReadOnlyDictionary<string, Func<IEnumerable<SweepCase>>> Groups { get; } = new Dictionary<string, Func<IEnumerable<SweepCase>>>(StringComparer.Ordinal)
    {
        ["conv-channels"] = ConvCases.Channels,
        ["conv-sizes"] = ConvCases.Sizes,
        ["conv-narrow"] = ConvCases.Narrow,
        ["conv-large"] = ConvCases.Large,
        ["conv-windows"] = ConvCases.Windows,
        ["conv-groups"] = ConvCases.Grouped,
        ["conv-fused"] = ConvCases.Fused,
        ["conv-winograd"] = WinogradCases.All,
        ["conv-batch"] = BatchWeightCases.All,
        ["conv-connections"] = ConnectionCases.All,
        ["conv-transpose"] = ConvTransposeCases.All,
        ["depthwise"] = DepthwiseCases.All,
        ["dense"] = DenseCases.All,
        ["radial-basis"] = RadialBasisCases.All,
        ["recurrent"] = RecurrentCases.All,
        ["steps"] = StepCases.All,
        ["concat"] = ConcatCases.All,
        ["padding"] = PaddingCases.All,
        ["pools"] = PoolCases.All,
        ["resizing"] = ResizingCases.All,
        ["batchnorm"] = BatchNormCases.All,
        ["pointwise"] = PointwiseCases.All,
        ["feature-gradients"] = FeatureGradientCases.All,
        ["special"] = SpecialCases.All,
        ["special-sums"] = SpecialSumCases.All,
    };

    /// <summary>Runs a group, or every so many-th case of it.</summary>
    public static IReadOnlyList<GoldenResult> Run(string group, int every = 1)
    {
        SweepCase[] cases = [.. Groups[group]().Where((_, i) => i % every == 0)];
        StringBuilder source = new("using NetGen;\nnamespace Swept;\n");
        for (int i = 0; i < cases.Length; i++)
        {
            source.Append(cases[i].Declaration).Append("\npublic sealed partial class Case").Append(i).Append(";\n");
            source.Append(cases[i].Tail is { } tail ? $"{tail}\npublic sealed partial class Case{i}Tail;\n" : "");
        }

        Assembly assembly = ModelCompiler.LoadShared(source.ToString());
        return [.. cases.Select((c, i) => Run(c, assembly.GetType($"Swept.Case{i}")!))];
    }

    private static GoldenResult Run(SweepCase @case, Type type)
    {
        string name = FormattableString.Invariant($"{@case.Declaration} × {@case.Batch}");
        try
        {
            using Model model = (Model)Activator.CreateInstance(type, 0UL)!;
            List<TensorError> errors = @case.Compare(model);
            return new GoldenResult(name, errors.All(e => e.Value <= Tolerance), errors, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new GoldenResult(name, false, [], e.ToString());
        }
    }
}
