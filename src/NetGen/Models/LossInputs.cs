using System.Buffers;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>What a model's losses are given in a step: checked, pinned while it lasts, and with the sums that means divide by. Made once for a model, it allocates nothing in a step.</summary>
internal sealed unsafe class LossInputs
{
    private readonly Model _model;
    private readonly LossTargets[] _losses;
    private readonly MemoryHandle[] _pins;
    private readonly float[][] _classWeights;
    private readonly double[] _weights;

    public LossInputs(Model model)
    {
        _model = model;
        Count = 1 + model.Layout.Heads.Count;
        _losses = GC.AllocateArray<LossTargets>(Count, pinned: true);
        _pins = new MemoryHandle[2 * Count];
        _classWeights = new float[Count][];
        _weights = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            IReadOnlyList<float> weights = i == 0 ? model.Layout.ClassWeights : model.Layout.Heads[i - 1].ClassWeights;
            float[] pinned = _classWeights[i] = GC.AllocateUninitializedArray<float>(weights.Count, pinned: true);
            for (int c = 0; c < pinned.Length; c++)
            {
                pinned[c] = weights[c];
            }

            _losses[i].ClassWeights = pinned.Length == 0 ? null : (float*)Unsafe.AsPointer(ref pinned[0]);
        }
    }

    /// <summary>Losses: the model's own, and those of outputs with targets of their own.</summary>
    public int Count { get; }

    /// <summary>The first loss's.</summary>
    public LossTargets* Pointer => (LossTargets*)Unsafe.AsPointer(ref _losses[0]);

    /// <summary>What a loss is given.</summary>
    public ref readonly LossTargets this[int loss] => ref _losses[loss];

    /// <summary>What a loss's mean was divided by for the last targets: 0 where nothing counted.</summary>
    public double WeightOf(int loss) => _weights[loss];

    /// <summary>Takes a batch's targets. <see cref="Unpin"/> has to follow, also where this throws.</summary>
    /// <exception cref="ArgumentException">They do not fit the losses.</exception>
    public void Pin(Targets targets, int batch)
    {
        ModelInfo info = _model.Description;
        foreach (Targets.Entry entry in targets.Entries)
        {
            if (LossOf(entry.Output) < 0)
            {
                throw new ArgumentException($"expected targets for outputs of {info.Name} that have their own ({Names()}), actual some for \"{entry.Output}\"", nameof(targets));
            }
        }

        for (int i = 0; i < Count; i++)
        {
            Take(i, targets.Find(info.Outputs[i].Name) ?? throw new ArgumentException($"expected targets for each of {info.Name}'s outputs {Names()}, actual none for \"{info.Outputs[i].Name}\"", nameof(targets)), batch);
        }
    }

    /// <summary>Lets go of what was taken.</summary>
    public void Unpin()
    {
        foreach (ref MemoryHandle pin in _pins.AsSpan())
        {
            pin.Dispose();
            pin = default;
        }
    }

    /// <summary>A loss of outputs in PyTorch's layout, and the hits among the samples that count.</summary>
    public ShardTotals Evaluate(int loss, float* inputs, float* outputs, int batch)
    {
        ref LossTargets given = ref _losses[loss];

        // Where a loss counts some steps of each sample, they stand where targets do of others.
        int? lengthsAt = loss == 0 ? _model.Layout.LengthsAt : _model.Layout.Heads[loss - 1].LengthsAt;
        float* targets = lengthsAt is { } at ? inputs + at : given.Targets;
        ShardTotals totals = default;
        if (given.SampleWeights == null)
        {
            Evaluate(loss, outputs, given.Labels, targets, batch, &totals);
            return totals;
        }

        int size = _model.Description.Outputs[loss].Size;
        int next = lengthsAt is null ? size : _model.Description.InputSize;
        int labels = LabelsOf(loss);
        bool byLabels = DividesByLabels(loss);
        for (int i = 0; i < batch; i++)
        {
            int* own = given.Labels == null ? null : given.Labels + ((long)i * labels);

            // Where a sample's mean is over what its labels count for, it is so much of the batch's.
            double weight = given.SampleWeights[i] * (byLabels ? LabelWeight(loss, own, labels) : 1);
            if (given.SampleWeights[i] != 0)
            {
                ShardTotals sample = default;
                Evaluate(loss, outputs + ((long)i * size), own, targets == null ? null : targets + ((long)i * next), 1, &sample);
                totals.Loss += weight == 0 ? 0 : weight * sample.Loss;
                totals.Correct += sample.Correct;
                totals.Count += sample.Count;
            }
        }

        totals.Loss /= byLabels ? given.LabelWeight : given.SampleCount;
        return totals;
    }

    private void Evaluate(int loss, float* outputs, int* labels, float* targets, int count, ShardTotals* totals)
    {
        if (loss == 0)
        {
            _model.Code.EvaluateLoss(outputs, labels, targets, count, totals);
        }
        else
        {
            _model.Code.EvaluateHead(loss - 1, outputs, labels, targets, count, totals);
        }
    }

    private void Take(int loss, in Targets.Entry entry, int batch)
    {
        ref LossTargets taken = ref _losses[loss];
        string output = entry.Output;
        int size = _model.Description.Outputs[loss].Size;
        int labels = LabelsOf(loss);
        if (entry.IsLabels)
        {
            if (labels == 0)
            {
                throw new ArgumentException($"expected float targets for \"{output}\", whose loss compares with values, actual labels", "targets");
            }

            CheckLength(entry.Labels.Length, batch, labels, "labels", output);
            CheckLabels(loss, entry.Labels.Span, output);
            _pins[2 * loss] = entry.Labels.Pin();
            taken.Labels = (int*)_pins[2 * loss].Pointer;
            taken.Targets = null;
        }
        else if (TakesSequences(loss))
        {
            throw new ArgumentException($"expected labels for \"{output}\", whose loss takes sequences of them, actual float targets", "targets");
        }
        else
        {
            CheckLength(entry.Values.Length, batch, size, "values", output);
            _pins[2 * loss] = entry.Values.Pin();
            taken.Targets = (float*)_pins[2 * loss].Pointer;
            taken.Labels = null;
        }

        taken.SampleWeights = null;
        if (entry.Weights.Length > 0)
        {
            if (_model.Layout.Heads.Count == 0)
            {
                throw new ArgumentException(
                    $"expected no weights for \"{output}\", actual some: {_model.Description.Name} has no [Output] with Targets = true, and such a model takes the same step for every sample", "targets");
            }

            CheckLength(entry.Weights.Length, batch, 1, "weights", output);
            CheckWeights(entry.Weights.Span, output);
            _pins[(2 * loss) + 1] = entry.Weights.Pin();
            taken.SampleWeights = (float*)_pins[(2 * loss) + 1].Pointer;
        }

        Sum(loss, ref taken, batch, labels);
    }

    /// <summary>Finds what the means divide by.</summary>
    private void Sum(int loss, ref LossTargets taken, int batch, int labels)
    {
        double samples = 0;
        double ofLabels = 0;
        for (int i = 0; i < batch; i++)
        {
            double weight = taken.SampleWeights == null ? 1 : taken.SampleWeights[i];
            samples += weight;
            ofLabels += taken.Labels == null || weight == 0 ? 0 : weight * LabelWeight(loss, taken.Labels + ((long)i * labels), labels);
        }

        // Nothing counts: whatever is divided by this is 0.
        taken.SampleCount = samples == 0 ? 1 : samples;
        taken.LabelWeight = samples == 0 ? 1 : ofLabels;
        _weights[loss] = DividesByLabels(loss) ? ofLabels : samples;
    }

    /// <summary>Whether a loss's mean divides by what its labels count for.</summary>
    private bool DividesByLabels(int loss) => _losses[loss].Labels != null && (loss == 0 ? _model.Layout.DividesByLabels : _model.Layout.Heads[loss - 1].DividesByLabels);

    /// <summary>What the labels of a sample count for together.</summary>
    private double LabelWeight(int loss, int* labels, int count)
    {
        int? ignored = IgnoredOf(loss);
        return ignored is null && _classWeights[loss].Length == 0 ? count : WeightedLosses.Total(new ReadOnlySpan<int>(labels, count), ignored ?? -1, _classWeights[loss]);
    }

    private int? IgnoredOf(int loss) => loss == 0 ? _model.Layout.IgnoreIndex : _model.Layout.Heads[loss - 1].IgnoreIndex;

    private int ClassesOf(int loss) => loss == 0 ? _model.Layout.Classes : _model.Layout.Heads[loss - 1].Classes;

    /// <summary>Labels of a sample; 0 where targets are floats.</summary>
    private int LabelsOf(int loss) => ClassesOf(loss) is var classes && classes > 0 ? _model.Description.Outputs[loss].Size / classes : 0;

    private int LossOf(string output)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_model.Description.Outputs[i].Name == output)
            {
                return i;
            }
        }

        return -1;
    }

    private string Names() => string.Join(", ", _model.Description.Outputs.Take(Count).Select(o => $"\"{o.Name}\""));

    private bool TakesSequences(int loss) => loss == 0 ? _model.Layout.LabelsAreSequences : _model.Layout.Heads[loss - 1].LabelsAreSequences;

    private void CheckLabels(int loss, ReadOnlySpan<int> labels, string output)
    {
        int classes = ClassesOf(loss);
        if (TakesSequences(loss))
        {
            Model.CheckSequences(labels, LabelsOf(loss), classes, "targets");
        }

        if (Model.FirstWrongLabel(labels, classes, IgnoredOf(loss)) is var found && found >= 0)
        {
            throw new ArgumentOutOfRangeException("targets", labels[found], FormattableString.Invariant($"expected classes from 0 to {classes - 1} for \"{output}\", actual {labels[found]} at {found}"));
        }
    }

    private static void CheckLength(int actual, int batch, int size, string unit, string output)
    {
        if (actual != (long)batch * size)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {(long)batch * size} {unit} for \"{output}\" ({batch} samples × {size}), actual {actual}"), "targets");
        }
    }

    private static void CheckWeights(ReadOnlySpan<float> weights, string output)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            // Written so that NaN is refused as well.
            if (!(weights[i] >= 0 && weights[i] < float.PositiveInfinity))
            {
                throw new ArgumentException(FormattableString.Invariant($"expected finite weights of 0 or more for \"{output}\", actual {weights[i]} at {i}"), "targets");
            }
        }
    }
}
