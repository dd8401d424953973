using Shouldly;

namespace NetGen.Testing.Tests;

/// <summary>The check finds right gradients right, wrong ones wrong, and leaves a model as it was.</summary>
public sealed class GradientCheckTests
{
    [Fact]
    public void RightGradients_AreComparedTensorByTensor()
    {
        IReadOnlyList<GradientComparison> found = GradientCheck.Run<SmallNet>();

        found.Select(f => f.Tensor).ShouldBe(["input", "conv1.weight", "conv1.bias", "dense1.weight", "dense1.bias"]);
        found.Select(f => f.Compared + f.NearKinks).ShouldBe([10, 10, 4, 10, 3]);
        found.ShouldAllBe(f => f.Worst <= 2e-3);
        found.ShouldContain(f => f.Worst > 0);
    }

    [Fact]
    public void OtherLosses_AndNone_AreChecked()
    {
        GradientCheck.Run<NormNet>().Count.ShouldBe(1 + 2 + 2 + 2);
        GradientCheck.Run<OpenNet>().Select(f => f.Tensor).ShouldBe(["input", "dense1.weight", "dense1.bias"]);
    }

    [Fact]
    public void TheModel_IsAfterwardsWhatItWas()
    {
        using NormNet model = new(seed: 3);
        float[][] before = [.. model.Parameters.Select(p => p.Values.ToArray())];

        GradientCheck.Run(model);

        for (int p = 0; p < before.Length; p++)
        {
            model.Parameters[p].Values.ToArray().ShouldBe(before[p], model.Parameters[p].Path);
        }
    }

    /// <summary>No float is as exact as this, so every gradient is wrong; the parameters are put back all the same.</summary>
    [Fact]
    public void AWrongGradient_IsNamed()
    {
        using OpenNet model = new(seed: 3);
        float[] before = model.Parameters[0].Values.ToArray();

        GradientMismatchException wrong = Should.Throw<GradientMismatchException>(() => GradientCheck.Run(model, new GradientCheckOptions { Tolerance = 1e-5, Step = 0.5f }));

        wrong.Message.ShouldMatch(@"^(The gradient by input\[\d\] is \S+, but the difference of the function is \S+: \S+ of the largest gradient apart, where 1E-05 is allowed\.|Only \d of 10 values of input are away from kinks.*)$");
        model.Parameters[0].Values.ToArray().ShouldBe(before);
    }

    [Fact]
    public void NothingButKinks_IsNoSuccess() =>
        Should.Throw<GradientMismatchException>(() => GradientCheck.Run<KinkedNet>(new GradientCheckOptions { Step = 2, Tolerance = 1e-4 })).Message.ShouldContain("away from kinks");

    [Theory]
    [InlineData("Batch", 0, 1, 1, 1, 1, 1)]
    [InlineData("Coordinates", 1, 0, 1, 1, 1, 1)]
    [InlineData("Step", 1, 1, 0, 1, 1, 1)]
    [InlineData("Tolerance", 1, 1, 1, double.NaN, 1, 1)]
    [InlineData("Floor", 1, 1, 1, 1, -1, 1)]
    [InlineData("Jitter", 1, 1, 1, 1, 1, double.PositiveInfinity)]
    public void SettingsWithoutSense_AreRefused(string name, int batch, int coordinates, float step, double tolerance, double floor, double jitter)
    {
        GradientCheckOptions options = new() { Batch = batch, Coordinates = coordinates, Step = step, Tolerance = tolerance, Floor = floor, Jitter = (float)jitter };

        Should.Throw<ArgumentOutOfRangeException>(() => GradientCheck.Run<OpenNet>(options)).ParamName.ShouldBe(name);
    }
}
