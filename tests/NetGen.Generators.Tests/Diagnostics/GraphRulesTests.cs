using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>NG0009 to NG0022: which layers follow which, tags and names.</summary>
public class GraphRulesTests
{
    [Fact]
    public void NG0009_UnknownLayer()
    {
        Analysis.Reports(
            "namespace My { class MishAttribute : LayerAttribute; [Input(4)] [Mish] [Dense(2)] partial class Net; }",
            ("NG0009", "My.MishAttribute derives from LayerAttribute, but it is no layer that NetGen knows: derive it from BlockAttribute, with layers on it", "Mish"));

        // A class of the same name elsewhere is not NetGen's.
        Analysis.Reports(
            "namespace My { class DenseAttribute(int units) : LayerAttribute { public int Units => units; } [Input(4)] [Tanh] [Dense(2)] partial class Net; }",
            ("NG0009", "My.DenseAttribute derives from LayerAttribute, but it is no layer that NetGen knows: derive it from BlockAttribute, with layers on it", "Dense(2)"));
        Analysis.Accepts("class MishAttribute : System.Attribute; " + Sources.Net("[Mish] [Input(4)] [Dense(2)]"));
    }

    [Fact]
    public void NG0010_InputMissing() =>
        Analysis.Reports(Sources.Net("[Dense(2)]"), ("NG0010", "Net needs an [Input] before its layers: write [Input(channels, height, width)] or [Input(features)] first", "Net"));

