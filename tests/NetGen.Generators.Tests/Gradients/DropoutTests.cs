using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Dropout draws anew in each step, so its gradient is held against its own output instead of differences.</summary>
public sealed class DropoutTests
{
    [Theory]
    [InlineData("[Input(1000)] [Dropout(0.2f)]", 0.2)]
    [InlineData("[Input(10, 10, 10)] [Dropout(0.5f)]", 0.5)]
    public void Training_DropsTheShare_ScalesTheRest_AndMasksTheGradient(string declaration, double rate)
    {
        using Model model = Nets.Make(declaration);
        float[] input = [.. Enumerable.Range(1, 4000).Select(i => (float)i)];
        float kept = (float)(1 / (1 - rate));

        float[] outputs = Nets.Forward(model, input);
        float[] gradients = Nets.Backward(model, input);

        gradients.ShouldBe(outputs);
        for (int i = 0; i < outputs.Length; i++)
        {
            (outputs[i] == 0 || Math.Abs((outputs[i] / input[i]) - kept) < 1e-5).ShouldBeTrue();
        }

        // Six deviations of a binomial of 4,000 draws.
        (outputs.Count(v => v == 0) / 4000.0).ShouldBe(rate, 6 * Math.Sqrt(rate * (1 - rate) / 4000));
    }

    [Fact]
    public void Prediction_ChangesNothing()
    {
        float[] input = Nets.Random(40, 1);

        Nets.Predict("[Input(20)] [Dropout(0.9f)]", input).ShouldBe(input);
    }

    [Fact]
    public void RateZero_ChangesNothing()
    {
        float[] input = Nets.Random(20, 1);

        (float[] outputs, float[] gradients) = Nets.Run("[Input(20)] [Dropout(0)]", input, input);

        outputs.ShouldBe(input);
        gradients.ShouldBe(input);
    }

    [Fact]
    public void Draws_DifferByStep_ImageAndLayer_AndRepeatBySeed()
    {
        float[] ones = [.. Enumerable.Repeat(1f, 200)];
        float[] first = Outputs(1, out float[] second);

        Outputs(1, out _).ShouldBe(first);
        Outputs(2, out _).ShouldNotBe(first);
        second.ShouldNotBe(first);
        first[..100].ShouldNotBe(first[100..]);

        using Model two = Nets.Make("[Input(400)] [Dropout(0.5f)] [Dropout(0.5f)]");
        float[] twice = Nets.Forward(two, Enumerable.Repeat(1f, 400).ToArray());

        // Were both layers' draws the same, half would be kept.
        (twice.Count(v => v != 0) / 400.0).ShouldBe(0.25, 0.13);

        float[] Outputs(ulong seed, out float[] next)
        {
            using Model model = Nets.Make("[Input(100)] [Dropout(0.5f)]", seed);
            float[] outputs = Nets.Forward(model, ones);
            next = Nets.Forward(model, ones);
            return outputs;
        }
    }

    [Fact]
    public void BetweenLayers_GradientsFollowTheMask()
    {
        using Model model = Nets.Make("[Input(3)] [Dense(40, Bias = false)] [Dropout(0.5f)]");
        model.Parameters["dense1.weight"].Edit().Fill(1);

        float[] outputs = Nets.Forward(model, 1, 2, 3);
        Nets.Backward(model, Enumerable.Repeat(1f, 40).ToArray());

        // An output is 0 or 12; its weights' gradients are 0 or the scaled inputs.
        for (int unit = 0; unit < 40; unit++)
        {
            model.Parameters["dense1.weight"].Gradient.Slice(unit * 3, 3).ToArray().ShouldBe(outputs[unit] == 0 ? [0, 0, 0] : [2, 4, 6]);
        }
    }
}
