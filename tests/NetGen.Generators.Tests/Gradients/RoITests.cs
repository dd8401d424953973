using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Regions of images. PyTorch's figures are among the golden cases; these are the gradients by differences, and figures worked by hand.</summary>
public sealed class RoITests
{
    private const string Boxes = "[Input(3, 4, Name = \"boxes\")]";

    /// <summary>By the parameters before the regions: boxes have no gradient, and differences of theirs would say otherwise.</summary>
    [Theory]
    [InlineData("RoIAlign(2, 3, \"boxes\")")]
    [InlineData("RoIAlign(1, 1, \"boxes\", Aligned = true, SamplingRatio = 1)")]
    [InlineData("RoIAlign(3, 2, \"boxes\", SpatialScale = 0.5f, SamplingRatio = 4)")]
    [InlineData("RoIPool(2, 3, \"boxes\")")]
    [InlineData("RoIPool(4, 4, \"boxes\", SpatialScale = 0.5f)")]
    public void Gradients_OfWhatIsBeforeThem_AgreeWithDifferences(string layer)
    {
        using Model model = Nets.Make($"[Input(2, 6, 5)] {Boxes} [Conv(17, 3, Pad = 1)] [Tanh] [{layer}]");
        float[] inputs = [.. Nets.Random(60, 1), 0.3f, 0.6f, 3.8f, 4.7f, -2, 1.5f, 2.5f, 9, 4, 4, 4, 4];
        int size = model.Description.OutputSize;
        float[] weights = Nets.Random(size, 2);
        Nets.Forward(model, inputs);
        float[] inputGradients = Nets.Backward(model, weights);
        Parameter weight = model.Parameters["conv1.weight"];
        float[] gradient = weight.Gradient.ToArray();

        inputGradients[60..].ShouldAllBe(g => g == 0);
        for (int i = 0; i < gradient.Length; i += 11)
        {
            double slope = (Sum(1e-3f) - Sum(-1e-3f)) / 2e-3;
            ((double)gradient[i]).ShouldBe(slope, 2e-2 * Math.Max(0.5, Math.Abs(slope)), $"weight {i}");

            double Sum(float step)
            {
                float before = weight.Values[i];
                weight.Edit()[i] = before + step;
                float[] outputs = Nets.Forward(model, inputs);
                Nets.Backward(model, weights);
                weight.Edit()[i] = before;
                return outputs.Zip(weights, (o, w) => (double)o * w).Sum();
            }
        }
    }

    /// <summary>An image that counts by rows, in a box of its four pixels: the mean over 2×2 samples at 1/4 and 3/4 of a cell, of which each is interpolated.</summary>
    [Fact]
    public void Align_InterpolatesAtItsSamples()
    {
        const string Net = "[Input(1, 3, 3)] [Input(1, 4, Name = \"b\")] [RoIAlign(1, 2, \"b\")]";
        float[] image = [0, 1, 2, 10, 11, 12, 20, 21, 22];

        // Cells of 1×2 from (0, 0): samples at x 1/4, 3/4 and 5/4, 7/4, y 1/2 and 3/2: plane in x and y, so the mean is the value at the middle.
        (float[] outputs, float[] gradients) = Nets.Run(Net, [.. image, 0, 0, 2, 2], [1, 0]);

        outputs.ShouldBe([10.5f, 11.5f]);
        // Samples at y 1/2 and 3/2 weigh the rows 1/4, 1/2 and 1/4, those at x 1/4 and 3/4 the first two columns alike.
        gradients[..9].ShouldBe([0.125f, 0.125f, 0, 0.25f, 0.25f, 0, 0.125f, 0.125f, 0]);
        gradients[9..].ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    public void Pool_TakesTheLargest_AndCellsMayShareAPixel()
    {
        const string Net = "[Input(1, 3, 3)] [Input(2, 4, Name = \"b\")] [RoIPool(2, 2, \"b\")]";
        float[] image = [0, 1, 2, 10, 11, 12, 20, 21, 22];

        // 3×3 pixels in 2×2 cells: each has 2×2, the middle one in all. The second box is one pixel, in all cells.
        (float[] outputs, float[] gradients) = Nets.Run(Net, [.. image, 0, 0, 2, 2, 1, 0, 1, 0], [1, 2, 3, 4, 10, 20, 30, 40]);

        outputs.ShouldBe([11, 12, 21, 22, 1, 1, 1, 1]);
        gradients[..9].ShouldBe([0, 100, 0, 0, 1, 2, 0, 3, 4]);
    }

    /// <summary>What is no place gives 0, not a look beyond the image.</summary>
    [Theory]
    [InlineData("RoIAlign(2, 2, \"b\")")]
    [InlineData("RoIPool(2, 2, \"b\")")]
    public void WildBoxes_AreLeftOut(string layer)
    {
        string net = $"[Input(3, 4, 4)] [Input(6, 4, Name = \"b\")] [{layer}]";
        float[] image = [.. Enumerable.Range(1, 48).Select(i => (float)i)];
        float[] boxes =
        [
            float.NaN, 0, 2, 2, float.NaN, float.NaN, float.NaN, float.NaN, 100, 100, 120, 120, -1e30f, -1e30f, 1e30f, 1e30f,
            float.NegativeInfinity, 0, float.PositiveInfinity, 1, 3, 3, -3, -3,
        ];

        (float[] outputs, float[] gradients) = Nets.Run(net, [.. image, .. boxes], [.. Enumerable.Repeat(1f, 6 * 12)]);

        outputs.ShouldAllBe(o => o >= 0 && o <= 48);
        outputs[24..36].ShouldAllBe(o => o == 0);
        gradients.ShouldAllBe(g => float.IsFinite(g));
    }
}
