using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators;
using NetGen.Golden;

namespace NetGen.Fuzz.Networks;

/// <summary>What became of declarations that were compiled together.</summary>
/// <param name="Problem">What did not hold of them together; null where all did.</param>
/// <param name="Assembly">The compiled models.</param>
/// <param name="Errors">The generator's errors, by the path of a case.</param>
internal sealed record Compiled(string? Problem, Assembly? Assembly, ILookup<string, string> Errors);

/// <summary>Compiles declarations as a build does, and holds generator, analyzer and compiler to what must always hold.</summary>
internal static class CaseCompiler
{
    public static Compiled Compile(IReadOnlyList<NetworkCase> cases)
    {
        CSharpCompilation compilation = ModelCompiler.Compilation(cases.Select(c => (c.Path, c.Source)));
        Diagnostic[] own = [.. compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        if (own.Length > 0)
        {
            return Broken($"the fuzzer wrote what is no C#: {own[0]}");
        }

        GeneratorDriver driver = ModelCompiler.Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        if (run.Exception is { } thrown)
        {
            return Broken($"the generator threw {thrown}");
        }

        if (reported.FirstOrDefault(d => !IsOurs(d) || d.Severity != DiagnosticSeverity.Error) is { } foreign)
        {
            return Broken($"the generator reported {foreign}");
        }

        // Once more, with nothing kept.
        GeneratorRunResult again = ModelCompiler.Driver().RunGenerators(compilation).GetRunResult().Results.Single();
        if (!run.GeneratedSources.Select(s => (s.HintName, Text: s.SourceText.ToString())).SequenceEqual(again.GeneratedSources.Select(s => (s.HintName, Text: s.SourceText.ToString()))))
        {
            return Broken("the generator wrote other texts the second time");
        }

        // In an editor the analyzer tells all by itself; in a build it adds what the generator does not report, of which a small file tells. The kernels
        // beside it are left out: binding them takes as long as compiling them.
        CSharpCompilation told = compilation.AddSyntaxTrees(run.GeneratedSources.Select(s => s.SyntaxTree).Where(t => t.ToString().Contains("AssemblyMetadata", StringComparison.Ordinal)));
        if (!Analyze(compilation, out Diagnostic[] alone, out string? analyzerThrew) || !Analyze(told, out Diagnostic[] built, out analyzerThrew))
        {
            return Broken($"the analyzer threw {analyzerThrew}");
        }

        string[] expected = [.. alone.Select(Shown).Order(StringComparer.Ordinal)];
        string[] actual = [.. reported.Concat(built).Select(Shown).Order(StringComparer.Ordinal)];
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            string only = string.Join("\n", expected.Except(actual, StringComparer.Ordinal).Select(e => "  the analyzer alone: " + e).Concat(actual.Except(expected, StringComparer.Ordinal).Select(a => "  in a build: " + a)).DefaultIfEmpty("  the number of times"));
            return Broken($"generator and analyzer disagree:\n{only}");
        }

        using MemoryStream stream = new();
        var emitted = output.Emit(stream);
        if (emitted.Diagnostics.FirstOrDefault(d => d.Severity >= DiagnosticSeverity.Warning) is { } wrong)
        {
            string line = wrong.Location.SourceTree?.GetText().Lines[wrong.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";
            return Broken($"the generated code does not compile cleanly: {wrong}\n  {line}");
        }

        return new Compiled(null, Assembly.Load(stream.ToArray()), reported.ToLookup(d => d.Location.GetLineSpan().Path, d => $"{d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}", StringComparer.Ordinal));
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("NG", StringComparison.Ordinal);

    private static string Shown(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return $"{place.Path} {place.Span} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static bool Analyze(CSharpCompilation compilation, out Diagnostic[] found, out string? failure)
    {
        Exception? thrown = null;
        CompilationWithAnalyzersOptions options = new(new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        found = [.. compilation.WithAnalyzers([new ModelAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Where(d => !d.IsSuppressed)];
        failure = thrown?.ToString();
        return thrown is null;
    }

    private static Compiled Broken(string problem) => new(problem, null, Array.Empty<string>().ToLookup(s => s));
}
