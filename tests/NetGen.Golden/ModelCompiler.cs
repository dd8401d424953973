using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators;

namespace NetGen.Golden;

/// <summary>Compiles source with models through the real generator and analyzer, in memory, and loads it.</summary>
public static class ModelCompiler
{
    private static readonly ImmutableArray<MetadataReference> s_references =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) is "NetGen.dll" || Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "mscorlib.dll" or "netstandard.dll")
        .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
        .ToImmutableArray();

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12);

    // Compilations made from one share what they know of the references, which takes longer to read than most models to compile.
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Compiled",
        [],
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Compiles a class of that declaration.</summary>
    /// <param name="declaration">Attributes as C# source.</param>
    /// <param name="checkOverflow">Whether the project checks arithmetic for overflow.</param>
    /// <returns>A maker of models by seed.</returns>
    /// <exception cref="ModelCompilationException">The declaration or the generated code has errors.</exception>
    public static Func<ulong, Model> Compile(string declaration, bool checkOverflow = false) => MakerOf(CompileSource(SourceOf(declaration), checkOverflow));

    /// <summary>As <see cref="Compile"/>, of a declaration that further processes may be about to ask for as well.</summary>
    /// <exception cref="ModelCompilationException">The declaration or the generated code has errors.</exception>
    public static Func<ulong, Model> CompileShared(string declaration) => MakerOf(LoadShared(SourceOf(declaration)));

    private static string SourceOf(string declaration) => $"using NetGen;\nnamespace Compiled;\n{declaration}\npublic sealed partial class Net;\n";

    private static Func<ulong, Model> MakerOf(Assembly assembly)
    {
        Type type = assembly.GetType("Compiled.Net")!;
        return seed => (Model)Activator.CreateInstance(type, seed)!;
    }

    /// <summary>A compilation of source texts before the generator's work.</summary>
    /// <param name="sources">Each text with the path of its file.</param>
    public static CSharpCompilation Compilation(params IEnumerable<(string Path, string Text)> sources) =>
        s_empty.AddSyntaxTrees(sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, s_parse, s.Path)));

    /// <summary>What runs the real generator, with nothing kept from a run before.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: s_parse);

    /// <summary>Compiles and loads source text.</summary>
    /// <exception cref="ModelCompilationException">The source or the generated code has errors.</exception>
    public static Assembly CompileSource(string source, bool checkOverflow = false) => Assembly.Load(Emit(source, checkOverflow));

    /// <summary>Loads what source text compiles to, which further processes may be about to ask for as well.</summary>
    /// <exception cref="ModelCompilationException">The source or the generated code has errors.</exception>
    public static Assembly LoadShared(string source) => Assembly.Load(CompiledSources.Get(source, () => Emit(source, checkOverflow: false)));

    private static byte[] Emit(string source, bool checkOverflow)
    {
        CSharpCompilation compilation = Compilation(("Net.cs", source));
        compilation = compilation.WithOptions(compilation.Options.WithOverflowChecks(checkOverflow));
        ImmutableArray<Diagnostic> found = compilation
            .WithAnalyzers([new ModelAnalyzer()])
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();
        Throw(found);
        Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        Throw(reported);
        using MemoryStream stream = new();
        var result = output.Emit(stream);
        Throw(result.Diagnostics);
        return stream.ToArray();
    }

    private static void Throw(ImmutableArray<Diagnostic> diagnostics)
    {
        Diagnostic[] errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error || d.Id is "CS8785" or "AD0001").ToArray();
        if (errors.Length > 0)
        {
            throw new ModelCompilationException(string.Join("\n", errors.Take(5).Select(e => e.ToString())));
        }
    }
}

/// <summary>A declaration that the generator or the compiler refuses; the message shows the diagnostics.</summary>
/// <param name="message">The diagnostics.</param>
public sealed class ModelCompilationException(string message) : Exception(message);
