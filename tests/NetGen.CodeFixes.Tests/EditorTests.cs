using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;
using NetGen.Generators;
using NetGen.Generators.Diagnostics;
using Shouldly;

namespace NetGen.CodeFixes.Tests;

/// <summary>Who reports an error where, and that editors find the fixes.</summary>
public sealed class EditorTests
{
    private const string Wrong = "using NetGen;\n[Input(3, 8, 8)] [Dense(2)]\npublic sealed partial class Net;\n[Input(4)] [Linear(2)] public sealed partial class Other;";

    [Fact]
    public async Task InAWorkspace_TheAnalyzerReportsAll_ForWhichFixesAreOffered()
    {
        Document document = EditorProject.Open(Wrong, BuiltAssemblies.References);
        Compilation compilation = (await document.Project.GetCompilationAsync()).ShouldNotBeNull();

        // The generator has run: a model in error has its members, so that nothing else is.
        compilation.GetTypeByMetadataName("Net").ShouldNotBeNull().BaseType.ShouldNotBeNull().Name.ShouldBe("UnavailableModel");
        compilation.Assembly.GetAttributes().ShouldBeEmpty("there are no marks");
        ImmutableArray<Diagnostic> found = await EditorProject.Diagnose(document);
        found.Select(d => d.Id).ShouldBe(["NG0028", "NG0054"]);
        (await EditorProject.Offers(document, new VectorFix(), found[0])).Count.ShouldBe(2);
    }

    [Fact]
    public async Task InABuild_TheGeneratorReportsThem_AndTheAnalyzerKeepsStill()
    {
        Document document = EditorProject.Open(Wrong);
        CSharpCompilation compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync()).ShouldNotBeNull();
        CSharpGeneratorDriver
            .Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)document.Project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation built, out ImmutableArray<Diagnostic> reported);

        reported.Select(d => d.Id).Order().ShouldBe(["NG0028", "NG0054"]);
        (await Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzerExtensions.WithAnalyzers(built, [new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void EveryFix_IsExported_ForRulesThatExist()
    {
        CodeFixProvider[] providers =
        [
            .. typeof(LayerCodeFix).Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(LayerCodeFix)))
                .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!),
        ];
        providers.ShouldAllBe(p => p.GetType().IsDefined(typeof(ExportCodeFixProviderAttribute), false));
        string[] ids = [.. providers.SelectMany(p => p.FixableDiagnosticIds)];
        ids.ShouldBeUnique();

        // NG0064 is fixed as soon as it is reported.
        ids.Except(Rules.All.Select(r => r.Id)).Except(["NG0064"]).ShouldBeEmpty();
    }
}
