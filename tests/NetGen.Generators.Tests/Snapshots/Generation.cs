using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Snapshots;

/// <summary>What the generator writes for a source text.</summary>
internal static class Generation
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    /// <summary>A driver whose steps are recorded.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new NetGenGenerator().AsSourceGenerator()],
        parseOptions: s_parse,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>All files by hint name, in ordinal order.</summary>
    public static SortedDictionary<string, string> Files(string source) => Files(Driver().RunGenerators(Sources.Compile(source)));

    /// <summary>All files of a run by hint name, in ordinal order.</summary>
    public static SortedDictionary<string, string> Files(GeneratorDriver driver, bool inError = false)
    {
        GeneratorRunResult run = driver.GetRunResult().Results.ShouldHaveSingleItem();
        run.Exception.ShouldBeNull();
        run.Diagnostics.IsEmpty.ShouldBe(!inError);
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (GeneratedSourceResult file in run.GeneratedSources)
        {
            files.Add(file.HintName, file.SourceText.ToString());
        }

        return files;
    }
}
