using NetGen.Generators.Emission;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Phases of networks whose images never wait for each other: each ends where gradients are whole that are worth sending.</summary>
public sealed class GradientCutsTests
{
    private const string Loss = " [Dense(2)] [SoftmaxCrossEntropy]";

    /// <summary>900,000 and 600,000 weights in dense layers, then a convolution of a few: each is whole in its own phase.</summary>
    [Fact]
    public void EachHalf_EndsAPhase()
    {
        Plan plan = Networks.Plan("[Input(1, 8, 8)] [Conv(16, 3, Pad = 1)] [ReLU] [MaxPool(2)] [Flatten] [Dense(2400)] [ReLU] [Dense(400)]" + Loss).Train;

        plan.Phases.Select(p => (p.Forward, p.Backward, p.GoesOn)).ShouldBe([(true, true, true), (false, true, true), (false, true, false)]);
        plan.Streams.ShouldBeTrue();
        GradientPhases phases = new(plan);
        Enumerable.Range(0, 8).Select(phases.Of).ShouldBe([2, 2, 1, 1, 0, 0, 0, 0]);
        phases.BatchCalls.ShouldBe([0, 1]);
    }

    /// <summary>Too few weights for a message, or fewer than are left to come, all weights in the last layer that has any, and a batch norm, which ends phases itself.</summary>
    [Theory]
    [InlineData("[Input(1, 8, 8)] [Conv(16, 3, Pad = 1)] [Flatten] [Dense(60)]" + Loss, 1)]
    [InlineData("[Input(1000)] [ReLU] [Dense(1000)]" + Loss, 1)]
    [InlineData("[Input(1000)] [Dense(1000)] [ReLU] [Dense(300)]" + Loss, 1)]
    [InlineData("[Input(1000)] [Dense(1000, Share = \"a\")] [ReLU] [Dense(1000, Share = \"a\")]" + Loss, 1)]
    [InlineData("[Input(1000)] [Dense(1000)] [ReLU] [Dense(1000)] [ReLU]", 2)]
    public void Phases_AreFew(string layers, int phases) => Networks.Plan(layers).Train.Phases.Count.ShouldBe(phases);

    [Fact]
    public void BatchNorms_EndPhasesThemselves()
    {
        Plan plan = Networks.Plan("[Input(1000)] [Dense(1000)] [BatchNorm] [ReLU] [Dense(1000)]" + Loss).Train;

        plan.Phases.ShouldAllBe(p => !p.GoesOn);
        plan.Streams.ShouldBeFalse();
        new GradientPhases(plan).BatchCalls.ShouldBe([1, 2]);
    }

    [Fact]
    public void Gradients_AgreeWithDifferences() => GradientCheck.Check("[Input(1, 4, 4)] [Conv(8, 3, Pad = 1)] [Sigmoid] [Flatten] [Dense(1100)] [Tanh] [Dense(130)]" + Loss, batch: 3, tolerance: 5e-3);
}
