using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>NG0037 to NG0042: declarations and uses of blocks.</summary>
public class BlockRulesTests
{
    [Theory]
    [InlineData("[Cnov(3, 1)]", "there is no layer \"Cnov\"", "C")]
    [InlineData("[Conv(filter, 1)]", "there is no \"filter\"; it can refer to filters, Stride, C, H, W", "f")]
    [InlineData("[Conv(filters)]", "Conv takes no such arguments: \"Conv(filters)\"", "C")]
    [InlineData("[Conv(filters, 1, Strid = 2)]", "Conv has no setting \"Strid\"", "S")]
    [InlineData("[Conv(filters, 1) [ReLU]", "a ] is missing", "[")]
    [InlineData("[ReLU] Conv(1)", "\"Conv(1)\" stands where a layer in brackets or a statement is expected", "C")]
    [InlineData("if (C > 1) { [ReLU]", "a } is missing", "\"")]
    [InlineData("if (C > 1) [ReLU]", "a { is missing", "[")]
    [InlineData("throw \"no\" [ReLU]", "a ; is missing", "[")]
    [InlineData("[Conv(filters.Length, 1)]", "\"filters.Length\" is no expression that a block can hold", "f")]
    [InlineData("[Conv(x => x, 1)]", "\"x => x\" is no expression that a block can hold", "x")]
    [InlineData("throw \"no semicolon\" [ReLU]", "a ; is missing", "[")]
    [InlineData("throw units;", "there is no \"units\"; it can refer to filters, Stride, C, H, W", "u")]
    [InlineData("[Conv(5000000000, 1)]", "\"5000000000\" is no int, float, bool or string", "5")]
    public void NG0037_BlockUnreadable(string layers, string message, string at) =>
        Analysis.Reports(Block($"\"\"\"{layers}\"\"\""), ("NG0037", $"The layers of PartAttribute cannot be read: {message}", at));

    [Fact]
    public void NG0037_PointsIntoTextsOfSeveralLines()
    {
        Analysis.Reports(
            Block("\"\"\"\n        [ReLU]\n\n          [Tanh] [Oops]\n        [ReLU]\n        \"\"\""),
            ("NG0037", "The layers of PartAttribute cannot be read: there is no layer \"Oops\"", "O"));
        Analysis.Reports(Block("\"[ReLU] [Oops]\""), ("NG0037", "The layers of PartAttribute cannot be read: there is no layer \"Oops\"", "O"));
        Analysis.Reports(Block("\"[ReLU]\\n[Oops]\""), ("NG0037", "The layers of PartAttribute cannot be read: there is no layer \"Oops\"", "Layers(\"[ReLU]\\n[Oops]\")"));
    }

    [Fact]
    public void NG0037_BlocksWithoutLayersOrWithAModelsOwn()
    {
        Analysis.Reports("public sealed class EmptyAttribute : BlockAttribute;", ("NG0037", "The layers of EmptyAttribute cannot be read: it has none; put them on the class, as on a model", "EmptyAttribute"));
        Analysis.Reports("[Input(3, 8, 8)] [ReLU] public sealed class FirstAttribute : BlockAttribute;", ("NG0037", "The layers of FirstAttribute cannot be read: [Input] belongs to a model", "Input(3, 8, 8)"));
        Analysis.Reports(Block("\"[Dense(3)] [MeanSquaredError]\""), ("NG0037", "The layers of PartAttribute cannot be read: [MeanSquaredError] belongs to a model", "Layers(\"[Dense(3)] [MeanSquaredError]\")"));
    }

    [Fact]
    public void NG0037_LeavesTheModelToItsBlock() =>
        Analysis.Reports(
            "[Input(3, 8, 8)] [Part(3)] [Dense(4)]\npublic sealed partial class Net;\n" + Block("\"[Oops]\""),
            ("NG0037", "The layers of PartAttribute cannot be read: there is no layer \"Oops\"", "O"));

    [Theory]
    [InlineData("public int Size { get; set; } = 2;", "2")]
    [InlineData("[System.ComponentModel.DefaultValue(3)] public int Size { get; set; } = 2;", "2")]
    [InlineData("public bool Size { get; set; } = true;", "true")]
    [InlineData("public string Size { get; set; } = \"a\";", "\"a\"")]
    public void NG0038_BlockStartValue(string property, string value) =>
        Analysis.Reports(
            $"[ReLU] public sealed class PartAttribute : BlockAttribute {{ {property} }}",
            ("NG0038", $"Size of PartAttribute starts as {value}, which its layers would not see: add [DefaultValue({value})]", "Size"));

    [Theory]
    [InlineData("public int Size { get; set; } = 0;")]
    [InlineData("[System.ComponentModel.DefaultValue(2)] public int Size { get; set; } = 2;")]
    [InlineData("[System.ComponentModel.DefaultValue(0.5f)] public float Size { get; set; } = 0.5f;")]
    public void StartValues_ThatLayersSee_AreGood(string property) =>
        Analysis.Accepts($"[ReLU] public sealed class PartAttribute : BlockAttribute {{ {property} }}");