    [Fact]
    public void NG0011_InputWithoutName()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Input(2)] [Input(3)] [Dense(2)]"),
            ("NG0011", "[Input(2)] comes after [Input(4)], so it needs a Name for layers to read it by", "Input(2)"),
            ("NG0011", "[Input(3)] comes after [Input(4)], so it needs a Name for layers to read it by", "Input(3)"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Input(2, Name = \"more\")] [Dense(2)] [Add(\"more\")]"));
        Analysis.Accepts(Sources.Net("[Input(4, Name = \"first\")] [Input(4, Name = \"second\")] [Dense(4)] [Add(\"first\", \"second\")]"));
    }

    [Fact]
    public void NG0012_InputAfterLayers()
    {
        Analysis.Reports(
            Sources.Net("[Tag(\"x\")] [Input(4)] [Dense(2)]"),
            ("NG0012", "[Input(4)] must come before all other layers, but [Tag(\"x\")] comes before it: move it up", "Input(4)"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(2)] [Input(2, Name = \"more\")] [Input(3)] [Add(\"more\")]"),
            ("NG0012", "[Input(2, Name = \"more\")] must come before all other layers, but [Dense(2)] comes before it: move it up", "Input(2, Name = \"more\")"),
            ("NG0012", "[Input(3)] must come before all other layers, but [Dense(2)] comes before it: move it up", "Input(3)"));
    }

    [Fact]
    public void SeveralInputs_AreTagsAndValuesLikeOthers()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Input(2, Name = \"more\")] [Dense(2)] [Tag(\"more\")] [Add(\"more\")]"),
            ("NG0016", "The tag \"more\" already names the result of [Input(2, Name = \"more\")]: take another name", "\"more\""));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Input(2, Name = \"more\")] [Dense(2)]"),
            ("NG0018", "Nothing reads the result of [Input(2, Name = \"more\")]: tag it and join it to what comes later, or leave the layers out that lead to it alone", "Input(2, Name = \"more\")"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Input(2, Name = \"more\")] [From(\"more\")] [Dense(2)]"),
            ("NG0018", "Nothing reads the result of [Input(4)]: tag it and join it to what comes later, or leave the layers out that lead to it alone", "Input(4)"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Input(2, Name = \"2nd\")] [Dense(2)]"),
            ("NG0018", "Nothing reads the result of [Input(2, Name = \"2nd\")]: tag it and join it to what comes later, or leave the layers out that lead to it alone", "Input(2, Name = \"2nd\")"),
            ("NG0021", "\"2nd\" cannot be used here: a name is made of the letters a to z, digits and underscores, and does not begin with a digit", "Name = \"2nd\""));
        Analysis.Reports(Sources.Net("[Input(4)] [Input(2, Name = \"more\")]"), ("NG0013", "Net has no layer besides its input: add one below it", "Input(4)"));
        Analysis.Reports(
            Sources.Net("[Input(20, 4000, 4000)] [Input(20, 4000, 4000, Name = \"more\")] [GlobalAvgPool] [Tag(\"x\")] [From(\"more\")] [GlobalAvgPool] [Add(\"x\")]"),
            ("NG0032", "The result of all inputs together would be (640000000): more than 536870912 numbers for one image, with channels padded to 16, so shrink the image or take fewer channels", "Input(20, 4000, 4000, Name = \"more\")"));
    }

    [Fact]
    public void NG0013_NoLayers()
    {
        Analysis.Reports(Sources.Net("[Input(4)]"), ("NG0013", "Net has no layer besides its input: add one below it", "Input(4)"));
        Analysis.Reports(Sources.Net("[Input(4)] [MeanSquaredError]"), ("NG0013", "Net has no layer besides its input: add one below it", "Input(4)"));
        Analysis.Accepts(Sources.Net("[Input(4)] [ReLU]"));
    }

    [Fact]
    public void NG0014_LayerAfterLoss()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] [Softmax] [MeanSquaredError]"),
            ("NG0014", "[Softmax] comes after the loss [SoftmaxCrossEntropy], which must be the last layer: move the loss to the end", "Softmax"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(2)] [Softmax] [MeanSquaredError]"));
    }

    [Fact]
    public void NG0015_UnknownTag()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(4)] [Add(\"x\")] [Tag(\"x\")] [From(\"y\")] [ReLU]"),
            ("NG0015", "No [Tag(\"x\")] comes before [Add(\"x\")]: tag the value that is meant", "\"x\""),
            ("NG0015", "No [Tag(\"y\")] comes before [From(\"y\")]: known here are \"x\"", "\"y\""));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"skip\")] [Dense(4)] [Add(\"skp\")]"),
            ("NG0015", "No [Tag(\"skp\")] comes before [Add(\"skp\")]: write \"skip\"", "\"skp\""));
        Analysis.Accepts(Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [Add(\"x\")]"));
    }

    [Fact]
    public void NG0016_DuplicateTag() =>
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"x\")] [Add(\"x\")]"),
            ("NG0016", "The tag \"x\" already names the result of [Input(4)]: take another name", "\"x\""));

    [Fact]
    public void NG0017_UnusedTag()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"y\")] [Output(\"aux\")] [From(\"x\")] [Dense(4)] [MeanSquaredError]"),
            ("NG0017", "Nothing uses the tag \"y\": leave it out, or read it", "Tag(\"y\")"));

        // Features may ask for it.
        Analysis.Accepts(Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"y\")] [ReLU]"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"y\")] [From(\"x\")] [Dense(4)] [Add(\"y\")]"));
    }

    [Fact]
    public void NG0018_UnusedValue()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [ReLU] [From(\"x\")] [Dense(4)]"),
            ("NG0018", "Nothing reads the result of [ReLU]: tag it and join it to what comes later, or leave the layers out that lead to it alone", "ReLU"));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"forgotten\")] [From(\"x\")] [Dense(4)]"),
            ("NG0018", "Nothing reads the result of [Dense(4)]: tag it and join it to what comes later, or leave the layers out that lead to it alone", "Dense(4)"));
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Multiply")]
    [InlineData("Concat")]
    public void NG0019_TagMissing(string op) =>
        Analysis.Reports(
            Sources.Net($"[Input(4, 4, 4)] [{op}]"),
            ("NG0019", $"{op} needs the tag of at least one value to join with the current one: write [{op}(\"tag\")]", op));

    [Fact]
    public void NG0020_DuplicateName()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(4, Name = \"head\")] [ReLU(Name = \"head\")]"),
            ("NG0020", "The name \"head\" is already that of [Dense(4, Name = \"head\")]: take another one", "Name = \"head\""));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(4, Name = \"dense2\")] [Dense(2)]"),
            ("NG0020", "The name \"dense2\" is already that of [Dense(4, Name = \"dense2\")]: take another one", "Dense(2)"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(4, Name = \"head\")] [ReLU(Name = \"Head\")]"));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"1st\"", "1st")]
    [InlineData("\"a.b\"", "a.b")]
    [InlineData("\"käse\"", "käse")]
    public void NG0021_InvalidName(string literal, string name)
    {
        Analysis.Reports(
            Sources.Net($"[Input(4)] [Dense(2, Name = {literal})]"),
            (
                "NG0021",
                $"\"{name}\" cannot be used here: a name is made of the letters a to z, digits and underscores, and does not begin with a digit",
                $"Name = {literal}"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(2, Name = \"_Head_1\")]"));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" \"", " ")]
    [InlineData("null", "")]
    public void NG0021_EmptyTag(string literal, string name) =>
        Analysis.Reports(
            Sources.Net($"[Input(4)] [Dense(2)] [Tag({literal})]"),
            ("NG0021", $"\"{name}\" cannot be used here: a tag must not be empty", literal));

    [Theory]
    [InlineData("[Input(4, Repeat = 2)] [Dense(2)]", "Input", "Repeat", "Repeat = 2")]
    [InlineData("[Input(4)] [Tag(\"x\", Repeat = 2)] [Dense(4)] [Add(\"x\")]", "Tag", "Repeat", "Repeat = 2")]
    [InlineData("[Input(4)] [Tag(\"x\")] [From(\"x\", Name = \"y\")] [Dense(4)]", "From", "Name", "Name = \"y\"")]
    [InlineData("[Input(4)] [Dense(4)] [MeanSquaredError(Repeat = 3)]", "MeanSquaredError", "Repeat", "Repeat = 3")]
    public void NG0022_SettingWithoutMeaning(string layers, string layer, string setting, string at)
    {
        Analysis.Reports(Sources.Net(layers), ("NG0022", $"{layer} takes no {setting}: leave it out", at));
        Analysis.Accepts(Sources.Net("[Input(4, Name = \"image\", Repeat = 1)] [Dense(4)] [MeanSquaredError(Name = \"loss\")]"));
    }
}
