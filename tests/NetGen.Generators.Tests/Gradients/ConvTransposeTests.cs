using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ConvTransposeTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [ConvTranspose(4, 3)]")]
    [InlineData("[Input(17, 3, 3)] [ConvTranspose(18, 2, Stride = 2)]")]
    [InlineData("[Input(3, 4, 5)] [ConvTranspose(6, 3, Stride = 2, Pad = 1, OutputPad = 1)]")]
    [InlineData("[Input(3, 3, 4)] [ConvTranspose(5, 2, StrideH = 3, StrideW = 2, Bias = false)]")]
    [InlineData("[Input(4, 4, 4)] [ConvTranspose(5, 3, Stride = 2, Dilation = 2, Pad = 1)]")]
    [InlineData("[Input(6, 3, 3)] [ConvTranspose(9, 3, Stride = 2, Groups = 3)]")]
    [InlineData("[Input(2, 6, 6)] [Conv(7, 3, Stride = 2)] [ReLU] [ConvTranspose(3, 4, Stride = 2, Pad = 1)] [Conv(2, 3, Pad = 1)]")]
    [InlineData("[Input(1, 1, 1)] [ConvTranspose(1, 1)]")]
    [InlineData("[Input(3, 2, 2)] [ConvTranspose(2, 10, Stride = 5, Pad = 2)]")]
    [InlineData("[Input(16, 2, 2)] [ConvTranspose(5, 2, Stride = 5, Pad = 1, OutputPad = 3)]")]
    [InlineData("[Input(6, 4, 5)] [ConvTranspose(1, 4, Stride = 2, Pad = 1, Bias = false)] [LeakyReLU]")]
    [InlineData("[Input(16, 3, 3)] [ConvTranspose(9, 3, StrideH = 4, StrideW = 1, Pad = 1)]")]
    [InlineData("[Input(3, 11, 9)] [Conv(5, 7, Stride = 2, Pad = 3)] [ConvTranspose(2, 2)]")]
    [InlineData("[Input(2, 15, 15)] [Conv(3, 1)] [Conv(4, 5, Stride = 5)] [Flatten] [Dense(3)]")]
    [InlineData("[Input(2, 15, 15)] [Conv(3, 1)] [Conv(2, 7, Stride = 6, Connections = \"0,1; 2\")] [Flatten] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void EachPixel_PaintsTheKernel()
    {
        using Model model = Nets.Make("[Input(1, 1, 2)] [ConvTranspose(1, 1, 3, StrideW = 2)]");
        new float[] { 2, 3, 5 }.CopyTo(model.Parameters["convtranspose1.weight"].Edit());
        model.Parameters["convtranspose1.bias"].Edit()[0] = 100;

        Nets.Predict(model, 1, 10).ShouldBe([102, 103, 125, 130, 150]);
        Nets.Forward(model, 1, 10).ShouldBe([102, 103, 125, 130, 150]);

        // Back, a pixel gathers what it painted: 2·1 + 3·2 + 5·3 and 2·3 + 3·4 + 5·5.
        Nets.Backward(model, 1, 2, 3, 4, 5).ShouldBe([23, 43]);
        model.Parameters["convtranspose1.weight"].Gradient.ToArray().ShouldBe([31, 42, 53]);
        model.Parameters["convtranspose1.bias"].Gradient.ToArray().ShouldBe([15]);
    }

    /// <summary>The same bits whatever the threads that share the rows of an image: more of them than rows as well, and for the gradient by an image.</summary>
    [Theory]
    [InlineData("[Input(32, 24, 24)] [ConvTranspose(3, 5, Stride = 2, Pad = 2, OutputPad = 1)] [ReLU]")]
    [InlineData("[Input(256, 2, 40)] [ConvTranspose(2, 3, Pad = 1)]")]
    [InlineData("[Input(32, 5, 40)] [ConvTranspose(1, 9, StrideH = 12, PadH = 3)]")]
    [InlineData("[Input(3, 64, 64)] [Conv(32, 7, Stride = 2, Pad = 3)]")]
    public void Bits_AreTheSameForAnyThreads(string declaration)
    {
        using Model one = Nets.Make(declaration);
        float[] inputs = Nets.Random(2 * one.Description.InputSize, 3);
        float[] gradients = Nets.Random(2 * one.Description.OutputSize, 4);
        float[] predicted = Nets.Predict(one, inputs[..one.Description.InputSize]);
        float[] outputs = Nets.Forward(one, inputs);
        float[] byInputs = Nets.Backward(one, gradients);
        outputs[..predicted.Length].ShouldBe(predicted);
        foreach (int threads in new[] { 2, 3, 8 })
        {
            using Model model = Nets.Make(declaration);
            model.Threads = threads;
            Nets.Predict(model, inputs[..one.Description.InputSize]).ShouldBe(predicted);
            Nets.Forward(model, inputs).ShouldBe(outputs);
            Nets.Backward(model, gradients).ShouldBe(byInputs);
        }
    }

    [Fact]
    public void OutputPad_AddsBelowAndAtTheRight()
    {
        using Model model = Nets.Make("[Input(1, 1, 2)] [ConvTranspose(1, 1, Stride = 2, OutputPad = 1)]");
        model.Parameters["convtranspose1.weight"].Edit()[0] = 3;
        model.Parameters["convtranspose1.bias"].Edit()[0] = 1;

        Nets.Predict(model, 1, 2).ShouldBe([4, 1, 7, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public void Weight_HasTheInputsChannelsFirst()
    {
        using Model model = Nets.Make("[Input(4, 1, 1)] [ConvTranspose(6, 3, 2, Groups = 2)]");

        model.Parameters["convtranspose1.weight"].Shape.ShouldBe([4, 3, 3, 2]);
        model.Parameters["convtranspose1.bias"].Shape.ShouldBe([6]);
    }
}
