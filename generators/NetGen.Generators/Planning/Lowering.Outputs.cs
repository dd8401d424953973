using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>Where outputs are handed out and the gradients by them come in: the model's own, and those that predictions compute besides.</content>
internal sealed partial class Lowering
{
    private void LeaveOutputs()
    {
        Condition condition = Training ? Condition.WantsOutputs : WhenInStep(_graph.Output);
        LeaveOutput(_graph.Output, Operand.Outputs with { ImageStep = _graph.Nodes[_graph.Output].Output.Size }, 0, condition);

        // Gradients by tagged values are those of the model's own output, and a step gives that alone.
        for (int i = 0; i < _graph.Outputs.Count && !Explains && Steps is null; i++)
        {
            int value = _graph.Outputs[i].Value;
            LeaveOutput(value, Operand.Output(i + 1, (int)_graph.Nodes[value].Output.Size), i + 1, condition);
        }
    }

    private void LeaveOutput(int value, Operand to, int number, Condition condition)
    {
        ShapedNode node = _graph.Nodes[value];
        _builder.Call(KernelCall.Of(Exchange.Leave(node.Output, Plane(value)), new[] { Value(value), to }, node.For(Purpose.Leave, number), condition));
    }

    /// <summary>Begins the way back of a model without a loss: each output is a reader of its value, whose part of the gradient the caller brings.</summary>
    private void EnterOutputGradients()
    {
        _gradientWritten.Add(_layout.GradientOwner(_graph.Output));
        EnterOutputGradient(_graph.Output, Operand.OutputGradients, GradientPlane(_graph.Output), Gradient(_graph.Output), 0, Condition.Always);
        for (int i = 0; i < _graph.Outputs.Count && !Explains; i++)
        {
            (_, string label, int value) = _graph.Outputs[i];
            GradientTarget target = TargetOf(value, label);
            EnterOutputGradient(value, Operand.OutputGradient(i + 1, (int)_graph.Nodes[value].Output.Size), target.Plane, target.Operand, i + 1, target.Condition);
            _builder.Flush();
        }
    }

    private void EnterOutputGradient(int value, Operand from, Plane plane, Operand to, int number, Condition condition)
    {
        ShapedNode node = _graph.Nodes[value];
        _builder.Call(KernelCall.Of(Exchange.Enter(node.Output, plane), new[] { from, to }, node.For(Purpose.EnterGradient, number), condition));
    }
}
