using NetGen.Runtime;

namespace NetGen;

/// <summary>Whether samples have what a model's outputs with targets of their own learn from: exactly those outputs, by name.</summary>
internal static class FurtherFit
{
    /// <summary>Refuses samples that have other further targets than the model's outputs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="further">What the samples have.</param>
    /// <param name="name">The caller's parameter that they are.</param>
    /// <exception cref="ArgumentException">One is missing, twice, of another kind or of another size, or there is no such output.</exception>
    public static void Check(Model model, IReadOnlyList<FurtherTargets> further, string name)
    {
        IReadOnlyList<HeadLayout> heads = model.Layout.Heads;
        if (further.Count == 0 && heads.Count == 0)
        {
            return;
        }

        foreach (FurtherTargets given in further)
        {
            if (!heads.Any(h => h.Output == given.Output))
            {
                throw new ArgumentException($"expected further targets for {Names(model)}, actual some for \"{given.Output}\"", name);
            }
        }

        for (int i = 0; i < heads.Count; i++)
        {
            HeadLayout head = heads[i];
            FurtherTargets[] given = [.. further.Where(f => f.Output == head.Output)];
            if (given.Length != 1)
            {
                throw new ArgumentException(
                    $"expected further targets for {Names(model)}, actual {(given.Length == 0 ? "none" : "several")} for \"{head.Output}\": Dataset.With gives a set some", name);
            }

            Check(model.Description, head, model.Description.Outputs[i + 1].Size, given[0], name);
        }
    }

    /// <summary>Refuses changes of samples that further targets would have to take part in.</summary>
    /// <param name="trainer">The settings.</param>
    /// <exception cref="ArgumentException">There are such.</exception>
    public static void CheckTransforms(Trainer trainer)
    {
        Model model = trainer.Model;
        if (trainer.BatchTransform is not null && model.Layout.Heads.Count > 0)
        {
            throw new ArgumentException(
                $"expected no change of whole batches, which would mix inputs and the targets of the model's own output alone, actual one: {model.Description.Name} has targets of its own for {Quoted(model)}",
                nameof(Trainer.BatchTransform));
        }

        for (int i = 0; i < model.Layout.Heads.Count && trainer.PixelTransform is not null; i++)
        {
            TensorInfo output = model.Description.Outputs[i + 1];
            if (model.Layout.Heads[i].Classes != output.Size)
            {
                throw new ArgumentException(
                    $"expected outputs whose own targets are classes of whole samples, since only the labels of the model's own output move with pixels, actual \"{output.Name}\" of {ShapeText.Of(output.Shape)}",
                    nameof(Trainer.PixelTransform));
            }
        }
    }

    /// <summary>Refuses several ranks, which share the gradients and totals of one loss.</summary>
    /// <param name="trainer">The settings.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public static void CheckWorld(Trainer trainer)
    {
        if (trainer is { World.Size: > 1, Model.Layout.Heads.Count: > 0 })
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"expected a {nameof(Trainer.World)} of one rank for {trainer.Model.Description.Name}, which has outputs with targets of their own ({Quoted(trainer.Model)}), actual {trainer.World.Size}"));
        }
    }

    private static void Check(ModelInfo model, HeadLayout head, int size, FurtherTargets given, string name)
    {
        string output = $"{model.Name}'s output \"{head.Output}\"";
        if (given.LabelSize > 0 && head.Classes == 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {size} float targets a sample for {output}, whose loss compares with values, actual {given.LabelSize} labels"), name);
        }

        if (given.LabelSize > 0 && given.LabelSize != size / head.Classes)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {size / head.Classes} labels a sample for {output}, actual {given.LabelSize}"), name);
        }

        if (given.TargetSize > 0 && head.LabelsAreSequences)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {size / head.Classes} labels a sample for {output}, whose loss takes sequences of them, actual {given.TargetSize} float targets"), name);
        }

        if (given.TargetSize > 0 && given.TargetSize != size)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {size} float targets a sample for {output}, actual {given.TargetSize}"), name);
        }
    }

    private static string Names(Model model) => model.Layout.Heads.Count == 0
        ? $"no output, since {model.Description.Name} has none with targets of its own"
        : $"each of {model.Description.Name}'s outputs with targets of their own ({Quoted(model)})";

    private static string Quoted(Model model) => string.Join(", ", model.Layout.Heads.Select(h => $"\"{h.Output}\""));
}
