using NetGen.Generators.IR;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>A prediction whose first layers take few images at a time, and its last ones many.</summary>
public sealed class SegmentTests
{
    private const string Layers = """
        [Input(3, 96, 96)] [Conv(32, 3, Pad = 1)] [ReLU, Tag("early")] [Conv(32, 3, Pad = 1)] [ReLU] [MaxPool(8)]
        [Conv(64, 3, Pad = 1)] [ReLU, Tag("late")] [Flatten] [Dense(256)] [ReLU] [Dense(5)]
        """;

    [Fact]
    public void Prediction_HasSegments()
    {
        Plan plan = Compiler.Compile(Models.Parse(Sources.Net(Layers))).Plan.ShouldNotBeNull().Predict;

        plan.Segments.Count.ShouldBeGreaterThan(1);
        plan.Segments[0].ShouldBeLessThan(plan.Chunk);
        plan.Phases.Single().Calls.Select(c => c.Segment).ShouldBeInOrder();
    }

    /// <summary>Also where the last turn of a segment has fewer images, and at both tags: one that a segment with turns hands out, and one behind it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(33)]
    public void EachImage_IsPredictedAsItIsAlone(int batch)
    {
        using Model model = Nets.Make(Layers);
        int size = model.Description.InputSize;
        float[] images = Nets.Random(batch * size, 3);
        float[] outputs = Nets.Predict(model, images);
        float[] early = Features(model, "early", images);
        float[] late = Features(model, "late", images);
        for (int i = 0; i < batch; i += Math.Max(1, batch - 1))
        {
            float[] image = images[(i * size)..((i + 1) * size)];
            Nets.Predict(model, image).ShouldBe(outputs[(i * 5)..((i + 1) * 5)]);
            Features(model, "early", image).AsSpan().SequenceEqual(early.AsSpan(i * early.Length / batch, early.Length / batch)).ShouldBeTrue();
            Features(model, "late", image).AsSpan().SequenceEqual(late.AsSpan(i * late.Length / batch, late.Length / batch)).ShouldBeTrue();
        }
    }

    private static float[] Features(Model model, string tag, float[] images)
    {
        int count = images.Length / model.Description.InputSize;
        float[] values = new float[count * model.Description.Tags.Single(t => t.Name == tag).Size];
        model.Features(tag, images, values);
        return values;
    }
}
