using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators;

/// <summary>
/// Reports what is wrong with models and blocks while they are typed. In a build the generator has reported the errors before it; what is left here
/// are warnings (<see cref="ProblemReport"/> says who reports what).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.All];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // The compiler counts a class as generated as soon as one part of it carries [GeneratedCode], as the generator's part does; and a wrong model
        // is wrong in a file that a program wrote, too.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            Lazy<ImmutableHashSet<string>> marks = new(() => ProblemReport.Marks(start.Compilation));
            RulePages pages = RulePages.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            start.RegisterSymbolAction(symbol => Analyze(symbol, marks, pages), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<ImmutableHashSet<string>> marks, RulePages pages)
    {
        foreach ((LocatedProblem problem, Location location) in Find((INamedTypeSymbol)context.Symbol, (CSharpCompilation)context.Compilation, context.CancellationToken))
        {
            if (!problem.IsError || !marks.Value.Contains(problem.Key))
            {
                context.ReportDiagnostic(problem.ToDiagnostic(pages, location));
            }
        }
    }

    private static IEnumerable<(LocatedProblem Problem, Location Location)> Find(INamedTypeSymbol type, CSharpCompilation compilation, CancellationToken cancellation)
    {
        IEnumerable<(LocatedProblem, Location)> hints = LayerHints.Find(type, cancellation);
        if (LayerAttributes.IsBlock(type))
        {
            return hints.Concat(BlockDiagnostics.Find(type, cancellation));
        }

        if (ModelParser.Parse(type, compilation, cancellation) is not { } declaration)
        {
            return hints;
        }

        ModelLocations locations = ModelLocations.Of(type, cancellation);
        LocatedModel model = locations.Locate(declaration);
        return hints.Concat(Compiler.Check(declaration).Select(p => (model.Locate(p), locations.Of(p))));
    }
}
