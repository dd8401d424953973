using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators;

/// <summary>
/// Writes the code of every model: <c>Parsing → Graph → Shapes → Autodiff → Planning → Emission</c>. What passes between the steps
/// compares by value, so an edit that changes no layer writes nothing anew, and a kernel is written once for the whole assembly.
/// Diagnostics are <see cref="ModelAnalyzer"/>'s.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetGenGenerator : IIncrementalGenerator
{
    /// <summary>The step that compiles declarations, for tests of incrementality.</summary>
    internal const string CompileStep = "NetGen.Compile";

    /// <summary>The step that gathers the kernels of all models, for tests of incrementality.</summary>
    internal const string KernelStep = "NetGen.Kernels";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        WarmUp.Start();
        IncrementalValuesProvider<CompiledModel> models = ModelParser.Models(context)
            .Select(static (declaration, _) => Compiler.Compile(declaration))
            .WithTrackingName(CompileStep);

        context.RegisterSourceOutput(models, static (output, model) =>
        {
            if (model.Plan is not null)
            {
                output.AddSource(ModelEmitter.HintName(model.Declaration), ModelEmitter.Emit(model.Plan));
            }
            else if (model.Writable)
            {
                output.AddSource(ModelEmitter.HintName(model.Declaration), ModelEmitter.EmitUnavailable(model.Declaration));
            }
        });

        IncrementalValuesProvider<Kernel> kernels = models
            .Collect()
            .SelectMany(static (all, _) => Distinct(all))
            .WithTrackingName(KernelStep);

        context.RegisterSourceOutput(kernels, static (output, kernel) => output.AddSource(KernelEmitter.HintName(kernel), KernelEmitter.Emit(kernel)));
    }

    internal static ImmutableArray<Kernel> Distinct(ImmutableArray<CompiledModel> models)
    {
        SortedDictionary<string, Kernel> kernels = new(StringComparer.Ordinal);
        foreach (CompiledModel model in models)
        {
            if (model.Plan is null)
            {
                continue;
            }

            foreach ((string name, Kernel kernel) in model.Plan.Predict.Kernels.Concat(model.Plan.Train.Kernels))
            {
                if (!kernels.TryGetValue(name, out Kernel? other))
                {
                    kernels.Add(name, kernel);
                }
                else if (!other.Equals(kernel))
                {
                    throw new InvalidOperationException($"Two kernels are named {name}: {other} and {kernel}.");
                }
            }
        }

        return [.. kernels.Values];
    }
}
