using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Draws whole networks: inputs, layers, branches, blocks, further outputs and a loss.</summary>
internal sealed class NetworkDraw
{
    private readonly Dice _dice;
    private readonly List<string> _blocks = [];
    private NetworkSketch _sketch = new();
    private int _tags;

    private NetworkDraw(Dice dice) => _dice = dice;

    public static NetworkCase Draw(ulong seed)
    {
        Dice dice = new(seed);
        NetworkCase drawn = new NetworkDraw(dice).Network(seed);
        return dice.Chance(15) ? drawn with { Declaration = Damage.Of(drawn.Declaration, dice), Plain = null } : drawn;
    }

    private NetworkCase Network(ulong seed)
    {
        Value input = _dice.Chance(25) ? Value.Vector(_dice.Chance(10) ? _dice.Between(200, 400) : _dice.Between(1, 40)) : Image();
        Value? second = !_dice.Chance(15) ? null : _dice.Chance(50) ? input : _dice.Chance(50) ? Value.Vector(_dice.Between(1, 20)) : Value.Vector(input.C);
        List<string> texts = [InputText(input, null)];
        _sketch.Add(new PlainNode("input1", null, Join.None, [], input));
        if (second is { } other)
        {
            texts.Add(InputText(other, "other"));
            _sketch.Add(new PlainNode("other", null, Join.None, [], other));
            _sketch.Tags.Add("other", 1);
            _sketch.Current = 0;
        }

        List<Step> steps = Body(_dice.Between(1, 8), depth: 0);
        if (second is not null)
        {
            steps.AddRange(ReadOther());
        }

        if (_sketch.Nodes.Count == (second is null ? 1 : 2))
        {
            // A model needs a layer.
            Take(steps, ActivationDraw.ReLU());
        }

        int output = _sketch.Current;
        PlainLoss? loss = null;
        string lossText = "";
        List<(int Node, double Weight)> heads = [];
        if (_dice.Chance(70))
        {
            string kind = _dice.OneOf("SoftmaxCrossEntropy", "MeanSquaredError", "BinaryCrossEntropy", "Huber");
            kind = kind == "SoftmaxCrossEntropy" && _sketch.CurrentValue.C < 2 ? "Huber" : kind;
            float argument = kind == "Huber" ? _dice.OneOf(1f, 0.1f) : kind == "SoftmaxCrossEntropy" ? _dice.OneOf(0f, 0.2f) : 0;
            string setting = kind == "Huber" ? $"(Delta = {LayerDraw.Text(argument)})" : kind == "SoftmaxCrossEntropy" ? $"(LabelSmoothing = {LayerDraw.Text(argument)})" : "";
            loss = new PlainLoss(kind, argument);
            lossText = $"[{kind}{setting}]";
            if (_dice.Chance(20) && Head(steps) is { } head)
            {
                heads.Add(head);
                output = _sketch.Current;
            }
        }

        texts.AddRange(steps.Select(s => s.Text));
        if (loss is not null)
        {
            texts.Add(lossText);
        }

        string declaration = string.Concat(_blocks) + string.Join("\n", texts) + "\npublic sealed partial class Net;\n";
        Dictionary<string, int> tags = new(_sketch.Tags);
        return new NetworkCase(seed, declaration, new PlainNetwork(_sketch.Nodes, output, loss, heads, tags) { IsDegenerate = _sketch.Nodes.Any(IsDegenerate) });
    }

    /// <summary>The least number of values that a norm may see without its gradient vanishing.</summary>
    private static bool IsDegenerate(PlainNode node)
    {
        PlainShape shape = node.Value.Shape;
        return node.Layer switch
        {
            PlainGroupNorm norm => shape.Size / norm.Groups < 4,
            _ => false,
        };
    }

    private Value Image()
    {
        int channels = _dice.OneOf(1, 2, 3, 3, 5, 8, 13, 16, 17, 19, 24, 33);
        return _dice.Chance(10) ? Value.Image(channels, _dice.Between(1, 40), _dice.Between(1, 3)) : Value.Image(channels, _dice.Between(1, 14), _dice.Between(1, 14));
    }

    private static string InputText(Value value, string? name)
    {
        string sizes = value.IsVector ? $"{value.C}" : $"{value.C}, {value.H}, {value.W}";
        return name is null ? $"[Input({sizes})]" : $"[Input({sizes}, Name = \"{name}\")]";
    }

    /// <summary>Draws layers and applies them to the sketch.</summary>
    private List<Step> Body(int count, int depth)
    {
        List<Step> steps = [];
        for (int i = 0; i < count; i++)
        {
            int kind = _dice.Below(100);
            if (kind < 14)
            {
                steps.AddRange(Branch(depth));
            }
            else if (kind < 20)
            {
                Take(steps, BlockDraw.Draw(_dice) with { Repeat = Repeat(), Recompute = _dice.Chance(30) });
            }
            else if (kind < 26 && depth < 2)
            {
                OwnBlock(steps, depth);
            }
            else
            {
                Take(steps, LayerDraw.Draw(_dice, _sketch.CurrentValue) with { Repeat = Repeat(), Name = _dice.Chance(8) ? $"own_{_tags++}x" : null });
            }
        }

        return steps;
    }

    private int Repeat() => _dice.Chance(8) ? _dice.Between(2, 3) : 1;

    /// <summary>Applies a step where it fits.</summary>
    private bool Take(List<Step> steps, Step step)
    {
        NetworkSketch next = _sketch.Clone();
        if (!step.Apply(next))
        {
            return false;
        }

        _sketch = next;
        steps.Add(step);
        return true;
    }