    [Theory]
    [InlineData("[Conv(filters / (C - 3), 1)]", "[Conv(filters / (C - 3), 1)]", "8 / 0 has no value", "8")]
    [InlineData("[Conv(filters * 1000000000, 1)]", "[Conv(filters * 1000000000, 1)]", "8000000000 is too large", "8")]
    [InlineData("[Conv(filters / 2f, 1)]", "[Conv(filters / 2f, 1)]", "a whole number is needed, but 4f is a number", "8")]
    [InlineData("[Conv(true, 1)]", "[Conv(true, 1)]", "a whole number is needed, but true is true or false", "Part(8)")]
    [InlineData("if (filters) { [ReLU] }", "if (filters)", "a condition must be true or false", "8")]
    [InlineData("[Conv(!filters, 1)]", "[Conv(!filters, 1)]", "!8 has no value", "8")]
    [InlineData("throw filters;", "throw filters", "a text is needed, but 8 is a whole number", "Part(8)")]
    [InlineData("[Tag(C)]", "[Tag(C)]", "a text is needed, but 3 is a whole number", "Part(8)")]
    [InlineData("throw C;", "throw C", "a text is needed, but 3 is a whole number", "Part(8)")]
    public void NG0039_BlockArgument(string layers, string layer, string message, string at) =>
        Analysis.Reports(Use("Part(8)", layers), ("NG0039", $"In Part (part1), {layer} cannot be worked out: {message}", at));

    [Fact]
    public void NG0039_ArgumentThatAConstructorDoesNotHave() =>
        Analysis.Reports(
            """
            [Input(3, 8, 8)] [Two(1, 2)]
            public sealed partial class Net;

            [Layers("[Conv(rows + size, 1)]")]
            public sealed class TwoAttribute : BlockAttribute
            {
                public TwoAttribute(int size) { }
                public TwoAttribute(int rows, int columns) { }
            }
            """,
            ("NG0039", "In Two (two1), [Conv(rows + size, 1)] cannot be worked out: this use gives no size", "1"));

    [Theory]
    [InlineData("[Add(\"x\")]", "No [Tag(\"x\")] comes before [Add(\"x\")]: tag the value that is meant", "Part(8)")]
    [InlineData("[Conv(3, 1, Name = \"a\")] [Conv(3, 1, Name = \"a\")]", "The name \"a\" is already that of [Conv(3, 1, Name = \"a\")]: take another one", "Part(8)")]
    [InlineData("if (filters > C) { throw \"filters must be at most \" + C + \", but is \" + filters; }  [Conv(0, 1)]", "filters must be at most 3, but is 8", "8")]
    [InlineData("[ReLU(Repeat = C - 3)]", "Repeat of ReLU must be from 1 to 1000, but is 0", "Part(8)")]
    public void NG0040_BlockFault(string layers, string message, string at) =>
        Analysis.Reports(Use("Part(8)", layers), ("NG0040", $"In Part (part1): {message}", at));

    [Theory]
    [InlineData("if (filters > C) { throw \"filters must be at most \" + C + \", but is \" + filters; [Conv(filters / (C - 3), 1)] } [Conv(filters / (C - 3), 1)]")]
    [InlineData("[ReLU] if (filters == C) { [Tanh] } else { throw \"filters must be at most 3, but is \" + filters; } throw \"never\";")]
    public void NG0040_BlockRefusesItsArguments(string layers) =>
        Analysis.Reports(Use("Part(8)", layers), ("NG0040", "In Part (part1): filters must be at most 3, but is 8", "8"));

    [Fact]
    public void Refusal_UnderAConditionThatDoesNotHold_IsNone() =>
        Analysis.Accepts(Use("Part(8)", "if (filters < C) { throw \"too few\"; } [Conv(filters, 1)]"));

    [Fact]
    public void NG0040_TagsOfTheModel_AreNotTheBlocks() =>
        Analysis.Reports(
            "[Input(3, 8, 8)] [Tag(\"x\")] [ReLU] [Part(8)] [Add(\"x\")]\npublic sealed partial class Net;\n" + Block("\"\"\"[Add(\"x\")]\"\"\""),
            ("NG0040", "In Part (part1): No [Tag(\"x\")] comes before [Add(\"x\")]: tag the value that is meant", "Part(8)"));

    [Fact]
    public void ShapesInABlock_NameTheLayerByItsPath() =>
        Analysis.Reports(
            Use("Part(8, Name = \"head\")", "[Conv(filters, 3, Stride = Stride)] [Dense(2)]"),
            ("NG0028", "Dense (head.dense1 in Part) needs a feature vector, but its input is the image (8, 6, 6): put [Flatten] or [GlobalAvgPool] before it", "Part(8, Name = \"head\")"));

    [Fact]
    public void NG0041_BlocksTooDeep() =>
        Analysis.Reports(Use("Part(8)", "[ReLU] [Part(filters)]"), ("NG0041", "Part (part1" + string.Concat(Enumerable.Repeat(".part1", 32)) + ") is inside more than 32 blocks: a block that uses itself needs a condition that ends", "Part(8)"));

    [Fact]
    public void Recursion_ThatEnds_IsGood() => Analysis.Accepts(Use("Part(8)", "[ReLU] if (filters > 1) { [Part(filters / 2)] }"));

    [Fact]
    public void NG0042_NetworkTooLarge() =>
        Analysis.Reports(Use("Part(8, Repeat = 51)", "[ReLU(Repeat = 1000)]"), ("NG0042", "With this layer the network has more than 50000: repeat it less", "Part(8, Repeat = 51)"));

    [Fact]
    public void Layers_OutsideABlock_AreUnknown() =>
        Analysis.Reports(Sources.Net("[Input(4)] [Layers(\"[ReLU]\")]"), ("NG0009", "Layers derives from LayerAttribute, but it is no layer that NetGen knows: derive it from BlockAttribute, with layers on it", "Layers(\"[ReLU]\")"));

    private static string Use(string use, string layers) => $"[Input(3, 8, 8)] [{use}]\npublic sealed partial class Net;\n" + Block($"\"\"\" {layers} \"\"\"");

    private static string Block(string text) =>
        $$"""""
        [Layers({{text}})]
        public sealed class PartAttribute(int filters) : BlockAttribute
        {
            public int Filters { get; } = filters;

            [System.ComponentModel.DefaultValue(1)]
            public int Stride { get; set; } = 1;
        }
        """"";
}
