using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Borders of the image's own pixels.</summary>
public sealed class EdgePadTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [ReflectionPad(2)]")]
    [InlineData("[Input(17, 4, 3)] [ReplicationPad(3)]")]
    [InlineData("[Input(3, 4, 4)] [ReflectionPad(0)] [Conv(3, 1)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3)] [ReflectionPad(1)] [Conv(4, 3)]")]
    [InlineData("[Input(3, 5, 5)] [ReplicationPad(1)] [Conv(6, 3)] [Tanh] [ReplicationPad(2)] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Reflection_LeavesTheEdgeOut()
    {
        (float[] outputs, float[] gradients) = Nets.Run(
            "[Input(1, 3, 3)] [ReflectionPad(2)] [Crop(0)]",
            [1, 2, 3, 4, 5, 6, 7, 8, 9],
            [.. Enumerable.Range(0, 49).Select(i => i / 7 == 2 ? 1f : 0)]);

        // The place of the image's first row is the third of seven; the rows above are its mirrored third and second.
        outputs[..7].ShouldBe([9, 8, 7, 8, 9, 8, 7]);
        outputs[14..21].ShouldBe([3, 2, 1, 2, 3, 2, 1]);
        outputs[42..].ShouldBe([3, 2, 1, 2, 3, 2, 1]);
        gradients.ShouldBe([2, 3, 2, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Replication_RepeatsTheEdge()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 3)] [ReplicationPad(2)]", [1, 2, 3], [.. Enumerable.Repeat(1f, 35)]);

        outputs.ShouldBe([.. Enumerable.Repeat(new float[] { 1, 1, 1, 2, 3, 3, 3 }, 5).SelectMany(row => row)]);
        gradients.ShouldBe([15, 5, 15]);
    }
}
