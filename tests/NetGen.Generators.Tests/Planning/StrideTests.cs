using NetGen.Generators.IR;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Gradients by the input of convolutions that jump over pixels.</summary>
public sealed class StrideTests
{
    /// <summary>Pixels that no tap reaches are zeroed once, before those that some reach are computed.</summary>
    [Theory]
    [InlineData("16, 1, Stride = 2", 1)]
    [InlineData("16, 1, StrideH = 1, StrideW = 3", 1)]
    [InlineData("16, 2, Stride = 3", 4)]
    public void PixelsWithoutTaps_AreZeroedOnce(string conv, int products)
    {
        KernelCall[] calls = InputGradients(conv);

        calls[0].Kernel.ShouldBeOfType<ClearPixelsKernel>();
        calls.Skip(1).Select(c => c.Kernel.GetType()).ShouldBe(Enumerable.Repeat(typeof(ConvolutionKernel), products));
    }

    [Theory]
    [InlineData("16, 1")]
    [InlineData("16, 2, Stride = 2")]
    [InlineData("16, 3, Stride = 2, Pad = 1")]
    public void WhereTapsReachAllPixels_NothingIsZeroed(string conv) => InputGradients(conv).ShouldAllBe(c => c.Kernel is ConvolutionKernel);

    private static KernelCall[] InputGradients(string conv)
    {
        Plan plan = Networks.Plan($"[Input(4, 9, 9)] [Conv(16, 1)] [ReLU] [Conv({conv})]").Train;
        KernelCall[] fromThere = [.. plan.Phases.SelectMany(p => p.Calls).SkipWhile(c => c.Note.Purpose != Purpose.InputGradient)];
        return [.. fromThere.Take(1), .. fromThere.Skip(1).TakeWhile(c => c.Note == CallNote.Continued)];
    }
}
