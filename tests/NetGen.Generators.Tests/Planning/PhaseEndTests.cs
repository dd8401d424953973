using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Gradients by many weights, which are summed over the whole batch at the end of a phase instead of by each shard.</summary>
public sealed class PhaseEndTests
{
    private const string Norm = "[BatchNorm] [ReLU] ";

    [Theory]
    [InlineData("[Input(96, 6, 6)] [Conv(128, 3, Pad = 1)] " + Norm, "WinogradWeightGradient4x4")]
    [InlineData("[Input(96, 6, 6)] [Conv(128, 3, Stride = 2)] " + Norm, "ConvWeightGradient3x3")]
    [InlineData("[Input(400, 6, 6)] [Conv(256, 1)] " + Norm, "ConvWeightGradient1x1")]
    [InlineData("[Input(400, 6, 6)] [Conv(256, 1)]", "ConvWeightGradient1x1")]
    public void ManyWeights_AreSummedOverTheBatch(string layers, string kernel)
    {
        Plan plan = Networks.Plan(layers).Train;

        plan.PhaseEndCalls.ShouldHaveSingleItem().Kernel.Name.ShouldStartWith(kernel);
        plan.PhaseEndCalls.Single().Kernel.Name.ShouldEndWith("_batch");
        plan.Reductions.SelectMany(r => r).ShouldNotContain(r => r is ReduceConv);
        plan.Buffers.ShouldNotContain(b => b.Role == BufferRole.WeightGradient);
    }

    /// <summary>A network of one phase keeps no batch; few weights beside their pixels, groups, connections and shared weights stay with the shards.</summary>
    [Theory]
    [InlineData("[Input(96, 6, 6)] [Conv(128, 3, Pad = 1)] [Flatten] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(32, 6, 6)] [Conv(32, 3, Pad = 1)] " + Norm)]
    [InlineData("[Input(96, 60, 60)] [Conv(128, 3, Pad = 1)] " + Norm)]
    [InlineData("[Input(256, 6, 6)] [Conv(256, 3, Pad = 1, Groups = 2)] " + Norm)]
    [InlineData("[Input(112, 6, 6)] [Conv(112, 3, Pad = 1, Share = \"a\")] [Conv(112, 3, Pad = 1, Share = \"a\")] " + Norm)]
    [InlineData("[Input(400)] [Dense(600)] " + Norm)]
    public void Others_StayWithTheShards(string layers) => Networks.Plan(layers).Train.PhaseEndCalls.ShouldBeEmpty();

    /// <summary>What a call at the end reads is not written over before it, and its memory serves nothing else until then.</summary>
    [Fact]
    public void APhaseEnds_BeforeWhatItsCallReadsChanges()
    {
        PlanBuilder builder = new(training: true);
        Plane plane = Plane.Of(Shape.Image(16, 2, 2));
        Operand[] buffers = [.. Enumerable.Range(0, 4).Select(i => PlanBuilder.Operand(builder.AddPlane(0, $"value{i}", BufferRole.Value, plane)))];
        CallNote note = new(0, Purpose.Value);
        ConvolutionWeightGradientKernel gradient = new ConvGeometry(new Window(1, 1, 1, 1, 0, 0, 1, 1), 16, 16, 1).WeightGradientKernel(plane, plane) with { OverBatch = true };

        builder.Call(KernelCall.Of(new CopyKernel(plane, plane), new[] { buffers[0], buffers[1] }, note, Condition.Always));
        builder.CallAtPhaseEnd(new PhaseEndCall(gradient, new[] { buffers[0], buffers[1], Operand.ParameterGradient(0), builder.Work(gradient.Scratch) }));
        builder.Call(KernelCall.Of(new CopyKernel(plane, plane), new[] { buffers[1], buffers[2] }, note, Condition.Always));
        builder.Call(KernelCall.Of(new CopyKernel(plane, plane), new[] { buffers[2], buffers[1] }, note, Condition.Always));
        builder.Call(KernelCall.Of(new CopyKernel(plane, plane), new[] { buffers[1], buffers[3] }, note, Condition.Always));
        Plan plan = builder.Build();

        plan.Phases.Select(p => (p.Calls.Count, p.Ends.Count)).ShouldBe([(2, 1), (2, 0)]);
        plan.Buffers[3].Start.ShouldBe(plan.Buffers[0].Start);
    }

    [Theory]
    [InlineData("[Input(40, 3, 4)] [Conv(96, 5, Pad = 2)] [BatchNorm] [GlobalAvgPool] [Dense(3)] [SoftmaxCrossEntropy]", 2)]
    [InlineData("[Input(96, 3, 3)] [Conv(112, 3, Pad = 1)] [BatchNorm] [Sigmoid] [GlobalAvgPool] [Dense(3)] [SoftmaxCrossEntropy]", 5)]
    [InlineData("[Input(112, 3, 3)] [Tag(\"x\")] [Conv(112, 3, Pad = 1)] [Add(\"x\")] [ReLU] [BatchNorm] [Conv(96, 3)] [Tanh]", 3)]
    public void Gradients_AgreeWithDifferences(string declaration, int batch) => GradientCheck.Check(declaration, batch: batch, tolerance: 5e-3);
}
