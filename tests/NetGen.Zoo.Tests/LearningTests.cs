using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>Every network of the zoo predicts, and its loss falls over 20 steps on one repeated batch.</summary>
public class LearningTests
{
    private const int Steps = 20;

    /// <summary>Where so many weights move at once, one image is work enough.</summary>
    private const long Large = 40_000_000;

    public static TheoryData<string> Names => [.. Networks.All.Select(n => n.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_FallsOnARepeatedBatch(string name)
    {
        using Model model = Zoo.Find(name).Create(1);
        ModelInfo info = model.Description;
        Random random = new(7);
        int batch = info.ParameterCount > Large ? 1 : 2;
        float[] images = [.. Enumerable.Range(0, batch * info.InputSize).Select(_ => (2 * random.NextSingle()) - 1)];
        int[] labels = [.. Enumerable.Range(0, batch).Select(_ => random.Next(info.OutputSize))];

        float[] before = new float[batch * info.OutputSize];
        model.Predict(images, before);
        before.ShouldAllBe(y => float.IsFinite(y));
        before.Distinct().Count().ShouldBeGreaterThan(1);

        Adam optimizer = new(learningRate: 1e-4f);
        double[] losses = [.. Enumerable.Range(0, Steps).Select(_ => model.TrainStep(images, labels, optimizer).Loss)];
        losses.ShouldAllBe(l => double.IsFinite(l));

        // Dropout makes single steps noisy.
        losses.TakeLast(4).Average().ShouldBeLessThan(0.95 * losses.Take(4).Average(), string.Join(" ", losses.Select(l => l.ToString("F3"))));

        float[] after = new float[before.Length];
        model.Predict(images, after);
        after.ShouldAllBe(y => float.IsFinite(y));
        after.ShouldNotBe(before);
    }

    [Fact]
    public void Names_AreUnique() => Networks.All.Select(n => n.Name).ShouldBeUnique();
}
