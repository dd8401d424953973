using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>A wrong model fails a build whatever is switched off, and shows each error once.</summary>
public sealed class BuildErrorTests
{
    private const string Wrong = "[Input(3, 8, 8)]\n[Conv(8, 33)]\n[Flatten] [Dense(2)] [SoftmaxCrossEntropy] public sealed partial class Net;";

    public static TheoryData<string, Func<CSharpCompilation, CSharpCompilation>> Switches => new()
    {
        { "nothing", c => c },
        { "NoWarn", c => With(c, o => o.WithSpecificDiagnosticOptions([new("NG0024", ReportDiagnostic.Suppress)])) },
        { "a lower severity", c => With(c, o => o.WithSpecificDiagnosticOptions([new("NG0024", ReportDiagnostic.Info)])) },
        { "no warnings", c => With(c, o => o.WithWarningLevel(0).WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)) },
        { "an .editorconfig", c => With(c, o => o.WithSyntaxTreeOptionsProvider(new Severity(ReportDiagnostic.Suppress))) },
    };

    [Theory]
    [MemberData(nameof(Switches))]
    public void AnError_IsReported_WhateverIsSwitchedOff(string what, Func<CSharpCompilation, CSharpCompilation> change)
    {
        CSharpCompilation compilation = change(Sources.Compile(Wrong));
        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) = Analysis.Generate(compilation);

        Diagnostic error = reported.ShouldHaveSingleItem(what);
        error.Id.ShouldBe("NG0024");
        error.Severity.ShouldBe(DiagnosticSeverity.Error);
        error.Location.GetLineSpan().Path.ShouldBe("Nets.cs");
        error.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(2);
        Analysis.Run(built).ShouldBeEmpty(what);
    }

    [Theory]
    [InlineData("#pragma warning disable\n" + Wrong)]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Shapes\", \"NG0024\")]\n" + Wrong)]
    [InlineData(Wrong + "\nclass Z { Unknown x; }")]
    [InlineData(Wrong + "\nclass Z { int F() => \"text\"; }")]
    [InlineData("using Nope;\n" + Wrong)]
    [InlineData("namespace A { public partial struct S {\n" + Wrong + "\n} }")]
    public void AnError_IsReported_WhateverStandsAroundIt(string source)
    {
        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) = Analysis.Generate(Sources.Compile(source));

        reported.Select(d => d.Id).ShouldBe(["NG0024"]);
        Analysis.Run(built).ShouldBeEmpty();
    }

    [Fact]
    public void ALineDirective_MovesTheError()
    {
        (_, ImmutableArray<Diagnostic> reported) = Analysis.Generate(Sources.Compile("#line 100 \"Other.txt\"\n" + Wrong));

        FileLinePositionSpan place = reported.ShouldHaveSingleItem().Location.GetLineSpan();
        place.Path.ShouldBe("Other.txt");
        place.StartLinePosition.Line.ShouldBe(100);
    }

    [Fact]
    public void ABlockInError_IsReported_ThoughNobodyUsesIt()
    {
        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) =
            Analysis.Generate(Sources.Compile("[Layers(\"[Conv(8, 3)\")] public sealed class BrokenAttribute : BlockAttribute;"));

        reported.Select(d => d.Id).ShouldBe(["NG0037"]);
        Analysis.Run(built).ShouldBeEmpty();
    }

    [Fact]
    public void AnEditor_ShowsWhatIsNew()
    {
        // The generator has run on the first text; since then the model has got another error.
        CSharpCompilation before = Sources.Compile(Wrong);
        (CSharpCompilation built, _) = Analysis.Generate(before);
        CSharpCompilation typed = built.ReplaceSyntaxTree(before.SyntaxTrees[0], Sources.Compile(Wrong.Replace("Dense(2)", "Dense(0)", StringComparison.Ordinal)).SyntaxTrees[0]);

        Analysis.Run(typed).Select(d => d.Id).ShouldBe(["NG0023"]);
    }

    [Fact]
    public void AWarning_IsTheAnalyzers_AndMayBeSwitchedOff()
    {
        CSharpCompilation compilation = Sources.Compile(Sources.Net("[Input(4)] [Dense(2)] [Softmax] [SoftmaxCrossEntropy]"));
        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) = Analysis.Generate(compilation);

        reported.ShouldBeEmpty();
        Analysis.Run(built).Select(d => d.Id).ShouldBe(["NG0056"]);
        Analysis.Run(With(built, o => o.WithSpecificDiagnosticOptions([new("NG0056", ReportDiagnostic.Suppress)]))).ShouldBeEmpty();
    }

    /// <summary>Warnings and suggestions take the severity that an .editorconfig gives them.</summary>
    [Theory]
    [InlineData("NG0056", "[Input(4)] [Dense(2)] [Softmax] [SoftmaxCrossEntropy]")]
    [InlineData("NG0017", "[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"y\")] [Output(\"aux\")] [From(\"x\")] [Dense(4)] [MeanSquaredError]")]
    [InlineData("NG0064", "[Input(4)] [Dense(2)] [BatchNorm]")]
    [InlineData("NG0065", "[Input(4)] [Dense(2)] [Dropout(0.5f)]")]
    public void AnEditorConfig_SetsTheSeverity(string id, string layers)
    {
        CSharpCompilation compilation = Sources.Compile(Sources.Net(layers));

        Analysis.Run(With(compilation, o => o.WithSyntaxTreeOptionsProvider(new Severity(ReportDiagnostic.Suppress))), advice: true).ShouldBeEmpty();
        Diagnostic error = Analysis.Run(With(compilation, o => o.WithSyntaxTreeOptionsProvider(new Severity(ReportDiagnostic.Error))), advice: true).ShouldHaveSingleItem();
        error.Id.ShouldBe(id);
        error.Severity.ShouldBe(DiagnosticSeverity.Error);
    }

    private static CSharpCompilation With(CSharpCompilation compilation, Func<CSharpCompilationOptions, CompilationOptions> change) =>
        compilation.WithOptions((CSharpCompilationOptions)change(compilation.Options));

    /// <summary>Gives every rule one severity in every file.</summary>
    private sealed class Severity(ReportDiagnostic value) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellation) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellation, out ReportDiagnostic severity)
        {
            severity = value;
            return true;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellation, out ReportDiagnostic severity)
        {
            severity = value;
            return true;
        }
    }
}
