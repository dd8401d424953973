using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// What is decided about a network before any call: which op computes which value (fusion), which values and gradients share memory,
/// and the borders around them.
/// </summary>
internal sealed class PlanLayout
{
    /// <summary>Products of words that are worth their memory, 64 MiB of them.</summary>
    private const long MostProducts = 16 * 1024 * 1024;

    private readonly int[] _owner;
    private readonly int[] _gradientOwner;
    private readonly bool[] _masked;
    private readonly bool[] _gradientChanges;
    private readonly bool[] _keepsGradient;
    private readonly Activation?[] _activations;
    private readonly int?[] _folded;
    private readonly int?[] _summands;
    private readonly int?[] _depthwise;
    private readonly int?[] _words;
    private readonly Plane[] _values;
    private readonly Plane[] _gradients;

    public PlanLayout(ShapedGraph graph, GradientGraph gradients, LoweringChoice choice, bool training, StepFlow? steps = null)
    {
        int count = graph.Nodes.Count;
        _owner = Enumerable.Range(0, count).ToArray();
        _gradientOwner = Enumerable.Range(0, count).ToArray();
        _masked = new bool[count];
        _gradientChanges = new bool[count];
        _keepsGradient = new bool[count];
        _activations = new Activation?[count];
        _folded = new int?[count];
        _summands = new int?[count];
        _depthwise = new int?[count];
        _words = new int?[count];
        List<ShapedNode> computed = graph.Nodes.Where(n => !n.IsInput && gradients.Live[n.Id]).ToList();
        foreach (ShapedNode node in computed)
        {
            Fuse(graph, gradients, choice, node, training);
        }

        foreach (ShapedNode node in computed.Where(n => !training && choice[n.Id].TakesDepthwise(n)))
        {
            JoinDepthwise(graph, gradients, choice, node);
        }

        foreach (ShapedNode node in computed.Where(n => steps?.IsStepwise[n.Id] == true && n.Node.Spec is RecurrentSpec))
        {
            JoinWords(graph, gradients, node, steps!.Start);
        }

        Halo[] valueHalos = new Halo[count];
        Halo[] gradientHalos = new Halo[count];
        bool[] anyPitch = graph.Nodes.Select(n => n.IsInput).ToArray();
        foreach (ShapedNode node in computed)
        {
            OpLowering op = choice[node.Id];
            gradientHalos[_gradientOwner[node.Id]] = gradientHalos[_gradientOwner[node.Id]].Max(op.GradientHalo(node));
            for (int i = 0; i < node.Inputs.Count; i++)
            {
                int source = _owner[node.Node.Inputs[i]];
                if (_owner[node.Id] != source)
                {
                    valueHalos[source] = valueHalos[source].Max(op.InputHalo(node, i));
                    anyPitch[source] &= op.TakesAnyPitchAt(i);
                }
                else
                {
                    anyPitch[source] = false;
                }
            }
        }

        EvenHalos(valueHalos);

        // A loss, or who takes the output, reads whole vectors.
        anyPitch[_owner[graph.Output]] = false;
        foreach (ShapedHead head in graph.Heads)
        {
            anyPitch[_owner[head.Loss.Node.Inputs[0]]] = false;
        }

        foreach (NamedOutput output in graph.Outputs)
        {
            anyPitch[_owner[output.Value]] = false;
        }

        _values = graph.Nodes.Select(n => Plane.Of(n.Output, valueHalos[_owner[n.Id]].Y, valueHalos[_owner[n.Id]].X)).ToArray();
        _gradients = graph.Nodes.Select(n => Plane.Of(n.Output, gradientHalos[_gradientOwner[n.Id]].Y, gradientHalos[_gradientOwner[n.Id]].X)).ToArray();
        foreach (ShapedNode input in graph.Inputs.Where(n => anyPitch[n.Id] && n.Output.Channels < Plane.Lanes))
        {
            _values[input.Id] = _values[input.Id] with { Pitch = input.Output.Channels };
        }
    }

    /// <summary>The node whose buffer holds the value: itself, or its producer where the op is folded into that.</summary>
    public int Owner(int node) => _owner[node];

    public int GradientOwner(int node) => _gradientOwner[node];

    public bool IsAlias(int node) => _owner[node] != node;

    /// <summary>Whether the node is an activation whose gradient its producer's backward kernels apply.</summary>
    public bool IsMasked(int node) => _masked[node];

    /// <summary>Of a sum: whether its gradient stays as it is while those of its summands are computed.</summary>
    public bool KeepsGradient(int node) => _keepsGradient[node];

    public Activation? ActivationOf(int node) => _activations[node];

    public int? FoldedNorm(int node) => _folded[node];

    /// <summary>The value that the node adds to what it writes.</summary>
    public int? SummandOf(int node) => _summands[node];

    /// <summary>The depthwise convolution that the node's kernel computes as well.</summary>
    public int? DepthwiseOf(int node) => _depthwise[node];

    /// <summary>The embedding of whose words the node, a recurrent layer of one step, looks up what they add to its gates.</summary>
    public int? WordsOf(int node) => _words[node];

    /// <summary>Whether the node is such a convolution, or such an embedding.</summary>
    public bool IsJoined(int node) => Array.IndexOf(_depthwise, node) >= 0 || Array.IndexOf(_words, node) >= 0;

    public Plane Value(int node) => _values[node];

    public Plane Gradient(int node) => _gradients[node];

    /// <summary>Whether a reader of the value is the only one of all that lies in its buffer, from the producer on.</summary>
    private bool OnlyReader(ShapedGraph graph, GradientGraph gradients, int value)
    {
        while (gradients.Readers[value] == 1 && _owner[value] != value)
        {
            value = graph.Nodes[value].Node.Inputs.First(i => _owner[i] == _owner[value]);
        }

        return gradients.Readers[value] == 1;
    }

