using Shouldly;

namespace NetGen.Tests.Losses;

/// <summary>Terms over maps: values and gradients as PyTorch has them.</summary>
public sealed class LossTermTests
{
    public static TheoryData<string, bool, PyTorchFigures> Figures => new()
    {
        { "gram", false, new(0.0391847461259, [-0.000912670732, -0.00122905705, 0.00158304435, 0.00120877843, -0.00130834463], -0.0577291434, 0.000557747631) },
        { "feature", false, new(0.372523716518, [0.000297619048, 0.00416666667, -0.00119047619, 0.00714285714, -0.00803571429], -0.0360119048, 0.00354784492) },
        { "tv1", false, new(1.61282948807, [-0.0134687006, 0.0189958038, 0.0140473162, 0.012046772, -0.019047619], -0.0934080684, 0.0621179932) },
        { "tv1.5", false, new(1.66086855271, [-0.0268614507, 0.0346814597, 0.0188930003, 0.00568050521, -0.0286592127], -0.13309528, 0.131703478) },
        { "tv2", false, new(1.79204799107, [-0.0476190476, 0.056547619, 0.0232142857, 0.00238095238, -0.0416666667], -0.169047619, 0.264051871) },
        { "gram", true, new(0.0356385549432, [-5.87211759e-05, 1.032112e-05, 3.70021919e-06, -1.28120049e-05, -7.23720427e-05], -0.000976210047, 8.79560495e-06) },
        { "feature", true, new(0.381187755138, [7.03828829e-06, 9.8536036e-05, 0.00014428491, 0.000105574324, 0.000112612613], -0.00329039977, 8.5853098e-05) },
        { "tv1", true, new(1.93919463671, [-0.000317490545, 0.000440497959, 0.000273941657, -0.000316996774, -0.00045045045], -0.0323417583, 0.00194451392) },
        { "tv1.5", true, new(2.10582030016, [-0.000661378099, 0.000791802566, 0.000505917648, -0.000505984595, -0.000325453645], -0.0406667134, 0.00480948488) },
        { "tv2", true, new(2.38816753765, [-0.00122466216, 0.00128096847, 0.000830518018, -0.000717905405, -0.000211148649], -0.0525900901, 0.0108267195) },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void ValueAndGradient_AreThoseOfPyTorch(string kind, bool large, PyTorchFigures expected)
    {
        (OutputSet outputs, OutputSet gradients) = Sets(large ? LargeMapNet.Info : SmallMapNet.Info);
        LossTerm term = Make(kind, outputs);

        double value = term.Compute(outputs, gradients);

        double[] found = [.. gradients["output"].ToArray().Select(g => (double)g)];
        double scale = expected.Places.Max(Math.Abs);
        value.ShouldBe(expected.Value, 1e-6 * expected.Value);
        term.Value.ShouldBe(value / term.Weight, 1e-12);
        ((int[])[0, 1, found.Length / 3, found.Length / 2, found.Length - 1]).Select(i => found[i]).ShouldBe(expected.Places, 2e-6 * scale);
        found.Select((g, i) => g * ((i % 7) - 3)).Sum().ShouldBe(expected.Weighed, 1e-5 * Math.Abs(expected.Weighed));
        found.Sum(g => g * g).ShouldBe(expected.Squares, 1e-5 * expected.Squares);
    }

    [Theory]
    [InlineData("gram")]
    [InlineData("feature")]
    [InlineData("tv1")]
    [InlineData("tv2")]
    public void Gradients_AreAddedToWhatIsThere(string kind)
    {
        (OutputSet outputs, OutputSet gradients) = Sets(SmallMapNet.Info);
        LossTerm term = Make(kind, outputs);
        term.Compute(outputs, gradients);
        float[] alone = gradients["output"].ToArray();
        gradients["output"].Fill(2);

        term.Compute(outputs, gradients);

        gradients["output"].ToArray().ShouldBe(alone.Select(g => g + 2), 1e-6);
    }

    [Fact]
    public void GramMatrix_IsThatOfPyTorch()
    {
        float[] matrix = GramMatrix.Of(PyTorchFigures.Values(5 * 3 * 7, 11, 3), 5);

        matrix[..10].ShouldBe(
            [0.057375372f, -0.0236514137f, -0.00326450893f, 0.0175502232f, -0.00262276786f, -0.0236514137f, 0.0706287202f, -0.0103422619f, -0.0163690476f, 0.00375744048f], 1e-7);
        matrix.Length.ShouldBe(25);
        matrix[21].ShouldBe(matrix[9]);
    }

    /// <summary>Every pixel is as its neighbours, so that an exponent under 2 has no gradient.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1.3)]
    [InlineData(2)]
    public void TotalVariation_OfOneColour_IsZero(double exponent)
    {
        (OutputSet outputs, OutputSet gradients) = Sets(SmallMapNet.Info);
        outputs["output"].Fill(0.3f);

        new TotalVariationLoss("output") { Exponent = exponent }.Compute(outputs, gradients).ShouldBe(0);

        gradients["output"].ToArray().ShouldAllBe(g => g == 0);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        (OutputSet outputs, OutputSet gradients) = Sets(SmallMapNet.Info);
        OutputSet features = Sets(MapsNet.Info).Outputs;

        Should.Throw<ArgumentException>(() => new GramLoss("output", new float[8])).Message.ShouldContain("actual 8 values");
        Should.Throw<ArgumentException>(() => new GramLoss("output", [])).ParamName.ShouldBe("target");
        Should.Throw<ArgumentException>(() => new GramLoss("output", new float[16]).Compute(outputs, gradients)).Message.ShouldContain("4 channels, as its target is of, actual (5, 3, 7)");
        Should.Throw<ArgumentException>(() => new GramLoss("output", new float[9]).Compute(features, Sets(MapsNet.Info).Gradients)).Message.ShouldContain("(3)");
        Should.Throw<ArgumentException>(() => new FeatureLoss("output", new float[9]).Compute(outputs, gradients)).Message.ShouldContain("expected 210 targets");
        Should.Throw<ArgumentException>(() => new TotalVariationLoss("output").Compute(features, Sets(MapsNet.Info).Gradients)).Message.ShouldContain("(C, H, W), actual (3)");
        Should.Throw<ArgumentException>(() => new TotalVariationLoss("relu1").Compute(outputs, gradients)).Message.ShouldContain("\"output\"");
        Should.Throw<ArgumentException>(() => new TotalVariationLoss("output").Compute(outputs, features)).ParamName.ShouldBe("gradients");
        gradients.Resize(1);
        Should.Throw<ArgumentException>(() => new TotalVariationLoss("output").Compute(outputs, gradients)).Message.ShouldContain("the 2 samples");
        Should.Throw<ArgumentOutOfRangeException>(() => new TotalVariationLoss("output", double.NaN)).ParamName.ShouldBe("Weight");
        Should.Throw<ArgumentOutOfRangeException>(() => new TotalVariationLoss("output") { Exponent = 0.5 }).Message.ShouldContain("actual 0.5");
        Should.Throw<ArgumentNullException>(() => new TotalVariationLoss(null!)).ParamName.ShouldBe("output");
        Should.Throw<ArgumentNullException>(() => new LossSum(null!)).ParamName.ShouldBe("terms");
        Should.Throw<ArgumentOutOfRangeException>(() => GramMatrix.Of(new float[4], 0)).ParamName.ShouldBe("channels");
        Should.Throw<ArgumentException>(() => GramMatrix.Of(new float[4], 3)).ParamName.ShouldBe("map");
    }

    private static LossTerm Make(string kind, OutputSet outputs)
    {
        TensorInfo shape = outputs.Model.Outputs[0];
        float[] compared = PyTorchFigures.Values(2 * shape.Size, 11, 3);
        return kind switch
        {
            "gram" => new GramLoss("output", GramMatrix.Of(compared.AsSpan(0, shape.Size), shape.Shape[0]), weight: 3),
            "feature" => new FeatureLoss("output", compared, weight: 0.5),
            _ => new TotalVariationLoss("output", weight: 2) { Exponent = double.Parse(kind[2..], System.Globalization.CultureInfo.InvariantCulture) },
        };
    }

    private static (OutputSet Outputs, OutputSet Gradients) Sets(ModelInfo model)
    {
        OutputSet outputs = new(model);
        OutputSet gradients = new(model);
        outputs.Resize(2);
        gradients.Resize(2);
        PyTorchFigures.Values(outputs["output"].Length, 37, 5).CopyTo(outputs["output"]);
        return (outputs, gradients);
    }
}
