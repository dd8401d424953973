using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Names of the user's meet none of the generator's, but for six, which have an error of their own.</summary>
public sealed class UserNamesTests
{
    private const string Layers =
        "[Input(1, 4, 4)] [Conv(2, 3, Pad = 1)] [BatchNorm] [ReLU] [MaxPool(2)] [Flatten] [Dropout(0.1f)] [Dense(2)] [SoftmaxCrossEntropy] ";

    [Theory]
    [InlineData("public string Info => \"\";", "Info")]
    [InlineData("public const int InputSize = 3;", "InputSize")]
    [InlineData("private int OutputSize;", "OutputSize")]
    [InlineData("enum ParameterCount { A }", "ParameterCount")]
    [InlineData("static void Info(int x) { }", "Info")]
    [InlineData("static Net FromFile(System.IO.Stream file) => null;", "FromFile")]
    public void ATakenMember_IsTheOnlyError(string member, string name) => Analysis.Reports(
        Layers + $"public sealed partial class Net {{ {member} }}",
        ("NG0053", $"A member cannot be named {name}: the member {name} of Net is generated, so take another name", name));

    [Fact]
    public void ATakenConstructor_IsTheOnlyError() => Analysis.Reports(
        Layers + "public sealed partial class Net { public Net(ulong start) { } }",
        ("NG0053", "A constructor of one ulong cannot be named .ctor: the constructor Net(ulong seed) of Net is generated, so take another name", "Net"));

    [Theory]
    [InlineData("Info")]
    [InlineData("InputSize")]
    [InlineData("OutputSize")]
    [InlineData("ParameterCount")]
    [InlineData("FromFile")]
    public void ATakenClass_IsTheOnlyError(string name) => Analysis.Reports(
        Layers + $"public sealed partial class {name};",
        ("NG0053", $"The class cannot be named {name}: the member {name} of {name} is generated, so take another name", name));

    [Theory]
    [InlineData("Prediction")]
    [InlineData("Training")]
    [InlineData("PredictChunk")]
    [InlineData("Layout")]
    [InlineData("Kernels")]
    [InlineData("Ng")]
    [InlineData("Predict")]
    [InlineData("Conv")]
    [InlineData("Vector512")]
    [InlineData("ModelCode")]
    [InlineData("value")]
    [InlineData("@class")]
    [InlineData("@record")]
    public void AnyOtherName_IsFree(string name) => Compiles(Layers + $"public sealed partial class {name};");

    [Fact]
    public void MembersOfOtherNames_AreFree() => Compiles(
        Layers + """
        [System.CodeDom.Compiler.GeneratedCode("mine", "1")]
        public sealed partial class Net : System.IDisposable
        {
            bool Training;
            public record Prediction(int A);
            void PredictChunk() { }
            class Kernels { }
            int s_layout, Ng, c, s, w, Code;
            public Net() : this(3) { }
            static Net() { }
            public override string ToString() => "";
        }
        """);

    [Fact]
    public void NamesThatDifferInCaseOnly_KeepTheirCode() => Compiles(
        $"{Layers} partial class Net; {Layers} partial class NET; namespace a {{ {Layers} partial class net; }} namespace A {{ {Layers} partial class Net; }} "
        + $"namespace A_B {{ {Layers} partial class C; }} namespace A {{ {Layers} partial class B_C; partial class B {{ {Layers} partial class C; }} }}");

    [Theory]
    [InlineData("struct")]
    [InlineData("record struct")]
    [InlineData("interface")]
    [InlineData("record")]
    public void WhatIsNoClass_GetsOneError(string kind)
    {
        (CSharpCompilation built, var reported) = Analysis.Generate(Sources.Compile(Layers + $"public partial {kind} Net {{ }}"));

        reported.Select(d => d.Id).ShouldBe(["NG0005"]);
        built.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
    }

    /// <summary>Types and aliases of every name that the generated code looks up mean something else in the project.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12, false)]
    [InlineData(LanguageVersion.CSharp12, true)]
    [InlineData(LanguageVersion.Latest, false)]
    [InlineData(LanguageVersion.Latest, true)]
    public void HostileNames_ChangeNothing(LanguageVersion version, bool aliases)
    {
        CSharpCompilation compilation = Sources.Compile(Layers + "partial class Net;", version)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, checkOverflow: true, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable));
        (CSharpCompilation plain, _) = Analysis.Generate(compilation);
        string[] names =
        [
            .. plain.SyntaxTrees.Skip(1)
                .SelectMany(t => t.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.SimpleNameSyntax>())
                .Select(n => n.Identifier.ValueText)
                .Where(n => char.IsUpper(n[0]) && n is not ("NetGen" or "System" or "Net"))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        names.ShouldContain("Vector512");
        names.ShouldContain("Ng");
        string hostile = aliases
            ? string.Concat(names.Select(n => $"global using {n} = System.DateTime;\n"))
            : string.Concat(names.Select(n => $"public class {n} {{ }}\n"));
        CSharpCompilation surrounded = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(hostile, new CSharpParseOptions(version), "Hostile.cs"));

        // The model's own file names layers, which such names would hide from it; it says whose it means.
        string[] kinds = ["Input", "Conv", "BatchNorm", "ReLU", "MaxPool", "Flatten", "Dropout", "Dense", "SoftmaxCrossEntropy"];
        string source = kinds.Aggregate(Layers, (text, kind) => text.Replace($"[{kind}", $"[global::NetGen.{kind}", StringComparison.Ordinal)) + "partial class Net;";
        surrounded = surrounded.ReplaceSyntaxTree(surrounded.SyntaxTrees[0], CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version), "Nets.cs"));

        (CSharpCompilation built, var reported) = Analysis.Generate(surrounded);

        reported.ShouldBeEmpty();
        built.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()).ShouldBeEmpty();
    }

    private static void Compiles(string source)
    {
        (CSharpCompilation built, var reported) = Analysis.Generate(Sources.Compile(source));
        reported.ShouldBeEmpty();
        built.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ShouldBeEmpty();
        Analysis.Run(built).ShouldBeEmpty();
    }
}
