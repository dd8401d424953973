using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Bench.Building;

/// <summary>The zoo's source, cut so that one network is compiled at a time.</summary>
internal sealed class ZooSources
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Latest);
    private const string Loss = "[SoftmaxCrossEntropy";
    private readonly List<CompilationUnitSyntax> _files;

    /// <summary>Reads the zoo.</summary>
    /// <param name="folder">The zoo's project folder.</param>
    public ZooSources(string folder)
    {
        _files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f[folder.Length..].Split('/', '\\').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(f => (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(File.ReadAllText(f), s_options, f).GetRoot())];
        Models = [.. _files.SelectMany(Classes).Where(IsModel).Select(c => c.Identifier.Text)];
    }

    /// <summary>The names of the models' classes.</summary>
    public IReadOnlyList<string> Models { get; }

    public static CSharpParseOptions Options => s_options;

    /// <summary>The zoo's folder, found from the current folder upward.</summary>
    public static string? FindFolder()
    {
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string zoo = Path.Combine(folder.FullName, "src", "NetGen.Zoo");
            if (Directory.Exists(zoo))
            {
                return zoo;
            }
        }

        return null;
    }

    /// <summary>All blocks and one model, or all models.</summary>
    /// <param name="model">The model's class, or null for all.</param>
    public IEnumerable<SyntaxTree> Trees(string? model)
    {
        foreach (CompilationUnitSyntax file in _files)
        {
            SyntaxNode[] others = [.. Classes(file).Where(c => !IsBlock(c) && !(IsModel(c) && (model is null || c.Identifier.Text == model)))];
            string text = file.RemoveNodes(others, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
            // What is left of a file without blocks and models would not compile, since it refers to what was taken out.
            if (Classes(file).Count() > others.Length)
            {
                yield return CSharpSyntaxTree.ParseText(text, s_options, file.SyntaxTree.FilePath);
            }
        }

        yield return CSharpSyntaxTree.ParseText("global using System; global using NetGen;", s_options, "Usings.cs");
    }

    /// <summary>Whether a file holds a model.</summary>
    public static bool HasModel(SyntaxTree file) => file.ToString().Contains(Loss, StringComparison.Ordinal);

    /// <summary>A file after an edit of one attribute of its first model.</summary>
    /// <param name="file">The file, which holds a model.</param>
    /// <param name="edit">The edit's number, from 0 to 98: each is another.</param>
    public static SyntaxTree Edited(SyntaxTree file, int edit)
    {
        string text = file.ToString();
        int at = text.IndexOf(Loss, StringComparison.Ordinal);
        int end = text.IndexOf(']', at);
        string smoothing = (edit + 1).ToString("D2", CultureInfo.InvariantCulture);
        return CSharpSyntaxTree.ParseText($"{text[..at]}{Loss}(LabelSmoothing = 0.{smoothing}f){text[end..]}", s_options, file.FilePath);
    }

    private static IEnumerable<ClassDeclarationSyntax> Classes(CompilationUnitSyntax file) => file.DescendantNodes().OfType<ClassDeclarationSyntax>();

    private static bool IsBlock(ClassDeclarationSyntax type) => type.BaseList?.Types.Any(t => t.ToString() == "BlockAttribute") ?? false;

    private static bool IsModel(ClassDeclarationSyntax type) =>
        type.BaseList is null && type.AttributeLists.Count > 0 && type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