    /// <summary>Two ways from a value that meet again; nothing where they do not fit.</summary>
    private List<Step> Branch(int depth)
    {
        NetworkSketch before = _sketch;
        List<Step> steps = [];
        string start = $"t{_tags++}";
        string left = $"t{_tags++}";
        Take(steps, new TagStep(start));
        steps.AddRange(Body(_dice.Between(0, 2), depth + 1));
        Value value = _sketch.CurrentValue;
        Take(steps, new TagStep(left));
        Take(steps, new FromStep(start));
        steps.AddRange(Body(_dice.Between(0, 2), depth + 1));
        Join join = _dice.OneOf(Join.Add, Join.Add, Join.Multiply, Join.Concat);
        string[] read = _dice.Chance(15) ? [left, left] : [left];

        // A way that ends in the same value may join at once; else it is brought to the other's sizes.
        bool meets = (_dice.Chance(50) && Take(steps, new JoinStep(join, read))) || (Adapt(steps, value, join) && Take(steps, new JoinStep(join, read)));
        if (!meets)
        {
            _sketch = before;
            return [];
        }

        return steps;
    }

    private bool Adapt(List<Step> steps, Value value, Join join)
    {
        Value current = _sketch.CurrentValue;
        bool scales = join == Join.Multiply && !value.IsVector && !current.IsVector && _dice.Chance(60);
        if (scales || (value.IsVector && !current.IsVector))
        {
            return Take(steps, LayerDraw.Global(_dice.OneOf("GlobalAvgPool", "GlobalMaxPool"))) && Take(steps, LayerDraw.Dense(value.C));
        }

        if (value.IsVector || (current.IsVector && join == Join.Multiply))
        {
            return Take(steps, LayerDraw.Dense(value.C));
        }

        return !current.IsVector
            && (current.Shape.Pixels == value.Shape.Pixels && current.H == value.H ? join == Join.Concat || Take(steps, ConvolutionDraw.Pointwise(value.C))
                : Take(steps, LayerDraw.AdaptiveAvgPool(value.H, value.W)) && (join == Join.Concat || Take(steps, ConvolutionDraw.Pointwise(value.C))));
    }

    /// <summary>A block of the case's own, by attributes or by a text.</summary>
    private void OwnBlock(List<Step> steps, int depth)
    {
        NetworkSketch before = _sketch;
        _sketch = before.Clone();
        _sketch.Enter("block.");
        List<Step> layers = Body(_dice.Between(1, 3), depth + 1);
        _sketch = before;
        string kind = $"Unit{(char)('A' + _blocks.Count)}";
        string name = _dice.Chance(15) ? $"own_{_tags++}x" : "";
        if (layers.Count == 0 || _blocks.Count > 20 || !Take(steps, new BlockStep(kind, "", _ => layers) { Repeat = Repeat(), Recompute = _dice.Chance(30), Name = name.Length > 0 ? name : null }))
        {
            return;
        }

        string text = string.Join("\n    ", layers.Select(l => l.Text));

        // A text knows numbers and texts, but no names of enums.
        bool asText = _dice.Chance(50) && !text.Contains("UpsampleMode", StringComparison.Ordinal) && !text.Contains("SliceAxis", StringComparison.Ordinal);
        _blocks.Add((asText ? $"[Layers(\"\"\"\n    {text}\n    \"\"\")]\n" : $"{text}\n") + $"public sealed class {kind}Attribute : BlockAttribute;\n");
    }

    /// <summary>Every input has to be read: joins the second one to what there is.</summary>
    private List<Step> ReadOther()
    {
        List<Step> steps = [];
        if (_sketch.Nodes.Any(n => n.Inputs.Contains(1))
            || Take(steps, new JoinStep(_dice.OneOf(Join.Add, Join.Multiply), "other"))
            || Take(steps, new JoinStep(Join.Concat, "other")))
        {
            return steps;
        }

        // The layers so far may have used up what plain loops can bear: these few cost little more, and the input has to be read.
        _sketch.IsBounded = false;
        LayerStep flatten = new("Flatten", "", v => new PlainReshape(new PlainShape(v.Shape.Size, 1, 1)), IsVector: true);
        Take(steps, flatten);
        string tag = $"t{_tags++}";
        Take(steps, new TagStep(tag));
        Take(steps, new FromStep("other"));
        Take(steps, flatten);
        if (!Take(steps, new JoinStep(Join.Concat, tag)))
        {
            throw new InvalidOperationException("two feature vectors do not join");
        }

        _sketch.IsBounded = true;
        return steps;
    }

    /// <summary>A further output of the same sizes, and layers after it to the model's own.</summary>
    private (int Node, double Weight)? Head(List<Step> steps)
    {
        NetworkSketch before = _sketch;
        int count = steps.Count;
        string fork = $"t{_tags++}";
        Step Same() => _sketch.CurrentValue.IsVector ? LayerDraw.Dense(_sketch.CurrentValue.C) : ConvolutionDraw.Pointwise(_sketch.CurrentValue.C);
        Take(steps, new TagStep(fork));
        if (!Take(steps, Same()))
        {
            return Undo();
        }

        int head = _sketch.Current;
        float weight = _dice.OneOf(0.3f, 1f, 2f);
        steps.Add(new OutputStep(weight));
        Take(steps, new FromStep(fork));
        return Take(steps, Same()) ? (head, weight) : Undo();

        (int Node, double Weight)? Undo()
        {
            _sketch = before;
            steps.RemoveRange(count, steps.Count - count);
            return null;
        }
    }
}
