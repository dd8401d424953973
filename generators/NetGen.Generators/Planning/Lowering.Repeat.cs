using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>Parts that repeat.</content>
internal sealed partial class Lowering
{
    /// <summary>Adds calls that run several times, or none where that is no time. What adds them is told how far operands step from turn to turn: by 1, or in a single turn not at all.</summary>
    public void Repeat(int turns, Action<int> calls)
    {
        if (turns == 1)
        {
            calls(0);
        }
        else if (turns > 1)
        {
            _builder.StartRepeat(turns);
            calls(1);
            _builder.EndRepeat();
        }
    }

    /// <summary>Adds calls that run for each step of the longest sequence of a chunk but the first.</summary>
    /// <param name="steps">The most steps there can be, 2 at least.</param>
    /// <param name="lengths">How many each sequence has.</param>
    /// <param name="down">Whether the last step comes first.</param>
    /// <param name="calls">Adds the calls of step 1; operands step by 1 from turn to turn.</param>
    public void RepeatToLongest(int steps, StepCount lengths, bool down, Action calls)
    {
        _builder.StartRepeat(steps - 1, lengths with { Less = 1 }, down);
        calls();
        _builder.EndRepeat();
    }

    /// <summary>Adds a kernel call for each sequence of a chunk by itself: its steps are what the kernel takes for images.</summary>
    public void CallForEach(StepCount steps, Kernel kernel, CallNote note, params Operand[] operands) =>
        Add(KernelCall.Of(kernel, operands, note, Condition.Always) with { StepsOfEach = steps });

    /// <summary>The same, where it computes the gradient by an input.</summary>
    public void CallForEach(GradientTarget target, StepCount steps, Kernel kernel, CallNote note, params Operand[] operands) =>
        Add(KernelCall.Of(kernel, operands, note, target.Condition) with { StepsOfEach = steps });
}
