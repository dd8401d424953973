using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Predictions whose convolutions add a shortcut to what they write.</summary>
public sealed class SumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sums_HaveTheBitsOfSumsByThemselves(int threads)
    {
        using SumNet fused = new(3) { Threads = threads };
        using TaggedSumNet apart = new(4) { Threads = 1 };
        foreach ((Parameter from, Parameter to) in fused.Parameters.Zip(apart.Parameters))
        {
            from.Values.CopyTo(to.Edit());
        }

        foreach (int batch in (int[])[1, 2, 7])
        {
            float[] inputs = Samples.Floats(batch * SumNet.InputSize, 8);
            float[] expected = new float[batch * SumNet.OutputSize];
            float[] outputs = new float[expected.Length];
            apart.Predict(inputs, expected);
            fused.Predict(inputs, outputs);
            Samples.Bits(outputs).ShouldBe(Samples.Bits(expected));
        }
    }

    [Fact]
    public void Tags_OfShortcuts_AreTheSame()
    {
        using SumNet fused = new(3);
        using TaggedSumNet apart = new(3);
        float[] inputs = Samples.Floats(SumNet.InputSize, 8);
        foreach (TensorInfo tag in SumNet.Info.Tags)
        {
            float[] expected = new float[tag.Size];
            float[] values = new float[tag.Size];
            apart.Features(tag.Name, inputs, expected);
            fused.Features(tag.Name, inputs, values);
            Samples.Bits(values).AsSpan().SequenceEqual(Samples.Bits(expected)).ShouldBeTrue(tag.Name);
        }
    }
}
