using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Emission;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using NetGen.Generators.Rendering;
using NetGen.Generators.Text;

namespace NetGen.Generators;

/// <summary>
/// Writes the code of every model: <c>Parsing → Graph → Dataflow → Planning → Emission</c>. What passes between the steps
/// compares by value, so an edit that changes no layer writes nothing anew, and a kernel is written once for the whole assembly.
/// Errors are reported beside that, by steps of their own: they know the places, which change with every line above a model.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetGenGenerator : IIncrementalGenerator
{
    /// <summary>The step that compiles declarations, for tests of incrementality.</summary>
    internal const string CompileStep = "NetGen.Compile";

    /// <summary>The step that gathers the kernels of all models, for tests of incrementality.</summary>
    internal const string KernelStep = "NetGen.Kernels";

    /// <summary>The step that gathers the register tiles of all kernels, for tests of incrementality.</summary>
    internal const string TileStep = "NetGen.Tiles";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        WarmUp.Start();
        Surroundings surroundings = new();
        IncrementalValuesProvider<LocatedModel> located = ModelParser.Models(context, surroundings);
        IncrementalValuesProvider<CompiledModel> models = located
            .Select(static (model, _) => model.Declaration)
            .Select(static (declaration, _) => Compiler.Compile(declaration))
            .WithTrackingName(CompileStep);

        // Names that differ in case only, of which there are hardly ever any.
        IncrementalValueProvider<EquatableArray<string>> meeting = models
            .Select(static (model, _) => ModelEmitter.Title(model.Declaration))
            .Collect()
            .Select(static (names, _) => Meeting(names));

        context.RegisterSourceOutput(models.Combine(meeting), static (output, pair) =>
        {
            (CompiledModel model, EquatableArray<string> meeting) = pair;
            string name = ModelEmitter.Title(model.Declaration);
            string file = HintNames.OfModel(name, meeting.Contains(name, StringComparer.Ordinal));
            if (model.Plan is not null)
            {
                output.AddSource(file, ModelEmitter.Emit(model.Plan));
                foreach (ModelPlan further in model.Further)
                {
                    output.AddSource(HintNames.OfSize(name, $"{further.Declaration.CurrentSize}", meeting.Contains(name, StringComparer.Ordinal)), SizeEmitter.Emit(further));
                }
            }
            else if (model.Writable)
            {
                output.AddSource(file, ModelEmitter.EmitUnavailable(model.Declaration, model.TakenMembers));
            }
        });

        NamedList<CompiledModel, Kernel> kernelList = new(static model => model.Kernels, static kernel => kernel.Name);
        NamedList<Kernel, Tile> tileList = new(static kernel => KernelTexts.Of(kernel).SharedTiles, static tile => tile.Method);
        IncrementalValuesProvider<Kernel> kernels = models
            .Collect()
            .SelectMany((all, _) => kernelList.Of(all))
            .WithTrackingName(KernelStep);

        IncrementalValuesProvider<Tile> tiles = kernels
            .Collect()
            .SelectMany((all, _) => tileList.Of(all))
            .WithTrackingName(TileStep);

        IncrementalValueProvider<bool> checksOverflow = context.CompilationProvider.Select(static (compilation, _) => compilation.Options.CheckOverflow);
        context.RegisterSourceOutput(kernels.Combine(checksOverflow), static (output, pair) =>
            output.AddSource(KernelEmitter.HintName(pair.Left), KernelEmitter.Emit(pair.Left, pair.Right)));
        context.RegisterSourceOutput(tiles.Combine(checksOverflow), static (output, pair) =>
            output.AddSource(TileEmitter.HintName(pair.Left), TileEmitter.Emit(pair.Left, pair.Right)));
        Report(context, located, models, surroundings);
    }

    private static void Report(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<LocatedModel> located,
        IncrementalValuesProvider<CompiledModel> models,
        Surroundings surroundings)
    {
        IncrementalValueProvider<(string Pages, bool InEditor)> host = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => (RulePages.Of(options.GlobalOptions).Folder, ProblemReport.IsInEditor(options)));

        // Models in error are few, mostly none; a model finds itself among them by its declaration.
        IncrementalValueProvider<EquatableArray<CompiledModel>> wrong = models
            .Where(static model => model.IsWrong)
            .Collect()
            .Select(static (all, _) => all.ToEquatableArray());

        IncrementalValuesProvider<EquatableArray<LocatedProblem>> found = located
            .Combine(wrong)
            .Select(static (pair, _) => Locate(pair.Left, pair.Right))
            .Where(static problems => problems.Count > 0);

        context.RegisterSourceOutput(found.Combine(host), static (output, pair) =>
            ProblemReport.Write(output, HintNames.OfErrors(pair.Left[0].Owner), pair.Left, RulePages.Of(pair.Right.Pages), pair.Right.InEditor));

        IncrementalValuesProvider<EquatableArray<LocatedProblem>> others = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => MayHaveOthers(node), new ClassMemory<EquatableArray<LocatedProblem>>(surroundings, FindOthers).Read)
            .Where(static found => found.Count > 0);

        context.RegisterSourceOutput(others.Combine(host), static (output, pair) =>
            ProblemReport.Write(output, HintNames.OfErrors(pair.Left[0].Owner + ", attributes"), pair.Left, RulePages.Of(pair.Right.Pages), pair.Right.InEditor));
    }

    private static EquatableArray<LocatedProblem> Locate(LocatedModel model, EquatableArray<CompiledModel> wrong) =>
        wrong.FirstOrDefault(m => m.Declaration.Equals(model.Declaration)) is { } compiled
            ? compiled.Problems.Select(model.Locate).ToEquatableArray()
            : EquatableArray<LocatedProblem>.Empty;

    private static bool MayHaveOthers(SyntaxNode node) => node is TypeDeclarationSyntax { AttributeLists.Count: > 0 } or ClassDeclarationSyntax { BaseList: not null };

    /// <summary>Problems of a class besides those of a model's layers: attributes that C# does not know, and a block's own.</summary>
    private static EquatableArray<LocatedProblem> FindOthers(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        // Of a class in several parts the first speaks for all.
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol type
            || type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).First(MayHaveOthers) != context.Node)
        {
            return EquatableArray<LocatedProblem>.Empty;
        }

        IEnumerable<(LocatedProblem Problem, Location Location)> found = LayerHints.Find(type, cancellation);
        if (LayerAttributes.IsBlock(type))
        {
            found = found.Concat(BlockDiagnostics.Find(type, cancellation));
        }

        return found.Select(f => f.Problem).ToEquatableArray();
    }

    /// <summary>The names that another one equals but for its case.</summary>
    private static EquatableArray<string> Meeting(ImmutableArray<string> names) => names
        .GroupBy(n => n, StringComparer.OrdinalIgnoreCase)
        .Where(g => g.Count() > 1)
        .SelectMany(g => g)
        .OrderBy(n => n, StringComparer.Ordinal)
        .ToEquatableArray();
}
