using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Sequences have no border, since recurrent layers go through them step by step.</summary>
internal static class PaddedSequence
{
    /// <summary>A node's sequence with so many steps of zeros around it: a copy, where it has them not.</summary>
    public static (Plane Plane, Operand Operand) PaddedSteps(this Lowering lowering, ShapedNode node, int pad, BufferRole role)
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        if (pad <= x.HaloX)
        {
            return (x, lowering.Value(source));
        }

        Plane padded = x with { HaloX = pad };
        Operand copy = lowering.Scratch(node, role, padded);
        lowering.Call(new CopyKernel(x, padded), node.For(Purpose.PaddedInput), lowering.Value(source), copy);
        return (padded, copy);
    }
}
