using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>NG0001 to NG0008: what the class must be, whatever its layers are.</summary>
public class ModelRulesTests
{
    private const string Layers = "[Input(4)] [Dense(2)] ";

    [Fact]
    public void NG0001_ModelNotPartial() =>
        Analysis.Reports(Layers + "public class Net;", ("NG0001", "Net has layers, so it must be partial: add partial to its declaration", "Net"));

    [Fact]
    public void NG0002_LayersSpread()
    {
        Analysis.Reports(
            "[Input(4)] [Dense(2)] partial class Net; [ReLU] [Dense(2)] partial class Net;",
            ("NG0002", "The layers of Net are spread over several partial declarations; put them on one, where their order is plain", "ReLU"));
        Analysis.Accepts("[Input(4)] [Dense(2)] partial class Net; [System.Obsolete] partial class Net;");
    }

    [Fact]
    public void NG0003_ContainingTypeNotPartial()
    {
        Analysis.Reports(
            "class Outer { partial class Middle { " + Layers + "public partial class Net; } }",
            ("NG0003", "Outer contains the model Net, so it must be partial: add partial to its declaration", "Net"));
        Analysis.Accepts("partial class Outer { partial class Middle { " + Layers + "public partial class Net; } }");
    }

    [Theory]
    [InlineData("partial struct")]
    [InlineData("partial record")]
    [InlineData("partial record struct")]
    [InlineData("partial interface")]
    [InlineData("static partial class")]
    public void ContainingType_MayBeOfAnyKind(string kind) => Analysis.Accepts(kind + " Outer { " + Layers + "public partial class Net; }");

    [Fact]
    public void NG0004_UnfitContainingType()
    {
        Analysis.Reports(
            "partial class Outer<T> { " + Layers + "public partial class Net; }",
            ("NG0004", "Outer cannot contain the model Net, because it is generic: move the model out of it", "Net"));
        Analysis.Reports(
            "file partial class Outer { " + Layers + "public partial class Net; }",
            ("NG0004", "Outer cannot contain the model Net, because it is local to its file: move the model out of it", "Net"));
    }

    [Theory]
    [InlineData("static partial class Net;", "is static")]
    [InlineData("abstract partial class Net;", "is abstract")]
    [InlineData("partial class Net<T>;", "is generic")]
    [InlineData("partial record Net;", "is a record")]
    [InlineData("file partial class Net;", "is local to its file")]
    [InlineData("partial class Net(int seed) { public int Seed => seed; }", "has a primary constructor")]
    public void NG0005_UnfitModel(string declaration, string reason) =>
        Analysis.Reports(Layers + declaration, ("NG0005", $"Net cannot be a model, because it {reason}: a model is a partial class and nothing more", "Net"));

    [Theory]
    [InlineData("partial class Net;")]
    [InlineData("internal sealed partial class Net;")]
    [InlineData("public partial class Net { public int Answer => 42; }")]
    public void Model_MayBeAnyPlainClass(string declaration) => Analysis.Accepts(Layers + declaration);

    [Fact]
    public void NG0006_BaseClassInTheWay()
    {
        Analysis.Reports(
            "namespace My { class Base; " + Layers + "partial class Net : Base; }",
            ("NG0006", "Net derives from My.Base, but the base class of a model is NetGen.Model, which is added: leave My.Base out", "Net"));
        Analysis.Accepts("interface IBase; " + Layers + "partial class Net : IBase;");
        Analysis.Accepts(Layers + "partial class Net; partial class Net : object;");
    }

    [Fact]
    public void NG0007_LanguageTooOld()
    {
        string source = Layers + "public partial class Net { }";
        Analysis.Reports(
            Sources.Compile(source, LanguageVersion.CSharp11),
            ("NG0007", "The code generated for Net needs C# 12 or later, but the project is set to C# 11.0: leave LangVersion out of the project file", "Net"));
        Analysis.Reports(Sources.Compile(source, LanguageVersion.CSharp12));
        Models.ErrorsAfterGeneration(Sources.Compile(source, LanguageVersion.CSharp11)).ShouldBeEmpty();
        Models.ErrorsAfterGeneration(Sources.Compile(source, LanguageVersion.CSharp12)).ShouldBeEmpty();
    }

    [Fact]
    public void NG0008_UnsafeNotAllowed()
    {
        CSharpCompilation compilation = Sources.Compile(Layers + "public partial class Net;", allowUnsafe: false);
        Analysis.Reports(
            compilation,
            ("NG0008", "The kernels generated for Net use pointers: set AllowUnsafeBlocks to true in the project file", "Net"));
        Models.ErrorsAfterGeneration(compilation).ShouldBeEmpty();
    }
}
