using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>The tables of generated models, as text.</summary>
public sealed class ModelTableTests
{
    private const string Layers = """
        layer   output  parameters    MACs  as declared
        input1   3×8×8           0       0  Input(3, 8, 8)
        conv1   16×8×8         448  27,648  Conv(16, 3, Pad = 1)
        add1    16×8×8           0       0  Add("a  b")
        total   16×8×8         448  27,648
        """;

    private const string Parameters = """
        layer       parameters
        conv1       weight 16×3×3×3 HeNormal(27→144), bias 16 Zero
        block1.bn1  running_var 16 One buffer
        """;

    [Fact]
    public void Rows_BecomeTheDescription()
    {
        ModelInfo info = Read(Layers, Parameters);

        info.Name.ShouldBe("Net");
        info.Layers.Select(l => (l.Name, l.Kind, string.Join(",", l.OutputShape), l.ParameterCount, l.Macs)).ShouldBe(
        [
            ("input1", "Input(3, 8, 8)", "3,8,8", 0L, 0L),
            ("conv1", "Conv(16, 3, Pad = 1)", "16,8,8", 448L, 27_648L),
            ("add1", "Add(\"a  b\")", "16,8,8", 0L, 0L),
        ]);
        info.Parameters.Select(p => (p.Path, string.Join(",", p.Shape), p.Trainable, p.Initialization, p.FanIn, p.FanOut)).ShouldBe(
        [
            ("conv1.weight", "16,3,3,3", true, Initialization.HeNormal, 27, 144),
            ("conv1.bias", "16", true, Initialization.Zero, 0, 0),
            ("block1.bn1.running_var", "16", false, Initialization.One, 0, 0),
        ]);
        (info.ParameterCount, info.Macs).ShouldBe((448, 27_648));
        (info.PredictionMemory, info.PredictionMemoryUnshared, info.TrainingMemoryPerImage).ShouldBe((1, 2, 3));
    }

    [Fact]
    public void EveryCulture_ReadsTheSame()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
            Read(Layers, Parameters).Macs.ShouldBe(27_648);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("conv1  weight 16×3 Gaussian")]
    [InlineData("conv1  weight 16×3 Normal scale:")]
    [InlineData("conv1  weight 16×3 Normal mean:x")]
    [InlineData("conv1  weight 16×x Zero")]
    [InlineData("conv1  weight Zero")]
    [InlineData("conv1  weight 16 Zero frozen")]
    [InlineData("conv1  weight 16 HeNormal(27)")]
    [InlineData("conv1  weight 16 HeNormal(27→144")]
    [InlineData("conv1")]
    public void AnotherParameterRow_IsRefused(string row) =>
        Should.Throw<FormatException>(() => Read(Layers, "layer  parameters\n" + row)).Message.ShouldContain(row);

    [Theory]
    [InlineData("input1  3×8×8  0  Input(3, 8, 8)")]
    [InlineData("input1  3×8×8  -1  0  Input(3, 8, 8)")]
    [InlineData("input1")]
    public void AnotherLayerRow_IsRefused(string row) =>
        Should.Throw<FormatException>(() => Read($"layer\n{row}\ntotal  3  0  0", Parameters)).Message.ShouldContain(row);

    [Fact]
    public void Totals_MustAgree()
    {
        Should.Throw<FormatException>(() => Read(Layers.Replace("total   16×8×8         448", "total   16×8×8         449", StringComparison.Ordinal), Parameters))
            .Message.ShouldBe("expected totals of 448 and 27648, actual 449 and 27648");
        Should.Throw<FormatException>(() => Read("layer\ninput1  3  0  0  Input(3)", Parameters)).Message.ShouldContain("total");
    }

    private static ModelInfo Read(string layers, string parameters) => ModelTable.Read(
        "Net", [3, 8, 8], [16, 8, 8], layers, parameters, predictionMemory: 1, predictionMemoryUnshared: 2, trainingMemoryPerImage: 3);
}
