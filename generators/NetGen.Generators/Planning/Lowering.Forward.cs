using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>The way forward, and where inputs come in.</content>
internal sealed partial class Lowering
{
    /// <summary>Adds the call that brings an input of the model into its plane, unless its only reader takes it as it is given.</summary>
    public void Enter(ShapedNode input)
    {
        if (Given(input.Id) is not null)
        {
            return;
        }

        (long offset, int sample) = PlaceInSample(input);
        _builder.Call(KernelCall.Of(Exchange.Enter(input.Output, Plane(input.Id), sample), new[] { Operand.Inputs(offset) with { ImageStep = sample }, Value(input.Id) }, input.For(Purpose.Enter), _when));
    }

    /// <summary>Where an input of the model lies as its caller hands it over, and how far it is from a sample's to the next.</summary>
    public (Operand Place, int Sample) InputOf(int input)
    {
        (long offset, int sample) = PlaceInSample(_graph.Nodes[input]);
        return (Operand.Inputs(offset) with { ImageStep = sample }, sample);
    }

    private void LowerForward()
    {
        foreach (ShapedNode node in _graph.Nodes.Where(n => _gradients.Live[n.Id]))
        {
            _when = WhenInStep(node.Id);
            if (!_layout.IsAlias(node.Id))
            {
                _choice[node.Id].Forward(this, node);
            }

            Keep(node);
            LeaveTags(node.Id);
        }

        _when = Condition.Always;
        LeaveOutputs();
    }

    /// <summary>Where an input lies in a sample, which holds all inputs one after the other: how many values come before it, and the sample's size.</summary>
    private (long Offset, int Sample) PlaceInSample(ShapedNode input)
    {
        // Steps, and what is given at the start, come by themselves.
        List<ShapedNode> together = _graph.Inputs.Where(n => Steps is null || Steps.IsStepwise[n.Id] == Steps.IsStepwise[input.Id]).ToList();
        return (together.Where(n => n.Id < input.Id).Sum(n => n.Output.Size), (int)together.Sum(n => n.Output.Size));
    }
}
