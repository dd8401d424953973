using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

public abstract unsafe partial class Model
{
    private TrainingWorkspace? _training;
    private long _steps;

    /// <summary>Steps that noise was drawn for, at all sizes together; with the seed it decides the next step's.</summary>
    internal long Steps
    {
        get => (_whole ?? this)._steps;
        set => (_whole ?? this)._steps = value;
    }

    /// <summary>Labels of one image: one, or one a pixel where the output is an image.</summary>
    internal int LabelsPerImage => Layout.Classes > 0 ? Description.OutputSize / Layout.Classes : 0;

    /// <summary>Takes one training step over a batch: gradients of the mean loss, then the optimizer.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="labels">The class of each image, or of each pixel where the output is an image.</param>
    /// <param name="optimizer">What changes the parameters.</param>
    /// <returns>The mean loss and the hits, before the change.</returns>
    /// <exception cref="InvalidOperationException">The model's loss takes no labels, or it has none; or another thread is using the model.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a batch norm would see a single value a channel.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    public StepResult TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using Gate.Use use = _gate.Enter();
        StepResult result = Gradients(inputs, labels, default, default);
        optimizer.Step(Parameters, Pool);
        return result;
    }

    /// <summary>Changes the parameters by the gradients as they are, on the model's threads.</summary>
    internal void ApplyGradients(Optimizer optimizer)
    {
        using Gate.Use use = _gate.Enter();
        optimizer.Step(Parameters, Pool);
    }

    /// <summary>Takes one training step over a batch with float targets.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">What the outputs should be, NCHW; for a classifier the share of each class, as mixed images have them.</param>
    /// <param name="optimizer">What changes the parameters.</param>
    /// <returns>The mean loss and, of a classifier, the hits (its largest output is the class of the largest share), before the change.</returns>
    /// <exception cref="InvalidOperationException">The model has no loss; or another thread is using the model.</exception>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    public StepResult TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using Gate.Use use = _gate.Enter();
        StepResult result = Gradients(inputs, targets, default, default);
        optimizer.Step(Parameters, Pool);
        return result;
    }

    /// <summary>Computes the mean loss over a batch and its gradients by the parameters, which replace those of the last step.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="labels">The class of each image, or of each pixel.</param>
    /// <param name="outputs">Receives the outputs in training mode; may be empty.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs; may be empty.</param>
    /// <returns>The mean loss and the hits.</returns>
    /// <exception cref="InvalidOperationException">The model's loss takes no labels, or it has none; or another thread is using the model.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a batch norm would see a single value a channel.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    public StepResult ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default, Span<float> inputGradients = default)
    {
        using Gate.Use use = _gate.Enter();
        return Gradients(inputs, labels, outputs, inputGradients);
    }

    private StepResult Gradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs, Span<float> inputGradients)
    {
        int batch = CheckLabels(inputs, labels);
        CheckWords(inputs, nameof(inputs));
        CheckNorms(batch, nameof(inputs));
        CheckOptional(batch, outputs, inputGradients);
        fixed (int* l = labels)
        {
            return Step(inputs, batch, l, null, outputs, inputGradients);
        }
    }

    /// <summary>Computes the mean loss over a batch with float targets and its gradients by the parameters.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">What the outputs should be, NCHW; for a classifier the share of each class, as mixed images have them.</param>
    /// <param name="outputs">Receives the outputs in training mode; may be empty.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs; may be empty.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="InvalidOperationException">The model has no loss; or another thread is using the model.</exception>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    public StepResult ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs = default, Span<float> inputGradients = default)
    {
        using Gate.Use use = _gate.Enter();
        return Gradients(inputs, targets, outputs, inputGradients);
    }

    private StepResult Gradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs, Span<float> inputGradients)
    {
        int batch = CheckTargets(inputs, targets);
        CheckWords(inputs, nameof(inputs));
        CheckNorms(batch, nameof(inputs));
        CheckOptional(batch, outputs, inputGradients);
        fixed (float* t = targets)
        {
            return Step(inputs, batch, null, t, outputs, inputGradients);
        }
    }

    /// <summary>Computes loss and hits over a batch in inference mode, without gradients.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="labels">The class of each image, or of each pixel.</param>
    /// <param name="outputs">Receives the outputs; may be empty.</param>
    /// <returns>The mean loss and the hits.</returns>
    /// <exception cref="InvalidOperationException">The model's loss takes no labels, or it has none; or another thread is using the model.</exception>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    public StepResult Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default)
    {
        using Gate.Use use = _gate.Enter();
        int batch = CheckLabels(inputs, labels);
        fixed (int* l = labels)
        {
            return Evaluate(inputs, batch, l, null, outputs);
        }
    }

    /// <summary>Computes the loss over a batch with float targets in inference mode, without gradients.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="targets">What the outputs should be, NCHW; for a classifier the share of each class, as mixed images have them.</param>
    /// <param name="outputs">Receives the outputs; may be empty.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="InvalidOperationException">The model has no loss; or another thread is using the model.</exception>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    public StepResult Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs = default)
    {
        using Gate.Use use = _gate.Enter();
        int batch = CheckTargets(inputs, targets);
        fixed (float* t = targets)
        {
            return Evaluate(inputs, batch, null, t, outputs);
        }
    }

    private float[] _evaluated = [];

    private StepResult Evaluate(ReadOnlySpan<float> inputs, int batch, int* labels, float* targets, Span<float> outputs)
    {
        CheckOptional(batch, outputs, default);
        int size = batch * Description.OutputSize;
        if (outputs.Length == 0 && _evaluated.Length < size)
        {
            _evaluated = new float[size];
        }

        Span<float> computed = outputs.Length > 0 ? outputs : _evaluated.AsSpan(0, size);
        CurrentPredictor().Predict(inputs, computed);
        ShardTotals totals = default;
        fixed (float* x = inputs, y = computed)
        {
            Code.EvaluateLoss(y, labels, Layout.LengthsAt is { } at ? x + at : targets, batch, &totals);
        }

        return Result(totals.Loss, totals.Correct, totals.Count);
    }

    /// <summary>A pass's sums; a loss without classes judges no prediction right or wrong.</summary>
    internal StepResult Result(double loss, long correct, long count) =>
        Layout.Classes > 0 ? new StepResult(loss, (int)correct, (int)count) : new StepResult(loss, 0, 0);

    private StepResult Step(ReadOnlySpan<float> inputs, int batch, int* labels, float* targets, Span<float> outputs, Span<float> inputGradients)
    {
        _training ??= new TrainingWorkspace(this);
        _classWeights ??= PinnedWeights(Layout.ClassWeights);
        fixed (float* x = inputs, y = outputs, dx = inputGradients)
        {
            _training.Begin(Context(x, batch) with
            {
                Labels = labels,
                Targets = targets,
                Outputs = y,
                InputGradients = dx,
                LabelWeight = LabelWeight(labels, batch),
                ClassWeights = _classWeights.Length == 0 ? null : (float*)Unsafe.AsPointer(ref _classWeights[0]),
            });
            _training.RunPhases(0, Layout.Phases);
            _training.Reduce();
        }

        return _training.Totals();
    }

    /// <summary>Pinned, so that kernels can be handed its address.</summary>
    private float[]? _classWeights;

    private static float[] PinnedWeights(IReadOnlyList<float> weights)
    {
        float[] pinned = GC.AllocateUninitializedArray<float>(weights.Count, pinned: true);
        for (int i = 0; i < pinned.Length; i++)
        {
            pinned[i] = weights[i];
        }

        return pinned;
    }

    /// <summary>What a batch's mean loss is divided by, where labels do not all count for 1; null where they do.</summary>
    internal double? LossWeight(ReadOnlySpan<int> labels)
    {
        _classWeights ??= PinnedWeights(Layout.ClassWeights);
        return !Layout.DividesByLabels ? null : WeightedLosses.Total(labels, Layout.IgnoreIndex ?? -1, _classWeights);
    }

    /// <summary>What the labels of a batch count for together, where they do not all count for 1.</summary>
    private double LabelWeight(int* labels, int batch) => labels == null || (Layout.IgnoreIndex is null && Layout.ClassWeights.Count == 0)
        ? 0
        : WeightedLosses.Total(new ReadOnlySpan<int>(labels, batch * LabelsPerImage), Layout.IgnoreIndex ?? -1, _classWeights);

    private StepContext Context(float* inputs, int batch)
    {
        StepContext seeds = new() { StepSeed = Seed + ((ulong)Steps++ * 0xD1B54A32D192ED03UL) };
        return new StepContext { Inputs = inputs, Parameters = Parameters.Table, Batch = batch, StepCount = batch, BatchNormFrozen = FreezeBatchNorm, StepSeed = seeds.Noise(-1) };
    }

    /// <summary>Refuses to train on a batch that a batch norm can make no statistics of, as PyTorch does, before anything changes.</summary>
    internal void CheckNorms(int batch, string name)
    {
        if (batch == 1 && !FreezeBatchNorm && Layout.NormOfOneValue is { } norm)
        {
            throw new ArgumentException(
                $"expected two samples or more in training, actual 1: {norm} would normalise a single value a channel, which leaves nothing of it. Take a larger batch, leave the last one out (Trainer.DropLast), or set FreezeBatchNorm",
                name);
        }
    }

    private int CheckLabels(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        CheckOneLoss();
        if (Layout.Classes <= 0)
        {
            throw new InvalidOperationException(Layout.Classes < 0
                ? $"{Description.Name} has no loss: end it in one, or call Forward and Backward."
                : $"{Description.Name}'s loss takes float targets, not class labels.");
        }

        CheckLength(labels.Length, batch, LabelsPerImage, "labels", nameof(labels));
        if (Layout.LabelsAreSequences)
        {
            CheckSequences(labels, LabelsPerImage, Layout.Classes, nameof(labels));
        }

        if (FirstWrongLabel(labels, Layout.Classes, Layout.IgnoreIndex) is var found && found >= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(labels), labels[found], FormattableString.Invariant($"expected classes from 0 to {Layout.Classes - 1}, actual {labels[found]} at {found}"));
        }

        return batch;
    }

    /// <summary>Refuses labels of <see cref="CTCAttribute"/> that cannot stand where they do.</summary>
    internal static void CheckSequences(ReadOnlySpan<int> labels, int steps, int classes, string name)
    {
        if (CtcLoss.FirstWrongLabel(labels, steps, classes) is var found && found >= 0)
        {
            throw new ArgumentOutOfRangeException(
                name, labels[found], FormattableString.Invariant($"expected classes from 1 to {classes - 1} with {CtcLoss.End} behind the last of each sample, actual {labels[found]} at {found}"));
        }
    }

    /// <summary>The place of the first label that is no class and not the one that counts for nothing; -1 where there is none.</summary>
    internal static int FirstWrongLabel(ReadOnlySpan<int> labels, int classes, int? ignored)
    {
        int found = labels.IndexOfAnyExceptInRange(0, classes - 1);
        while (found >= 0 && labels[found] == ignored)
        {
            int next = labels[(found + 1)..].IndexOfAnyExceptInRange(0, classes - 1);
            found = next < 0 ? next : found + 1 + next;
        }

        return found;
    }

    /// <summary>Refuses one kind of targets alone where outputs have their own.</summary>
    /// <exception cref="InvalidOperationException">They have.</exception>
    private void CheckOneLoss()
    {
        if (Layout.Heads.Count > 0)
        {
            throw new InvalidOperationException(
                $"{Description.Name} has outputs with targets of their own ({string.Join(", ", Layout.Heads.Select(h => $"\"{h.Output}\""))}): call TrainStep, ComputeGradients or Evaluate with Targets.");
        }
    }

    private int CheckTargets(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        CheckOneLoss();
        if (Layout.Classes < 0)
        {
            throw new InvalidOperationException($"{Description.Name} has no loss: end it in one, or call Forward and Backward.");
        }

        if (Layout.LabelsAreSequences)
        {
            throw new InvalidOperationException($"{Description.Name}'s loss takes labels, not float targets.");
        }

        CheckLength(targets.Length, batch, Description.OutputSize, "outputs", nameof(targets));
        return batch;
    }

    private void CheckOptional(int batch, Span<float> outputs, Span<float> inputGradients)
    {
        if (outputs.Length > 0)
        {
            CheckLength(outputs.Length, batch, Description.OutputSize, "outputs", nameof(outputs));
        }

        if (inputGradients.Length > 0)
        {
            CheckLength(inputGradients.Length, batch, Description.InputSize, "images", nameof(inputGradients));
        }
    }
}
