using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The comments above calls and beside buffers: what each does, and for which layer as the layer table has it.</summary>
internal sealed class CallText(ModelPlan model)
{
    private readonly Dictionary<int, LayerRow> _layers = model.Layers.ToDictionary(l => l.Id);

    /// <summary>The line above a call; empty for one that goes on with what the call before it began.</summary>
    public string Of(CallNote note)
    {
        if (note.Purpose == Purpose.Continued)
        {
            return "";
        }

        LayerRow layer = _layers[note.Layer];
        return note.Purpose switch
        {
            Purpose.Enter => model.Inputs.Count == 1 ? "Bring the images into the internal layout." : $"{layer.Name}: bring the input into the internal layout.",
            Purpose.EnterGradient when note.Number > 0 => $"Bring the gradient by {OutputName(note)} into the internal layout.",
            Purpose.EnterGradient => "Bring the gradient into the internal layout.",
            Purpose.Leave when note.Number > 0 => $"Hand out {OutputName(note)}.",
            Purpose.Leave => "Hand out the result.",
            Purpose.LeaveTag => $"Hand out {Literals.Of(model.Tags[note.Number].Name)}, where it is asked for instead of the output.",
            Purpose.LeaveTagValue => $"Hand out {Literals.Of(model.Tags[note.Number].Name)}, where it is asked for.",
            Purpose.LeaveTagGradient => $"Hand out the gradient by {Literals.Of(model.Tags[note.Number].Name)}, where it is asked for.",
            Purpose.LeaveGradient => model.Inputs.Count == 1 ? "Hand out the gradient by the input." : $"Hand out the gradient by {layer.Name}.",
            Purpose.NoGradient => $"{layer.Name} is read for the places of its values alone: its gradient is zero.",
            Purpose.GradientsAddUp => $"{layer.Name} is read more than once: its gradients add up.",
            _ => $"{layer.Name}: {What(note, layer)}",
        };
    }

    /// <summary>From the block or layer that a loop begins with to the one that it ends with.</summary>
    public string Span(CallNote first, CallNote last)
    {
        string[] from = _layers[first.Layer].Name.Split('.');
        string[] to = _layers[last.Layer].Name.Split('.');
        int common = 0;
        while (common + 1 < Math.Min(from.Length, to.Length) && from[common] == to[common])
        {
            common++;
        }

        return $"{string.Join(".", from.Take(common + 1))} to {to[common]}";
    }

    /// <summary>What a buffer holds; empty where its name says it.</summary>
    public string Of(PlacedBuffer buffer) => buffer.Role switch
    {
        BufferRole.Value or BufferRole.ValueAgain => Text(_layers[buffer.Layer].Shape),
        BufferRole.Affine => "factors, then summands",
        BufferRole.Products => "sums of dy · x̂",
        BufferRole.Sums => "sums of dy",
        BufferRole.Moments when buffer.Region == Region.Shard => "counts, means, squared deviations",
        BufferRole.Moments => "means, then 1 / deviations, of each image",
        BufferRole.Statistics => "mean, 1 / deviation, means of gradients, count",
        BufferRole.Lines => "two rows an image: what the gradient takes off",
        BufferRole.Centres => "a row a feature",
        BufferRole.CentreGradient => "a row a feature",
        BufferRole.Squares => "a pixel's squares, with zeros around them",
        BufferRole.Rows => "two rows of a pixel, with zeros around them",
        BufferRole.Gates => "the gates of each step",
        BufferRole.FromState => "what the state adds to the gates",
        BufferRole.States => "the state after each step",
        BufferRole.Cells => "the cells after each step",
        BufferRole.Words => "the words of an image",
        BufferRole.WordGradients => "a row a word",
        _ => "",
    };

    private string OutputName(CallNote note) => Literals.Of(model.Outputs[note.Number - 1].Name);

    private string What(CallNote note, LayerRow layer) => note.Purpose switch
    {
        Purpose.Value => $"{layer.Title}, {string.Join(" and ", layer.Inputs.Select(i => i.ToString()))} → {Text(layer.Shape)}{Fused(note)}.",
        Purpose.Steps => "its steps, one after the other.",
        Purpose.Step => "a step, from the state that is there to the next.",
        Purpose.Words => "what the word adds to its gates, as multiplied beforehand.",
        Purpose.Begin => "what its sequences begin with goes into their states.",
        Purpose.StepsBack => "the gradients by its gates, from the last step to the first.",
        Purpose.BatchStatistics => "mean and variance of the batch.",
        Purpose.RepeatedInput => "a channel for each of its outputs.",
        Purpose.PaddedInput => "its input with zeros around it.",
        Purpose.Loss => "the loss and its gradient.",
        Purpose.Targets => "bring the targets into the internal layout.",
        Purpose.InputGradient => $"the gradient by its input{(note.Number == 0 ? "" : $" {note.Number}")}.",
        Purpose.WeightGradient => "the gradient by its weights.",
        Purpose.BiasGradient => "the gradient by its bias.",
        Purpose.ParameterGradient => "the gradient by its parameters.",
        Purpose.GradientSums => "the sums for its gradients.",
        Purpose.KeptForWeightGradient => "inputs and gradients are kept for the gradient by its weights.",
        _ => throw new ArgumentOutOfRangeException(nameof(note), note.Purpose, "a purpose without words"),
    };

    private static string Text(EquatableArray<int> shape) => $"({string.Join(", ", shape)})";

    private string Fused(CallNote note)
    {
        string folded = note.Folded < 0 ? "" : $", with {_layers[note.Folded].Name} folded in";
        folded += note.Summand < 0 ? "" : $", plus {_layers[note.Summand].Name}";
        folded += note.Activation is { } activation ? $", then {activation.Name}" : "";
        folded += note.Before is null ? "" : ", as soon as rows are there";
        return note.Again ? folded + ", once more" : folded;
    }
}
