using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Losses;

/// <summary>Terms over several outputs of a network, through which their gradients go.</summary>
public sealed class LossSumTests
{
    private static LossSum Make(int batch) => new(
        new GramLoss("first", GramMatrix.Of(Samples.Floats(4 * 36, 7), 4), weight: 400),
        new GramLoss("second", GramMatrix.Of(Samples.Floats(6 * 9, 8), 6), weight: 1000),
        new FeatureLoss("second", Samples.Floats(batch * 6 * 9, 9), weight: 40),
        new TotalVariationLoss("first", weight: 10));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Gradients_AreThoseByDifferences(int batch)
    {
        using MapsNet net = new(3) { Threads = 1 };
        LossSum sum = Make(batch);
        float[] inputs = Samples.Floats(batch * MapsNet.InputSize, 1);
        float[] byInput = new float[inputs.Length];

        double loss = net.InputGradients(inputs, sum.Compute, byInput).Loss;

        loss.ShouldBe(sum.Terms.Sum(t => t.Weight * t.Value), 1e-9);
        byInput.Max(Math.Abs).ShouldBeGreaterThan(0.1f);
        for (int i = 0; i < inputs.Length; i++)
        {
            int at = i;
            Differences.Of(() => net.ComputeGradients(inputs, sum.Compute).Loss, v => inputs[at] = v, inputs[at]).ShouldBe(byInput[i], 2e-3);
        }
    }

    [Fact]
    public void AStep_AllocatesNothing_AndLowersTheLoss()
    {
        using MapsNet net = new(3) { Threads = 1 };
        Adam optimizer = new(0.01f);
        float[] inputs = Samples.Floats(2 * MapsNet.InputSize, 1);
        OutputLoss loss = Make(2).Compute;
        double before = net.TrainStep(inputs, loss, optimizer).Loss;

        Allocations.ShouldBeNone(net, () => net.TrainStep(inputs, loss, optimizer));

        net.TrainStep(inputs, loss, optimizer).Loss.ShouldBeLessThan(before / 2);
    }
}
