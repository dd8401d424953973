using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;

namespace NetGen.Generators.Tests.Support;

/// <summary>Runs the analyzer on a compilation. What it reports has to be asserted in full.</summary>
internal static class Analysis
{
    /// <summary>Asserts that nothing is reported.</summary>
    public static void Accepts(string source) => Reports(source);

    /// <summary>Asserts everything that is reported: each rule, its exact message and the text it sits on, in source order.</summary>
    public static void Reports(string source, params (string Id, string Message, string At)[] expected) => Reports(Sources.Compile(source), expected);

    /// <summary>Asserts everything that is reported in a compilation.</summary>
    public static void Reports(CSharpCompilation compilation, params (string Id, string Message, string At)[] expected)
    {
        // The analyzer leaves what C# refuses to C#, so such a text would be accepted for the wrong reason.
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        Run(compilation)
            .Select(d => (d.Id, d.GetMessage(CultureInfo.InvariantCulture), At(d)))
            .ShouldBe(expected);

        // A build's analyzers see the class together with its generated part, an editor's may not: both must say the same.
        Run(WithGenerated(compilation))
            .Select(d => (d.Id, d.GetMessage(CultureInfo.InvariantCulture), At(d)))
            .ShouldBe(expected, "with the generated part");
    }

    private static CSharpCompilation WithGenerated(CSharpCompilation compilation)
    {
        CSharpParseOptions parse = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        CSharpGeneratorDriver
            .Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return (CSharpCompilation)output;
    }

    /// <summary>What the analyzer reports, in source order, without what the source suppresses.</summary>
    public static ImmutableArray<Diagnostic> Run(CSharpCompilation compilation)
    {
        Exception? failure = null;
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = compilation
            .WithAnalyzers([new ModelAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();
        failure.ShouldBeNull();
        return [.. found.Where(d => !d.IsSuppressed).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static string At(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree.ShouldNotBeNull().GetText().ToString(diagnostic.Location.SourceSpan);
}
