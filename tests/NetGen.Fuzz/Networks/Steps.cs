using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>An attribute of a declaration and what it means.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Arguments">Its arguments as C# source.</param>
internal abstract record Step(string Kind, string Arguments)
{
    public string? Name { get; init; }

    public int Repeat { get; init; } = 1;

    /// <summary>Of a block: whether training computes its values again.</summary>
    public bool Recompute { get; init; }

    public string Text
    {
        get
        {
            string[] arguments =
            [
                .. new[] { Arguments }.Where(a => a.Length > 0),
                .. Name is { } name ? [$"Name = \"{name}\""] : Array.Empty<string>(),
                .. Repeat > 1 ? [$"Repeat = {Repeat}"] : Array.Empty<string>(),
                .. Recompute ? ["Recompute = true"] : Array.Empty<string>(),
            ];
            return arguments.Length == 0 ? $"[{Kind}]" : $"[{Kind}({string.Join(", ", arguments)})]";
        }
    }

    /// <summary>Adds what it means to a network; false where it does not fit, which may leave half of it.</summary>
    public abstract bool Apply(NetworkSketch sketch);
}

/// <summary>A layer of one input.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Arguments">Its arguments as C# source.</param>
/// <param name="Make">The plain layer for a value, or null where it does not fit.</param>
/// <param name="IsVector">Whether it makes a feature vector or an image; null keeps what there is.</param>
internal sealed record LayerStep(string Kind, string Arguments, Func<Value, PlainLayer?> Make, bool? IsVector = null) : Step(Kind, Arguments)
{
    /// <summary>Products of one of its outputs.</summary>
    public Func<Value, long> Cost { get; init; } = _ => 1;

    public override bool Apply(NetworkSketch sketch)
    {
        for (int i = 1; i <= Repeat; i++)
        {
            Value value = sketch.CurrentValue;
            if (Make(value) is not { } layer)
            {
                return false;
            }

            Value result = new(layer.Output(value.Shape), IsVector ?? value.IsVector);
            if (!sketch.Add(new PlainNode(sketch.TakeName(this, i), layer, Join.None, [sketch.Current], result), Cost(value)))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Names the current value.</summary>
internal sealed record TagStep(string Tag) : Step("Tag", $"\"{Tag}\"")
{
    public override bool Apply(NetworkSketch sketch) => sketch.Tags.TryAdd(Tag, sketch.Current);
}

/// <summary>Goes on from another value.</summary>
internal sealed record FromStep(string Tag) : Step("From", $"\"{Tag}\"")
{
    public override bool Apply(NetworkSketch sketch)
    {
        sketch.Current = sketch.Tags[Tag];
        return true;
    }
}

/// <summary>Trains the current value as a further output.</summary>
internal sealed record OutputStep(float Weight) : Step("Output", $"\"aux\", Weight = {LayerDraw.Text(Weight)}")
{
    public override bool Apply(NetworkSketch sketch) => true;
}

/// <summary>Several values become one.</summary>
internal sealed record JoinStep(Join Join, params string[] Tags) : Step(Join.ToString(), string.Join(", ", Tags.Select(t => $"\"{t}\"")))
{
    public override bool Apply(NetworkSketch sketch)
    {
        int[] inputs = [sketch.Current, .. Tags.Select(t => sketch.Tags[t])];
        Value[] values = [.. inputs.Select(i => sketch.Nodes[i].Value)];
        Value first = values[0];
        Value? result = Join switch
        {
            Join.Concat => values.All(v => (v.H, v.W, v.IsVector) == (first.H, first.W, first.IsVector)) ? first with { Shape = first.Shape with { Channels = values.Sum(v => v.C) } } : null,
            Join.Multiply when values.All(v => v.C == first.C) && values.Where(v => !v.IsVector).Distinct().Count() <= 1 => values.Where(v => !v.IsVector).Append(first).First(),
            Join.Add => values.All(v => v == first) ? first : null,
            _ => null,
        };
        return result is { } value && sketch.Add(new PlainNode(sketch.TakeName(this, 1), null, Join, inputs, value), inputs.Length);
    }
}

/// <summary>A block.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Arguments">Its arguments as C# source.</param>
/// <param name="Layers">Its layers for an input.</param>
internal sealed record BlockStep(string Kind, string Arguments, Func<Value, IReadOnlyList<Step>?> Layers) : Step(Kind, Arguments)
{
    public override bool Apply(NetworkSketch sketch)
    {
        for (int i = 1; i <= Repeat; i++)
        {
            if (Layers(sketch.CurrentValue) is not { } layers)
            {
                return false;
            }

            sketch.Enter(sketch.TakeName(this, i));
            if (!layers.All(l => l.Apply(sketch)))
            {
                return false;
            }

            sketch.Leave();
        }

        return true;
    }
}
