using NetGen.Generators.Emission;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>A part of a plan that repeats: here a sum that runs along the pixels of a row, as a recurrent layer would run along a sequence.</summary>
public sealed class RepeatTests
{
    private const int Pixels = 5;

    private static readonly CallNote s_enter = new(0, Purpose.Enter);
    private static readonly CallNote s_sum = new(1, Purpose.Value);

    private static ModelPlan Model => Compiler.Compile(Models.Parse($"using NetGen; [Input(3, 1, {Pixels})] [ReLU] {Plans.Class}")).Plan.ShouldNotBeNull();

    [Fact]
    public void Part_IsALoopWithStepsInItsAddresses()
    {
        string text = ModelEmitter.Emit(Model with { Predict = RunningSums() });

        text.ShouldContain($"for (int turn = 0; turn < {Pixels}; turn++)");
        text.ShouldContain("_rows(&s[relu1Sums], &s[input1 + (turn * 16)], &s[relu1Sums], ");
        text.ShouldContain("_rows(&s[relu1Sums], &s[relu1 + (turn * 16)], ");
    }

    [Fact]
    public void Part_RunsAsOftenAsItSays()
    {
        using NetGen.Model model = Plans.Make(Model with { Predict = RunningSums() });
        float[] images = Nets.Random(7 * 3 * Pixels, 5);

        float[] expected = [.. images];
        for (int at = 0; at < expected.Length; at++)
        {
            // The sum begins with the first pixel, which the first turn adds once more.
            expected[at] += at % Pixels == 0 ? images[at] : expected[at - 1];
        }

        Nets.Predict(model, images).ShouldBe(expected, 1e-6);
    }

    /// <summary>What is written in a turn is read in later ones, so that its memory serves nothing else until the last.</summary>
    [Fact]
    public void BuffersOfAPart_LiveThroughAllTurns()
    {
        PlanBuilder builder = new(training: false);
        Plane plane = Plane.Of(Shape.Image(16, 1, 1));
        int[] buffers = [.. Enumerable.Range(0, 4).Select(i => builder.AddPlane(0, $"value{i}", BufferRole.Value, plane))];
        builder.StartRepeat(2);
        for (int i = 0; i + 1 < buffers.Length; i++)
        {
            Call(builder, new CopyKernel(plane, plane), s_sum, PlanBuilder.Operand(buffers[i]), PlanBuilder.Operand(buffers[i + 1]));
        }

        builder.EndRepeat();
        Plan plan = builder.Build();

        plan.Buffers.Select(b => b.Start).ShouldBeUnique();
        plan.Phases.Single().Calls.Select(c => c.Repeat).Distinct().ShouldBe([new Repeat(0, 2)]);
    }

    private static Plan RunningSums()
    {
        PlanBuilder builder = new(training: false);
        Plane row = Plane.Of(Shape.Image(3, 1, Pixels));

        // One pixel of the row: the others are its border.
        Plane pixel = Plane.Of(Shape.Image(3, 1, 1), haloY: 0, haloX: Pixels / 2);
        int x = builder.AddPlane(0, "input1", BufferRole.Value, row);
        int y = builder.AddPlane(1, "relu1", BufferRole.Value, row);
        int sums = builder.AddPlane(1, "relu1", BufferRole.Sums, pixel);
        Operand sum = PlanBuilder.Operand(sums);
        Call(builder, new EnterKernel(row), s_enter, Operand.Inputs(0), PlanBuilder.Operand(x));
        Call(builder, new CopyKernel(pixel, pixel), s_sum, PlanBuilder.Operand(x), sum);
        builder.StartRepeat(Pixels);
        Call(builder, new AddKernel(new[] { pixel, pixel }, pixel, null), s_sum, sum, PlanBuilder.Operand(x) with { Step = row.Pitch }, sum);
        Call(builder, new CopyKernel(pixel, pixel), CallNote.Continued, sum, PlanBuilder.Operand(y) with { Step = row.Pitch });
        builder.EndRepeat();
        Call(builder, new LeaveKernel(row), new CallNote(1, Purpose.Leave), PlanBuilder.Operand(y), Operand.Outputs);
        return builder.Build();
    }

    private static void Call(PlanBuilder builder, Kernel kernel, CallNote note, params Operand[] operands) =>
        builder.Call(KernelCall.Of(kernel, operands, note, Condition.Always));
}
