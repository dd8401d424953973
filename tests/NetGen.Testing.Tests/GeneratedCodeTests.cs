using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Testing.Tests;

/// <summary>What the generator writes, as a test sees it.</summary>
public sealed class GeneratedCodeTests
{
    [Fact]
    public void AModelsFile_IsFoundByItsClass()
    {
        GeneratedCode code = GeneratedCode.OfFiles(["Nets.cs"]);

        string file = code.FileOf<SmallNet>();

        file.ShouldContain("partial class SmallNet : global::NetGen.Model");
        file.ShouldMatch(@"\n +conv1 +4×6×6 +76 +2,592 +Conv\(4, 3, Pad = 1\)\n");
        code.Files.Select(f => f.Name).Where(n => !n.Contains("s-", StringComparison.Ordinal)).ShouldBe(
            ["NetGen.Testing.Tests.KinkedNet.g.cs", "NetGen.Testing.Tests.NormNet.g.cs", "NetGen.Testing.Tests.OpenNet.g.cs", "NetGen.Testing.Tests.SmallNet.g.cs"]);
        string all = code.ToString();
        all.IndexOf("//HintName: NetGen.Testing.Tests.SmallNet.g.cs", StringComparison.Ordinal).ShouldBeLessThan(all.IndexOf(".Kernels-", StringComparison.Ordinal));
    }

    [Fact]
    public void AnUnknownModel_ListsThoseThereAre() =>
        Should.Throw<ArgumentException>(() => GeneratedCode.OfSource("using NetGen; [Input(3)] [Dense(2)] public sealed partial class Tiny;").FileOf("Other"))
            .Message.ShouldStartWith("No file Other.g.cs was generated; there are: Tiny.g.cs.");

    [Fact]
    public void AWrongModel_IsRefusedWithItsErrors() =>
        Should.Throw<GenerationException>(() => GeneratedCode.OfSource("using NetGen;\n[Input(3, 4, 4)] [Dense(2)] public sealed partial class Wrong;"))
            .Message.ShouldMatch(@"Models\.cs\(2,\d+\): error NG0028: ");

    [Fact]
    public void SourceWithoutModels_IsRefused() =>
        Should.Throw<GenerationException>(() => GeneratedCode.OfSource("class Plain;")).Message.ShouldStartWith("No model is declared in Models.cs");

    [Fact]
    public void AMissingFile_IsNamed()
    {
        using TempFolder folder = new();
        string path = folder["None.cs"];

        Should.Throw<FileNotFoundException>(() => GeneratedCode.OfFiles([path])).FileName.ShouldBe(path);
    }

    [Fact]
    public void ABlockOfAnotherFile_IsUsed()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["Block.cs"], "using NetGen;\n[Layers(\"[Dense(C)] [ReLU]\")] public sealed class UnitAttribute : BlockAttribute;");
        File.WriteAllText(folder["Net.cs"], "using NetGen;\nnamespace App;\n[Input(3)] [Unit] public sealed partial class Net;");

        GeneratedCode.OfFiles([folder["Net.cs"], folder["Block.cs"]]).FileOf("App.Net").ShouldContain("unit1.dense1");
    }
}
