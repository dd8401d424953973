using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>
/// Every network of the zoo predicts, and its loss falls over 20 steps on one repeated batch, or over 10 where weights are many. Those of many weights are a class of their own (<see cref="LargeLearningTests"/>): the two run side by side,
/// so that the JIT, which is most of the work and has one thread a network, has both cores of a small machine, and never two of the largest are in memory at once.
/// </summary>
public class LearningTests
{
    private const int Steps = 20;
    private const int StepsOfLarge = 10;

    /// <summary>Where so many weights move at once, one image and half the steps are work enough.</summary>
    internal const long Large = 40_000_000;

    private const int Deep = 2000;

    /// <summary>Below it, networks take larger steps.</summary>
    private const long Small = 2_000_000;

    /// <summary>
    /// 1202 layers of batch norm without shortcuts: the gradient grows by some 20 % a layer on its way back (Yang et al. 2019, "A Mean Field
    /// Theory of Batch Normalization"), which by the first layer is more than a float holds. No recipe trains it.
    /// </summary>
    private const string Hopeless = "CIFAR plain-1202";

    public static TheoryData<string> Names => [.. Networks.All.Where(n => n.Describe().ParameterCount <= Large && n.Name != Hopeless).Select(n => n.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_FallsOnARepeatedBatch(string name) => LossFalls(name);

    internal static void LossFalls(string name)
    {
        using Model model = Zoo.Find(name).Create(1);
        ModelInfo info = model.Description;
        Random random = new(7);
        int batch = info.ParameterCount > Large ? 1 : 2;
        float[] images = [.. Enumerable.Range(0, batch * info.InputSize).Select(_ => (2 * random.NextSingle()) - 1)];
        int[] labels = [.. Enumerable.Range(0, batch).Select(_ => random.Next(info.OutputSize))];

        float[] before = new float[batch * info.OutputSize];
        model.Predict(images, before);

        // Before the first step batch norms divide by the deviation 1 they start with, so that every block of a residual network doubles the
        // variance: 2^600 is more than a float holds.
        if (info.Layers.Count < Deep)
        {
            before.ShouldAllBe(y => float.IsFinite(y));
            before.Distinct().Count().ShouldBeGreaterThan(1);
        }

        Adam optimizer = new(info.ParameterCount > Small ? 1e-4f : 1e-3f);
        double[] losses = [.. Enumerable.Range(0, info.ParameterCount > Large ? StepsOfLarge : Steps).Select(_ => model.TrainStep(images, labels, optimizer).Loss)];
        losses.ShouldAllBe(l => double.IsFinite(l));

        // Dropout makes single steps noisy.
        losses.TakeLast(4).Average().ShouldBeLessThan(0.95 * losses.Take(4).Average(), string.Join(" ", losses.Select(l => l.ToString("F3"))));

        float[] after = new float[before.Length];
        model.Predict(images, after);
        after.ShouldAllBe(y => float.IsFinite(y));
        after.ShouldNotBe(before);
    }

    [Fact]
    public void PlainNetworkOf1202Layers_PredictsAndHasALoss()
    {
        using Model model = Zoo.Find(Hopeless).Create(1);
        float[] image = [.. Enumerable.Range(0, model.Description.InputSize).Select(i => MathF.Sin(i))];
        float[] output = new float[model.Description.OutputSize];
        model.Predict(image, output);
        output.ShouldAllBe(y => float.IsFinite(y));
        model.ComputeGradients(image, [3]).Loss.ShouldBeInRange(0.1, 100);
    }

    [Fact]
    public void Names_AreUnique() => Networks.All.Select(n => n.Name).ShouldBeUnique();
}