    /// <summary>A kernel that adds a value to what it writes takes both from the same places of their planes.</summary>
    private void EvenHalos(Halo[] halos)
    {
        int[] sums = Enumerable.Range(0, halos.Length).Where(i => _summands[i] is not null).ToArray();
        bool changes = sums.Length > 0;
        while (changes)
        {
            changes = false;
            foreach (int sum in sums)
            {
                int other = _owner[_summands[sum]!.Value];
                Halo both = halos[sum].Max(halos[other]);
                changes |= both != halos[sum] || both != halos[other];
                halos[sum] = halos[other] = both;
            }
        }
    }

    /// <summary>
    /// Lets the later of two summands be computed as the sum, where nobody else reads it: its kernel adds the other, which is there by then, and an activation behind
    /// the sum may follow.
    /// </summary>
    private bool FuseSum(ShapedGraph graph, GradientGraph gradients, LoweringChoice choice, ShapedNode node)
    {
        // What is there for all steps is of another shape than a step, whose sizes it has.
        if (node.Node.Inputs.Count != 2 || node.Inputs[0] != node.Inputs[1])
        {
            return false;
        }

        bool first = _owner[node.Node.Inputs[0]] > _owner[node.Node.Inputs[1]];
        int later = node.Node.Inputs[first ? 0 : 1];
        int owner = _owner[later];
        int other = node.Node.Inputs[first ? 1 : 0];
        if (_owner[other] == owner || graph.Nodes[owner].IsInput || !choice[owner].FusesSum || !OnlyReader(graph, gradients, later)
            || _activations[owner] is not null || _summands[owner] is not null || graph.Nodes[owner].Output != node.Output)
        {
            return false;
        }

        _summands[owner] = other;
        _owner[node.Id] = owner;
        return true;
    }

    /// <summary>Lets a 1×1 convolution compute the depthwise one that it alone reads.</summary>
    private void JoinDepthwise(ShapedGraph graph, GradientGraph gradients, LoweringChoice choice, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        ShapedNode source = graph.Nodes[_owner[input]];
        if (!source.IsInput && choice[source.Id].JoinsReader(source) && OnlyReader(graph, gradients, input) && source.Output == graph.Nodes[input].Output)
        {
            _depthwise[node.Id] = source.Id;
        }
    }

    /// <summary>
    /// Lets a recurrent layer of one step look up what each word adds to its gates, where it alone reads the words' vectors: multiplied once for each word, a step reads a row of that instead of all weights of the
    /// input. Its sequences may begin with something else.
    /// </summary>
    private void JoinWords(ShapedGraph graph, GradientGraph gradients, ShapedNode node, int? start)
    {
        int input = node.Node.Inputs[0];
        if (_owner[input] == start && OnlyReader(graph, gradients, input))
        {
            input = graph.Nodes[_owner[input]].Node.Inputs[0];
        }

        ShapedNode source = graph.Nodes[_owner[input]];
        RecurrentSpec spec = node.Spec<RecurrentSpec>();
        if (source.Node.Spec is EmbeddingSpec { Words: var words } && (long)words * spec.Gates * Plane.PitchOf(spec.Units) <= MostProducts && OnlyReader(graph, gradients, input))
        {
            _words[node.Id] = source.Id;
        }
    }

    private void Fuse(ShapedGraph graph, GradientGraph gradients, LoweringChoice choice, ShapedNode node, bool training)
    {
        OpLowering op = choice[node.Id];
        if (!training && op.IsSum && FuseSum(graph, gradients, choice, node))
        {
            return;
        }

        if (op.PassesGradient)
        {
            // A summand that nobody else reads has the sum's gradient: it takes over the memory. So do others, where nothing changes it on the way.
            int[] alone = node.Node.Inputs.Where(i => !graph.Nodes[i].IsInput && gradients.Readers[i] == 1).ToArray();
            int shared = _gradientOwner[node.Id] = alone.Length > 0 ? _gradientOwner[alone[0]] : node.Id;
            _keepsGradient[node.Id] = !_gradientChanges[shared];
            foreach (int other in alone.Skip(1).Where(i => _keepsGradient[node.Id] && _gradientOwner[i] == i && !_gradientChanges[i]))
            {
                _gradientOwner[other] = shared;
            }

            return;
        }

        if (node.Node.Inputs.Count != 1)
        {
            return;
        }

        int source = node.Node.Inputs[0];
        int owner = _owner[source];
        bool readOnce = gradients.Readers[source] == 1;
        OpLowering producer = choice[owner];
        if (op.IsIdentity(node, training))
        {
            _owner[node.Id] = owner;
            if (readOnce)
            {
                _gradientOwner[node.Id] = _gradientOwner[source];
            }
        }
        else if (OnlyReader(graph, gradients, source) && !graph.Nodes[owner].IsInput && _activations[owner] is null && op.AsActivation(node.Node.Spec) is { } activation && producer.FusesActivation
            && (!training || owner == source))
        {
            _activations[owner] = activation;
            _owner[node.Id] = owner;
            _gradientOwner[node.Id] = _gradientOwner[source];
            _masked[node.Id] = training && producer.MasksGradient;
            _gradientChanges[_gradientOwner[node.Id]] |= !_masked[node.Id];
        }
        else if (!training && readOnce && owner == source && op.AsFoldedNorm(node) is not null && producer.FoldsNorm && _activations[owner] is null)
        {
            _folded[owner] = node.Id;
            _owner[node.Id] = owner;
        }
    }
}
