using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>
/// Sequences of which each has steps of its own number. What goes over all steps is called for each sequence by itself, whose steps are the kernel's images, and what goes step by step
/// ends with the longest sequence of the chunk; cells leave out those that have ended. So nothing is computed behind an end but zeros for who reads them.
/// </content>
internal abstract partial class RecurrentLowering
{
    /// <summary>How the number of a sequence's steps lies; null where all have all, and where one step is planned, or is all there is.</summary>
    protected Plane? LengthsPlane => !IsCarried && Steps > 1 && _spec.LengthsInput is { } input ? Lowering.Plane(Node.Node.Inputs[input]) : null;

    /// <summary>How many steps each sequence has.</summary>
    private StepCount OwnLengths => new(Lengths, LengthsPlane!.Image, Less: 0);

    private Operand Lengths => Lowering.Value(Node.Node.Inputs[_spec.LengthsInput!.Value]);

    /// <summary>What goes from a step to the one before on the way back.</summary>
    protected virtual IEnumerable<Operand> HandedBack => [StateGradient];

    /// <summary>What a cell takes besides, where sequences have steps of their own number.</summary>
    protected IEnumerable<Operand> OwnSteps(int step, int move) => LengthsPlane is null ? [] : [Lengths, Operand.Turn(step, move)];

    /// <summary>How a step lies by itself where a call is made for each sequence; otherwise all steps.</summary>
    private Plane EachStep(Plane all) => LengthsPlane is null ? all : all with { W = 1 };

    /// <summary>Something of all steps, which moves from sequence to sequence where a call is made for each.</summary>
    private Operand Of(Operand all, Plane plane) => LengthsPlane is null ? all : all with { SequenceStep = plane.Image };

    /// <summary>Adds a call that goes over all steps that there are.</summary>
    private void CallOfSteps(Kernel kernel, CallNote note, Operand[] operands, GradientTarget? target = null)
    {
        switch (LengthsPlane, target)
        {
            case (null, null): Lowering.Call(kernel, note, operands); break;
            case (null, { } by): Lowering.Call(by, kernel, note, operands); break;
            case (_, null): Lowering.CallForEach(OwnLengths, kernel, note, operands); break;
            case (_, { } by): Lowering.CallForEach(by, OwnLengths, kernel, note, operands); break;
        }
    }

    /// <summary>What the output has behind the ends, or as its only state.</summary>
    private void EndOutput()
    {
        if (_spec.ReturnSequences)
        {
            Lowering.Call(new ClearPaddingKernel(LengthsPlane!, Lowering.Plane(Node.Id)), CallNote.Continued, Lengths, Lowering.Value(Node.Id));
        }
        else if (Lowering.Training)
        {
            Lowering.Call(new CopyLastStepKernel(LengthsPlane!, StatesOfAll, Lowering.Plane(Node.Id)), CallNote.Continued, Lengths, States, Lowering.Value(Node.Id));
        }
    }

    /// <summary>Steps behind an end have no gradient.</summary>
    private void ClearPadding(GradientTarget target)
    {
        if (LengthsPlane is { } lengths)
        {
            Lowering.Call(target, new ClearPaddingKernel(lengths, target.Plane), CallNote.Continued, Lengths, target.Operand);
        }
    }

    /// <summary>The way back from the last step that any sequence of the chunk has.</summary>
    private void BackToLongest()
    {
        CallNote note = Node.For(Purpose.StepsBack);
        foreach (Operand handed in HandedBack)
        {
            Lowering.Call(new ClearPixelsKernel(State), note, handed);
            note = CallNote.Continued;
        }

        Lowering.RepeatToLongest(Steps, OwnLengths, down: true, () =>
        {
            CellGradient(CallNote.Continued, 1, 1);
            Back(1, 1);
        });
        CellGradient(CallNote.Continued, 0, 0);
    }
}
