using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators;
using Shouldly;

namespace NetGen.CodeFixes.Tests.Support;

/// <summary>A project of one file in a workspace, as editors have it.</summary>
internal static class EditorProject
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(LayerAttribute).Assembly.Location)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("NetGen.C", StringComparison.Ordinal))
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>A file of a project with these analyzers, generators and fixes.</summary>
    public static Document Open(string source, params AnalyzerReference[] analyzers)
    {
        AdhocWorkspace workspace = new();
        ProjectInfo info = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Nets",
            "Nets",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: s_references.Value,
            analyzerReferences: analyzers);
        return workspace.AddProject(info).AddDocument("Nets.cs", source, filePath: "Nets.cs");
    }

    /// <summary>What the analyzer reports of a file, in its order.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnose(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync()).ShouldNotBeNull();
        SyntaxTree tree = (await document.GetSyntaxTreeAsync()).ShouldNotBeNull();
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        found.ShouldAllBe(d => d.Id.StartsWith("NG", StringComparison.Ordinal), "an analyzer has failed");
        return [.. found.Where(d => d.Location.SourceTree == tree).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>The errors of a text: NetGen's and C#'s own.</summary>
    public static async Task<Diagnostic[]> Errors(string source)
    {
        Document document = Open(source);
        Compilation compilation = (await document.Project.GetCompilationAsync()).ShouldNotBeNull();
        return
        [
            .. compilation.GetDiagnostics()
                .Concat(await Diagnose(document))
                .Where(d => d.Severity == DiagnosticSeverity.Error),
        ];
    }

    /// <summary>The fixes that are offered for a diagnostic, in order.</summary>
    public static async Task<IReadOnlyList<CodeAction>> Offers(Document document, CodeFixProvider provider, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    /// <summary>The file's text after an action.</summary>
    public static async Task<string> Apply(Document document, CodeAction action)
    {
        ApplyChangesOperation change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().ShouldHaveSingleItem();
        return (await change.ChangedSolution.GetDocument(document.Id).ShouldNotBeNull().GetTextAsync()).ToString();
    }

    /// <summary>The file's text after all of a rule's faults have been mended in the manner of an action.</summary>
    public static async Task<string> ApplyAll(Document document, CodeFixProvider provider, string id, string? key, ImmutableArray<Diagnostic> diagnostics)
    {
        FixAllProvider all = provider.GetFixAllProvider().ShouldNotBeNull();
        all.GetSupportedFixAllScopes().ShouldContain(FixAllScope.Solution);
        FixAllContext context = new(document, provider, FixAllScope.Document, key, [id], new Known([.. diagnostics.Where(d => d.Id == id)]), CancellationToken.None);
        return await Apply(document, (await all.GetFixAsync(context)).ShouldNotBeNull());
    }

    /// <summary>Diagnostics that have been found before.</summary>
    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
