using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Diagnostics;
using Shouldly;

namespace NetGen.Generators.Tests.Support;

/// <summary>Runs the analyzer on a compilation. What it reports has to be asserted in full.</summary>
internal static class Analysis
{
    /// <summary>Asserts that nothing is reported, suggestions aside: networks in tests are small, and mostly odd.</summary>
    public static void Accepts(string source) => Reports(source);

    /// <summary>Asserts all suggestions, and that nothing else is reported, by the generator neither.</summary>
    public static void Advises(string source, params (string Id, string Message, string At)[] expected)
    {
        CSharpCompilation compilation = Sources.Compile(source);
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        ImmutableArray<Diagnostic> found = Run(compilation, advice: true);
        found.ShouldAllBe(d => d.Severity == DiagnosticSeverity.Info);
        found.Select(d => (d.Id, d.GetMessage(CultureInfo.InvariantCulture), At(d, compilation))).ShouldBe(expected);
        Generate(compilation).Reported.ShouldBeEmpty();
    }

    /// <summary>Asserts everything that is reported: each rule, its exact message and the text it sits on, in source order.</summary>
    public static void Reports(string source, params (string Id, string Message, string At)[] expected) => Reports(Sources.Compile(source), expected);

    /// <summary>Asserts everything that is reported in a compilation.</summary>
    public static void Reports(CSharpCompilation compilation, params (string Id, string Message, string At)[] expected)
    {
        // The analyzer leaves what C# refuses to C#, so such a text would be accepted for the wrong reason.
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        Run(compilation)
            .Select(d => (d.Id, d.GetMessage(CultureInfo.InvariantCulture), At(d, compilation)))
            .ShouldBe(expected);

        // In a build the generator reports the errors and the analyzer the rest: together the same, each once.
        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) = Generate(compilation);
        reported.ShouldAllBe(d => d.Severity == DiagnosticSeverity.Error);
        reported.Concat(Run(built))
            .OrderBy(d => d.Location.SourceSpan.Start)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => (d.Id, d.GetMessage(CultureInfo.InvariantCulture), At(d, compilation)))
            .ShouldBe(expected, "in a build");
    }

    /// <summary>The compilation with all that the generator adds, and what it reports after the compiler's filters.</summary>
    public static (CSharpCompilation Output, ImmutableArray<Diagnostic> Reported) Generate(CSharpCompilation compilation)
    {
        CSharpParseOptions parse = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        CSharpGeneratorDriver
            .Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        return ((CSharpCompilation)output, reported);
    }

    /// <summary>What the analyzer reports, in source order, without what the source suppresses; suggestions only where they are asked for.</summary>
    public static ImmutableArray<Diagnostic> Run(CSharpCompilation compilation, bool advice = false)
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
        return [.. found.Where(d => !d.IsSuppressed && (advice || d.Descriptor.Category != Rules.Advice)).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>The text that a diagnostic sits on; the generator's know the file by its path.</summary>
    public static string At(Diagnostic diagnostic, Compilation compilation) =>
        (diagnostic.Location.SourceTree ?? compilation.SyntaxTrees.Single(t => t.FilePath == diagnostic.Location.GetLineSpan().Path))
            .GetText()
            .ToString(diagnostic.Location.SourceSpan);
}
