using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators;

namespace NetGen.Testing;

/// <summary>
/// The C# that is generated for models, as text: to hold to an approved file by <see cref="Approval"/>, or by a library that does so, such as Verify.
/// </summary>
public sealed class GeneratedCode
{
    private GeneratedCode(IReadOnlyList<GeneratedFile> files) => Files = files;

    /// <summary>All files, in the order of their names.</summary>
    public IReadOnlyList<GeneratedFile> Files { get; }

    /// <summary>Runs the generator on source files.</summary>
    /// <param name="paths">The files that declare the models, and the blocks that they use where those are in no package and no referenced project; relative paths begin at the caller's file.</param>
    /// <param name="callerFile">Filled in by the compiler.</param>
    /// <returns>What it writes.</returns>
    /// <exception cref="FileNotFoundException">A file is absent.</exception>
    /// <exception cref="GenerationException">A model is wrong, or there is none.</exception>
    public static GeneratedCode OfFiles(IEnumerable<string> paths, [CallerFilePath] string callerFile = "")
    {
        ArgumentNullException.ThrowIfNull(paths);
        string folder = Path.GetDirectoryName(SourceFiles.Find(callerFile)) ?? "";
        List<(string Path, string Text)> sources = [];
        foreach (string path in paths)
        {
            string file = Path.GetFullPath(Path.Combine(folder, path));
            if (!File.Exists(file))
            {
                throw new FileNotFoundException($"There is no source file {file}, which is to declare models.", file);
            }

            sources.Add((file, File.ReadAllText(file)));
        }

        return Of(sources);
    }

    /// <summary>Runs the generator on source text.</summary>
    /// <param name="source">C# that declares models, with its <c>using NetGen;</c>.</param>
    /// <returns>What it writes.</returns>
    /// <exception cref="GenerationException">A model is wrong, or there is none.</exception>
    public static GeneratedCode OfSource(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Of([("Models.cs", source)]);
    }

    /// <summary>The file of a model, which names its layers and calls the kernels.</summary>
    /// <typeparam name="TModel">The model's class.</typeparam>
    /// <returns>Its text.</returns>
    /// <exception cref="ArgumentException">The sources declare no such model; the message lists the files.</exception>
    public string FileOf<TModel>()
        where TModel : Model => FileOf(typeof(TModel).FullName!.Replace('+', '.'));

    /// <summary>The file of a model.</summary>
    /// <param name="model">The class's full name.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="ArgumentException">The sources declare no such model; the message lists the files.</exception>
    public string FileOf(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Files.FirstOrDefault(f => f.Name == model + ".g.cs")?.Text
            ?? throw new ArgumentException($"No file {model}.g.cs was generated; there are: {string.Join(", ", Files.Where(f => !IsShared(f.Name)).Select(f => f.Name))}.", nameof(model));
    }

    /// <summary>All files, one under the other, each below its name: the models' first, then the kernels that they share.</summary>
    public override string ToString() => string.Join(
        "\n",
        Files.OrderBy(f => IsShared(f.Name)).ThenBy(f => f.Name, StringComparer.Ordinal).Select(f => $"//HintName: {f.Name}\n{f.Text.TrimEnd('\n')}\n"));

    private static bool IsShared(string name) => name.Contains(".Kernels-", StringComparison.Ordinal) || name.Contains(".Tiles-", StringComparison.Ordinal);

    private static GeneratedCode Of(IReadOnlyList<(string Path, string Text)> sources)
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Models",
            sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, parse, s.Path)),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        GeneratorRunResult run = CSharpGeneratorDriver
            .Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGenerators(compilation)
            .GetRunResult()
            .Results[0];
        if (run.Exception is { } failure)
        {
            throw new GenerationException($"The generator ended by an exception: {failure}");
        }

        Diagnostic[] errors = [.. run.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            throw new GenerationException(string.Join("\n", errors.Select(e => e.ToString())));
        }

        if (run.GeneratedSources.IsEmpty)
        {
            throw new GenerationException($"No model is declared in {string.Join(", ", sources.Select(s => s.Path))}: a class with attributes such as [Input] and [Dense], and \"using NetGen;\".");
        }

        return new GeneratedCode([.. run.GeneratedSources.Select(f => new GeneratedFile(f.HintName, f.SourceText.ToString().Replace("\r\n", "\n", StringComparison.Ordinal))).OrderBy(f => f.Name, StringComparer.Ordinal)]);
    }

    /// <summary>All that the test's process can load: the framework, NetGen, and packages of blocks.</summary>
    private static ImmutableArray<MetadataReference> References() =>
    [
        .. (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(typeof(Model).Assembly.Location)
            .Where(File.Exists)
            .Distinct(StringComparer.Ordinal)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];
}
