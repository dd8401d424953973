using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ConvTests
{
    [Theory]
    [InlineData("[Input(3, 6, 5)] [Conv(5, 3, Pad = 1)]")]
    [InlineData("[Input(17, 4, 4)] [Conv(33, 1)]")]
    [InlineData("[Input(4, 7, 8)] [Conv(18, 3, Stride = 2, Pad = 1)]")]
    [InlineData("[Input(4, 9, 9)] [Conv(6, 3, Dilation = 2, Bias = false)]")]
    [InlineData("[Input(8, 5, 6)] [Conv(12, 3, Pad = 1, Groups = 4)]")]
    [InlineData("[Input(2, 9, 4)] [Conv(7, 5, 2, StrideH = 3, PadW = 1)]")]
    [InlineData("[Input(6, 5, 5)] [Conv(8, 3, Pad = 1)] [ReLU] [Conv(4, 3)]")]
    [InlineData("[Input(1, 1, 1)] [Conv(1, 1)]")]
    [InlineData("[Input(3, 1, 1)] [Conv(4, 3, Pad = 1)]")]
    [InlineData("[Input(2, 3, 3)] [Conv(3, 1, Pad = 1)]")]
    [InlineData("[Input(3, 5, 4)] [Conv(4, 3, Pad = 1, Connections = \"0,1; 2; 0,1,2; 1,2\")]")]
    [InlineData("[Input(4, 5, 5)] [Conv(2, 3, Stride = 2, Connections = \"0,3; 1,3\")] [ReLU] [Conv(3, 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Kernel_IsCorrelated_NotTurned()
    {
        using Model model = Nets.Make("[Input(1, 1, 4)] [Conv(1, 1, 2)]");
        new float[] { 10, 1 }.CopyTo(model.Parameters["conv1.weight"].Edit());
        model.Parameters["conv1.bias"].Edit()[0] = 0.5f;

        Nets.Predict(model, 1, 2, 3, 4).ShouldBe([12.5f, 23.5f, 34.5f]);
    }

    [Fact]
    public void Groups_ReadTheirOwnChannels()
    {
        using Model model = Nets.Make("[Input(4, 1, 1)] [Conv(2, 1, Groups = 2, Bias = false)]");
        new float[] { 1, 10, 100, 1000 }.CopyTo(model.Parameters["conv1.weight"].Edit());

        model.Parameters["conv1.weight"].Shape.ShouldBe([2, 2, 1, 1]);
        Nets.Predict(model, 1, 2, 3, 4).ShouldBe([21, 4300]);
    }

    [Fact]
    public void Connections_StartAtZero_HaveNoGradient_AndNoEffect_WhereThereAreNone()
    {
        using Model model = Nets.Make("[Input(3, 2, 1)] [Conv(2, 1, Bias = false, Connections = \"2,0; 1\")]", 5);
        Parameter weight = model.Parameters["conv1.weight"];
        bool[] connected = [true, false, true, false, true, false];

        weight.Shape.ShouldBe([2, 3, 1, 1]);
        weight.Values.ToArray().Select(v => v != 0).ShouldBe(connected);

        new float[] { 1, float.NaN, 100, 7, 10, 7 }.CopyTo(weight.Edit());
        Nets.Predict(model, 1, 2, 3, 4, 5, 6).ShouldBe([501, 602, 30, 40]);
        Nets.Forward(model, 1, 2, 3, 4, 5, 6).ShouldBe([501, 602, 30, 40]);
        Nets.Backward(model, 1, 0, 0, 2).ShouldBe([1, 0, 0, 20, 100, 0]);
        weight.Gradient.ToArray().ShouldBe([1, 0, 5, 0, 8, 0]);
    }

    [Fact]
    public void Connections_AreWhatIsCounted()
    {
        using Model model = Nets.Make("[Input(3, 6, 5)] [Conv(2, 3, Connections = \"0,2;\\n 1,2,0\")] [ReLU]");
        LayerInfo conv = model.Description.Layers[1];

        conv.ParameterCount.ShouldBe((5 * 9) + 2);
        conv.Macs.ShouldBe(5 * 9 * 4 * 3);
        model.Description.ParameterCount.ShouldBe(47);
        model.Parameters.TrainableCount.ShouldBe((2 * 3 * 9) + 2);

        // 5 connections over 2 filters are 3, over 3 channels 2, on average and rounded.
        ParameterInfo weight = model.Description.Parameters[0];
        (weight.Connections, weight.FanIn, weight.FanOut).ShouldBe(("101 111", 27, 18));
    }

    [Fact]
    public void WideImage_OfOneRow_IsConvolved()
    {
        using Model model = Nets.Make("[Input(1, 1, 301)] [Conv(1, 3, Pad = 1, Bias = false)]");
        Span<float> weight = model.Parameters["conv1.weight"].Edit();
        weight.Fill(1000);
        weight.Slice(3, 3).Fill(1);
        float[] ones = new float[301];
        ones.AsSpan().Fill(1);

        float[] outputs = Nets.Predict(model, ones);

        outputs[0].ShouldBe(2);
        outputs[300].ShouldBe(2);
        outputs[1..300].ShouldAllBe(v => v == 3);
    }
}
