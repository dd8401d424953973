using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generators.Tests.Support;

/// <summary>Compiles source texts against the framework and NetGen.</summary>
internal static class Sources
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(LayerAttribute).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>A compilation of one text, in which NetGen's names are known.</summary>
    public static CSharpCompilation Compile(
        string source,
        LanguageVersion version = LanguageVersion.Latest,
        bool allowUnsafe = true,
        string path = "Nets.cs") =>
        CSharpCompilation.Create(
            "Nets",
            [CSharpSyntaxTree.ParseText("using NetGen;\n" + source, new CSharpParseOptions(version), path)],
            s_references.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: allowUnsafe));

    /// <summary>A class with these attributes.</summary>
    public static string Net(string layers) => layers + "\npublic sealed partial class Net;";
}
