using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Text;

namespace NetGen.Generators;

/// <summary>
/// How generator and analyzer share the work of reporting. In a build the generator reports every error, so that a wrong model fails it whatever else is
/// switched off, and leaves a mark in the assembly for each. The analyzer reports what has no mark: warnings, and in an editor everything, of the text as it
/// is typed; for there the generator leaves it to the analyzer, whose diagnostics alone every editor and <c>dotnet format</c> offer fixes for.
/// </summary>
internal static class ProblemReport
{
    /// <summary>The key of the assembly's metadata under which the marks stand. They are only there while a build fails.</summary>
    private const string Key = "NetGen.ReportedError";

    /// <summary>The assembly of Roslyn's workspaces, which editors and <c>dotnet format</c> stand on, and no compiler.</summary>
    private const string Workspaces = "Microsoft.CodeAnalysis.Workspaces";

    /// <summary>
    /// Whether an editor runs the generator, or what works as one. The options come from whoever runs it: the compiler has a class of its own for them, and a
    /// workspace another. Every other host counts as a build, so that none misses an error.
    /// </summary>
    public static bool IsInEditor(AnalyzerConfigOptionsProvider options) => options.GetType().Assembly.GetName().Name == Workspaces;

    /// <summary>Reports the errors among problems of one class and marks them, in a build.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="file">The name of the file for the marks, which no other class's has.</param>
    /// <param name="problems">All problems of the class.</param>
    /// <param name="pages">Where the rules' pages are.</param>
    /// <param name="inEditor">Whether an editor runs the generator, whose analyzer reports them.</param>
    public static void Write(SourceProductionContext output, string file, IEnumerable<LocatedProblem> problems, RulePages pages, bool inEditor)
    {
        LocatedProblem[] errors = problems.Where(p => p.IsError).ToArray();
        if (errors.Length == 0 || inEditor)
        {
            return;
        }

        CodeWriter code = new();
        FileHeader.Write(code, nullable: false);
        code.Line("// Errors of this project's models that the build shows; an editor shows those that are new since.");
        foreach (LocatedProblem error in errors)
        {
            output.ReportDiagnostic(error.ToBuildError(pages));
            code.Line($"[assembly: global::System.Reflection.AssemblyMetadata({Literals.Of(Key)}, {Literals.Of(error.Key)})]");
        }

        output.AddSource(file, code.Finish());
    }

    /// <summary>The marks of errors that the generator has reported in a compilation.</summary>
    public static ImmutableHashSet<string> Marks(Compilation compilation) =>
        compilation.Assembly.GetAttributes()
            .Where(a => a.AttributeClass is { Name: "AssemblyMetadataAttribute" } && a.ConstructorArguments.Length == 2 && a.ConstructorArguments[0].Value as string == Key)
            .Select(a => a.ConstructorArguments[1].Value as string ?? "")
            .ToImmutableHashSet(StringComparer.Ordinal);
}
