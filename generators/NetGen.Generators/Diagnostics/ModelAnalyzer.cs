using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generators;

/// <summary>Reports what is wrong with a model on the attribute that is to blame. The generator runs the same rooms and reports nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.All];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // The compiler counts a class as generated as soon as one part of it carries [GeneratedCode], as the generator's part may;
        // the model would never be looked at. So the file that holds the layers decides instead, below.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (LayerAttributes.IsBlock(type))
        {
            BlockDiagnostics.Report(context, type);
            return;
        }

        if (ModelParser.Parse(type, (CSharpCompilation)context.Compilation, context.CancellationToken) is not { } declaration)
        {
            return;
        }

        ImmutableArray<AttributeSyntax> places = Places(type, context.CancellationToken);
        if (places.IsEmpty || GeneratedFile.Is(places[0].SyntaxTree, context.CancellationToken))
        {
            return;
        }

        foreach (Problem problem in Find(declaration, HasUnknownAttribute(type)))
        {
            Location place = problem.Layer >= 0 ? places[problem.Layer].GetLocation() : Name(places[0]);
            context.ReportDiagnostic(Diagnostic.Create(Rules.Get(problem.Id), place, problem.Arguments.ToArray<object>()));
        }
    }

    private static List<Problem> Find(ModelDeclaration declaration, bool hasUnknownAttribute)
    {
        List<Problem> problems = [.. declaration.Problems];

        // A misspelled layer is C#'s error; what the others make of its absence would only distract.
        if (!hasUnknownAttribute && GraphBuilder.Build(declaration, problems) is { } graph)
        {
            ShapeInference.Infer(graph, problems);
        }

        return problems;
    }

    private static bool HasUnknownAttribute(INamedTypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass is null or { TypeKind: TypeKind.Error });

    private static ImmutableArray<AttributeSyntax> Places(INamedTypeSymbol type, CancellationToken cancellation) =>
        LayerAttributes.Of(type)
            .Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellation))
            .OfType<AttributeSyntax>()
            .ToImmutableArray();

    /// <summary>The class's name above which an attribute stands.</summary>
    private static Location Name(AttributeSyntax attribute) =>
        attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation() ?? attribute.GetLocation();
}
