using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What people write by mistake: in a build each gives one error of NetGen's, at its place, and none of C#'s but for names that C# does not know.</summary>
public sealed class CommonMistakesTests
{
    private const string End = "\npublic sealed partial class Net;";

    [Theory]
    [InlineData("forgot partial", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public sealed class Net { }", "NG0001", "Net")]
    [InlineData("forgot Input", "[Conv(8, 3)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0010", "Net")]
    [InlineData("forgot Flatten", "[Input(3, 8, 8)] [Conv(8, 3)] [ReLU] [Dense(32)] [ReLU] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0028", "Dense(32)")]
    [InlineData("a tag misspelled", "[Input(3, 8, 8)] [Tag(\"skip\")] [Conv(3, 3, Pad = 1)] [Add(\"skp\")] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0015", "\"skp\"")]
    [InlineData("Add of other channels", "[Input(3, 8, 8)] [Tag(\"x\")] [Conv(16, 3, Pad = 1)] [ReLU] [Add(\"x\")] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0030", "\"x\"")]
    [InlineData("Add of another size", "[Input(3, 8, 8)] [Tag(\"x\")] [Conv(3, 3)] [ReLU] [Add(\"x\")] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0030", "\"x\"")]
    [InlineData("a kernel larger than the image", "[Input(1, 4, 4)] [MaxPool(2)] [Conv(8, 5)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0024", "5")]
    [InlineData("the loss before the end", "[Input(4)] [Dense(8)] [SoftmaxCrossEntropy] [ReLU] [Dense(2)]" + End, "NG0014", "ReLU")]
    [InlineData("two losses", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] [MeanSquaredError]" + End, "NG0014", "MeanSquaredError")]
    [InlineData("a dropout in percent", "[Input(4)] [Dense(8)] [ReLU] [Dropout(50)] [Dense(2)] [SoftmaxCrossEntropy]" + End, "NG0023", "50")]
    [InlineData("negative filters", "[Input(3, 8, 8)] [Conv(-8, 3)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0023", "-8")]
    [InlineData("groups that do not divide", "[Input(3, 8, 8)] [Conv(8, 3, Groups = 2)] [ReLU] [Conv(8, 3, Groups = 2)] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0026", "Groups = 2")]
    [InlineData("Concat of other sizes", "[Input(3, 8, 8)] [Tag(\"x\")] [MaxPool(2)] [Concat(\"x\")] [Conv(8, 1)] [ReLU] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0030", "\"x\"")]
    [InlineData("Concat of an image and a vector", "[Input(3, 8, 8)] [Tag(\"x\")] [GlobalAvgPool] [Concat(\"x\")] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0031", "\"x\"")]
    [InlineData("Share of other settings", "[Input(8)] [Dense(8, Share = \"w\")] [ReLU] [Dense(4, Share = \"w\")] [SoftmaxCrossEntropy]" + End, "NG0059", "Share = \"w\"")]
    [InlineData("a name twice", "[Input(8)] [Dense(8, Name = \"fc\")] [ReLU] [Dense(4, Name = \"fc\")] [SoftmaxCrossEntropy]" + End, "NG0020", "Name = \"fc\"")]
    [InlineData("Dense before the convolutions", "[Input(3, 8, 8)] [Dense(10)] [Conv(8, 3)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0028", "Dense(10)")]
    [InlineData("a convolution after Flatten", "[Input(3, 8, 8)] [Flatten] [Conv(8, 3)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0029", "Conv(8, 3)")]
    [InlineData("the weight of an Output without a loss", "[Input(4)] [Dense(4)] [Output(\"early\", Weight = 0.3f)] [ReLU] [Dense(4)]" + End, "NG0044", "Output(\"early\", Weight = 0.3f)")]
    [InlineData("a struct", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial struct Net { }", "NG0005", "Net")]
    [InlineData("a record", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial record Net;", "NG0005", "Net")]
    [InlineData("a generic class", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial class Net<T>;", "NG0005", "Net")]
    [InlineData("a primary constructor", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial class Net(int classes) { public int Classes => classes; }", "NG0005", "Net")]
    [InlineData("a base class", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial class Net : My;\npublic class My;", "NG0006", "Net")]
    [InlineData("a class for one output", "[Input(4)] [Dense(1)] [SoftmaxCrossEntropy]" + End, "NG0034", "SoftmaxCrossEntropy")]
    [InlineData("a branch nobody reads", "[Input(4)] [Tag(\"x\")] [Dense(4)] [ReLU] [From(\"x\")] [Dense(2)] [SoftmaxCrossEntropy]" + End, "NG0018", "ReLU")]
    [InlineData("a padding above half a pool", "[Input(3, 8, 8)] [MaxPool(2, Pad = 2)] [Flatten] [Dense(2)] [SoftmaxCrossEntropy]" + End, "NG0025", "Pad = 2")]
    [InlineData("a wrong Reshape", "[Input(64)] [Reshape(4, 4, 5)] [Conv(8, 3)] [ReLU] [Flatten] [Dense(2)] [SoftmaxCrossEntropy]" + End, "NG0035", "Reshape(4, 4, 5)")]
    [InlineData("a second input without a name", "[Input(4)] [Input(2)] [Dense(2)] [SoftmaxCrossEntropy]" + End, "NG0011", "Input(2)")]
    [InlineData("the input last", "[Dense(2)] [Input(4)] [SoftmaxCrossEntropy]" + End, "NG0012", "Input(4)")]
    [InlineData("a block's wrong argument", "[Input(3, 8, 8)] [BasicBlock(16, Stride = 0)] [BasicBlock(16)] [GlobalAvgPool] [Dense(2)] [SoftmaxCrossEntropy]" + End, "NG0023", "Stride = 0")]
    public void AMistake_GivesOneErrorAtItsPlace(string what, string source, string id, string at) => Gives(what, source, id, at, refused: false);

    /// <summary>A name that C# does not know is its error as well; NetGen says which one is meant.</summary>
    [Theory]
    [InlineData("a layer misspelled", "[Input(3, 8, 8)] [Conv(8, 3)] [ReLU] [Flaten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0054", "Flaten")]
    [InlineData("Keras' layer", "[Input(3, 8, 8)] [Conv2D(8, 3)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0054", "Conv2D")]
    [InlineData("Keras' padding", "[Input(3, 8, 8)] [Conv(8, 3, Padding = 1)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0055", "Padding =")]
    [InlineData("a lower case setting", "[Input(3, 8, 8)] [Conv(8, 3, stride = 2)] [ReLU] [Flatten] [Dense(10)] [SoftmaxCrossEntropy]" + End, "NG0055", "stride =")]
    [InlineData("Keras' activation", "[Input(4)] [Dense(8, Activation = \"relu\")] [Dense(2)] [SoftmaxCrossEntropy]" + End, "NG0055", "Activation =")]
    public void ANameThatCSharpDoesNotKnow_GivesOneErrorOfOurs(string what, string source, string id, string at) => Gives(what, source, id, at, refused: true);

    private static void Gives(string what, string source, string id, string at, bool refused)
    {
        CSharpCompilation compilation = Sources.Compile(source);
        string[] own = [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())];
        (own.Length > 0).ShouldBe(refused, what);

        (CSharpCompilation built, ImmutableArray<Diagnostic> reported) = Analysis.Generate(compilation);
        built.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ShouldBe(own, what);
        Diagnostic problem = reported.Concat(Analysis.Run(built)).ShouldHaveSingleItem(what);
        problem.Id.ShouldBe(id, what);
        Analysis.At(problem, compilation).ShouldBe(at, problem.GetMessage(CultureInfo.InvariantCulture));
    }
}
