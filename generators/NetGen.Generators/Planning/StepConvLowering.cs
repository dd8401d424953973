using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A convolution over steps: what its kernels read outside of a sequence is zeros around a copy.</summary>
internal sealed class StepConvLowering(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias) : ConvLowering(lowering, node, geometry, bias)
{
    protected override (Plane Plane, Operand Operand) Input(BufferRole role) => Lowering.PaddedSteps(Node, Node.Spec<Conv1DSpec>().Window.Border.X, role);

    protected override void InputGradient(GradientTarget target, Plane dy)
    {
        Operand gradient = Lowering.Gradient(Node.Id);
        CallNote note = Node.For(Purpose.InputGradient);
        int reach = GradientHalo(Geometry.Window, StepWindow.Row(Node.Inputs[0]), StepWindow.Row(Node.Output)).X;
        if (reach <= dy.HaloX)
        {
            Turned(target, dy, gradient, note);
            return;
        }

        Plane padded = dy with { HaloX = reach };
        Operand copy = Lowering.Scratch(Node, BufferRole.PaddedGradient, padded);
        Lowering.Call(target, new CopyKernel(dy, padded), note, gradient, copy);
        Turned(target, padded, copy, CallNote.Continued);
    }
}
