using Shouldly;

namespace NetGen.Tests.Models;

public sealed class InitializeTests
{
    [Fact]
    public void Dirac_PassesChannelsOn_AndLeavesOtherFilters()
    {
        Parameter weight = Weight(3, 2, 3, 3);
        weight.Edit().Fill(7);

        Initialize.Dirac(weight);

        float[] expected = new float[54];
        expected[4] = expected[18 + 9 + 4] = 1;
        Array.Fill(expected, 7, 36, 18);
        weight.Values.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Dirac_WithFewerFiltersThanChannels_PassesTheFirstOnes()
    {
        Parameter weight = Weight(1, 3, 2, 2);
        weight.Edit().Fill(7);

        Initialize.Dirac(weight);

        weight.Values.ToArray().ShouldBe([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>The four taps of a factor of 2 are 1/4, 3/4, 3/4, 1/4, the three of it 1/2, 1, 1/2 (worked by hand), and each channel goes to its own filter.</summary>
    [Fact]
    public void Bilinear_GivesEachChannelTheTentOfItsKernel()
    {
        Parameter weight = Weight(2, 3, 4, 3);
        weight.Edit().Fill(7);

        Initialize.Bilinear(weight);

        float[] tent = [0.125f, 0.25f, 0.125f, 0.375f, 0.75f, 0.375f, 0.375f, 0.75f, 0.375f, 0.125f, 0.25f, 0.125f];
        float[] none = new float[12];
        weight.Values.ToArray().ShouldBe([.. tent, .. none, .. none, .. none, .. tent, .. none]);
    }

    [Fact]
    public void Bilinear_WithOneFilterAGroup_GivesEachChannelItsOwn()
    {
        Parameter weight = Weight(2, 1, 1, 4);

        Initialize.Bilinear(weight);

        weight.Values.ToArray().ShouldBe([0.25f, 0.75f, 0.75f, 0.25f, 0.25f, 0.75f, 0.75f, 0.25f]);
    }

    /// <summary>Outputs of the filters over all patches, by plain loops, are uncorrelated and of variance 1.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whiten_MakesOutputsUncorrelated(int signs)
    {
        TensorDataset images = Correlated(40);
        Parameter weight = Weight(signs * 8, 2, 2, 2);

        Initialize.Whiten(weight, images, epsilon: 0);

        float[] w = weight.Values.ToArray();
        double[][] outputs = [.. Enumerable.Range(0, signs * 8).Select(filter => Patches(images).Select(patch => patch.Select((v, i) => v * (double)w[(filter * 8) + i]).Sum()).ToArray())];
        for (int i = 0; i < 8; i++)
        {
            double mean = outputs[i].Average();
            for (int j = 0; j <= i; j++)
            {
                double other = outputs[j].Average();
                outputs[i].Zip(outputs[j], (a, b) => (a - mean) * (b - other)).Average().ShouldBe(i == j ? 1 : 0, 1e-4);
            }

            // The greatest spread comes first, so filters grow.
            Norm(i).ShouldBeGreaterThanOrEqualTo(i == 0 ? 0 : Norm(i - 1));
            if (signs == 2)
            {
                w.AsSpan((8 + i) * 8, 8).ToArray().ShouldBe(w.AsSpan(i * 8, 8).ToArray().Select(v => -v));
            }
        }

        double Norm(int filter) => w.AsSpan(filter * 8, 8).ToArray().Sum(v => (double)v * v);
    }

    /// <summary>One value a patch: variance (1 + 9 + 25 + 49) / 4 - 16 = 5, and 11 are added.</summary>
    [Fact]
    public void Whiten_AddsEpsilonToTheVariance()
    {
        Parameter weight = Weight(2, 1, 1, 1);

        Initialize.Whiten(weight, new TensorDataset([1, 2, 2], [1, 3, 5, 7], [0]), epsilon: 11);

        Math.Abs(weight.Values[0]).ShouldBe(0.25f, 1e-6);
        weight.Values[1].ShouldBe(-weight.Values[0]);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        TensorDataset images = Correlated(2);
        Should.Throw<ArgumentException>(() => Initialize.Whiten(Weight(9, 2, 2, 2), images)).Message.ShouldStartWith("expected 8 or 16 filters for patches of 2 × 2 × 2 values, actual 9");
        Should.Throw<ArgumentException>(() => Initialize.Whiten(Weight(12, 3, 2, 2), images)).Message.ShouldStartWith("expected images of 3 channels and at least 2 × 2 pixels, actual (2, 5, 4)");
        Should.Throw<ArgumentException>(() => Initialize.Whiten(Weight(60, 2, 6, 5), images)).ParamName.ShouldBe("images");
        Should.Throw<ArgumentException>(() => Initialize.Whiten(Weight(8, 2, 2, 2), images.Slice(0, 0))).Message.ShouldStartWith("expected one image or more");
        Should.Throw<ArgumentOutOfRangeException>(() => Initialize.Whiten(Weight(8, 2, 2, 2), images, -1)).ParamName.ShouldBe("epsilon");
        Should.Throw<ArgumentOutOfRangeException>(() => Initialize.Whiten(Weight(4, 1, 2, 2), new TensorDataset([1, 2, 2], [1, 1, 1, 1], [0]), 0)).ParamName.ShouldBe("epsilon");
        Should.Throw<ArgumentException>(() => Initialize.Dirac(new ParameterSet([new ParameterInfo("dense1.bias", [4], true, Initialization.Zero, 0, 0)])[0]))
            .Message.ShouldStartWith("expected a convolution's weight, which has four dimensions, actual dense1.bias (4)");
    }

    private static Parameter Weight(params int[] shape) => new ParameterSet([new ParameterInfo("conv1.weight", shape, true, Initialization.Zero, 0, 0)])[0];

    /// <summary>Images whose neighbours and channels have much in common, of a mean that is not zero.</summary>
    private static TensorDataset Correlated(int count)
    {
        RandomSource random = new(5);
        float[] inputs = new float[count * 40];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (0.7f * (i % 20 == 0 ? 1 : inputs[i - 1])) + random.NextSingle();
        }

        return new TensorDataset([2, 5, 4], inputs, new int[count]);
    }

    private static IEnumerable<float[]> Patches(TensorDataset images)
    {
        float[] image = new float[40];
        for (int index = 0; index < images.Count; index++)
        {
            images.CopyInput(index, image);
            for (int row = 0; row < 4; row++)
            {
                for (int column = 0; column < 3; column++)
                {
                    yield return [.. from c in Enumerable.Range(0, 2) from y in Enumerable.Range(0, 2) from x in Enumerable.Range(0, 2) select image[(c * 20) + ((row + y) * 4) + column + x]];
                }
            }
        }
    }
}
