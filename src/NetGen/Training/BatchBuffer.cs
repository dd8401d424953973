using NetGen.Runtime;

namespace NetGen;

/// <summary>Room for one batch, made once and filled at every step.</summary>
internal sealed class BatchBuffer
{
    private readonly BatchRecipe _recipe;
    private readonly SampleSizes _sizes;
    private readonly int[] _numbers;
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private readonly FurtherBuffer _further;

    /// <summary>What the samples' classes count for together.</summary>
    private double _weighed;

    /// <summary>Makes the room.</summary>
    /// <param name="recipe">How it is filled.</param>
    /// <param name="size">The most samples in a batch.</param>
    public BatchBuffer(BatchRecipe recipe, int size)
    {
        _recipe = recipe;
        _sizes = recipe.Sizes;
        _numbers = new int[size];
        _inputs = new float[checked(size * _sizes.Input)];
        _labels = new int[checked(size * _sizes.Labels)];
        _targets = new float[checked(size * recipe.TargetSize)];
        _further = new FurtherBuffer(_sizes.Further, size);
    }

    /// <summary>Samples in it.</summary>
    public int Count { get; private set; }

    /// <summary>Where several processes share a batch, the place of its first sample in the whole of it.</summary>
    public int First { get; private set; }

    /// <summary>Samples of the whole batch.</summary>
    public int StepCount { get; private set; }

    /// <summary>The inputs, one after the other.</summary>
    public ReadOnlySpan<float> Inputs => _inputs.AsSpan(0, Count * _sizes.Input);

    /// <summary>The labels; empty where the samples have targets.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, Count * _sizes.Labels);

    /// <summary>The targets, or what labels became.</summary>
    public ReadOnlySpan<float> Targets => _targets.AsSpan(0, Count * _recipe.TargetSize);

    /// <summary>Labels or targets for each output by its name.</summary>
    public Targets ByOutput { get; } = new();

    private bool HasTargets => _recipe.TargetSize > 0;

    /// <summary>Fills it. What comes out depends on the arguments and the recipe alone, whichever thread does it.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="batch">The batch's number in the epoch, from 0.</param>
    public void Fill(ReadOnlySpan<int> samples, int epoch, int batch)
    {
        for (int slot = 0; slot < samples.Length; slot++)
        {
            Put(slot, samples[slot]);
            Vary(slot, epoch);
        }

        Finish(samples.Length, epoch, batch);
    }

    /// <summary>Says what of the whole batch it is, where that is not all.</summary>
    public void Place(int first, int count) => (First, StepCount) = (first, count);

    /// <summary>Copies a sample of a stream; <see cref="FinishDrawn"/> does the rest.</summary>
    public void Put(int slot, int number, ReadOnlySpan<float> input, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
    {
        _numbers[slot] = number;
        input.CopyTo(Input(slot));
        labels.CopyTo(_labels.AsSpan(slot * _sizes.Labels));
        if (_sizes.Targets > 0)
        {
            targets.CopyTo(_targets.AsSpan(slot * _sizes.Targets));
        }
    }

    /// <summary>Changes the samples that were put in, and the batch as a whole. What comes out depends on these and the arguments alone.</summary>
    /// <param name="count">How many were put in.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="batch">The batch's number in the epoch, from 0.</param>
    public void FinishDrawn(int count, int epoch, int batch)
    {
        TeamShare share = _recipe.ShareOf(count);
        if (share.Count < count)
        {
            Keep(share);
            count = share.Count;
        }

        for (int slot = 0; slot < count; slot++)
        {
            Vary(slot, epoch);
        }

        Finish(count, epoch, batch);
    }

    /// <summary>Computes this process's part of the gradients of a batch that several share.</summary>
    public StepResult ComputeShare(Model model, SharedStep share, out double weight) =>
        model.ComputeShare(Inputs, HasTargets ? default : Labels, Targets, share, out weight);

    /// <summary>Where weights of classes were not yet brought to what the whole batch has of them, does so.</summary>
    public void FinishWeights(SharedStep share)
    {
        if (_recipe.ClassWeights is { } weights)
        {
            Scale((double)StepCount * (_recipe.TargetSize / weights.Length), share.Sum(_weighed));
        }
    }

    /// <summary>What the batch's mean loss is divided by, so that several batches have the mean of all: the samples, unless labels count differently.</summary>
    public double LossWeight(Model model) => HasTargets ? Count : model.LossWeight(Labels) ?? Count;

    /// <summary>Takes a training step with the batch.</summary>
    public StepResult Train(Model model, Optimizer optimizer) => _further.Any ? model.TrainStep(Inputs, ByOutput, optimizer)
        : HasTargets ? model.TrainStep(Inputs, Targets, optimizer)
        : model.TrainStep(Inputs, Labels, optimizer);

    /// <summary>Computes the batch's gradients.</summary>
    public StepResult ComputeGradients(Model model) => _further.Any ? model.ComputeGradients(Inputs, ByOutput)
        : HasTargets ? model.ComputeGradients(Inputs, Targets)
        : model.ComputeGradients(Inputs, Labels);

    /// <summary>Evaluates the batch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="outputs">Receives the outputs; may be empty.</param>
    public StepResult Evaluate(Model model, Span<float> outputs = default) => _further.Any ? model.EvaluateOwn(Inputs, ByOutput, outputs)
        : HasTargets ? model.Evaluate(Inputs, Targets, outputs)
        : model.Evaluate(Inputs, Labels, outputs);

    /// <summary>The batch with its outputs, for metrics.</summary>
    public EvaluationBatch WithOutputs(IReadOnlyList<int> outputShape, ReadOnlySpan<float> outputs, int? ignoreLabel = null) => HasTargets
        ? new EvaluationBatch(outputShape, outputs, Targets)
        : new EvaluationBatch(outputShape, outputs, Labels, ignoreLabel);

    private void Finish(int count, int epoch, int batch)
    {
        Count = count;
        if (_recipe.Classes > 0 && _sizes.Labels > 0)
        {
            SpreadLabels();
        }

        if (_recipe.BatchTransform is { } change)
        {
            // Samples count up from 0 and the order has -1, so these are apart from both.
            RandomSource random = new(_recipe.Seed, epoch, unchecked(-2 - ((batch * _recipe.Ranks) + _recipe.Rank)));
            change(_inputs.AsSpan(0, Count * _sizes.Input), _targets.AsSpan(0, Count * _recipe.TargetSize), Count, ref random);
        }

        if (_recipe.ClassWeights is { } weights)
        {
            Weigh(weights);
        }

        _ = HasTargets ? ByOutput.Values(_targets.AsMemory(0, Count * _recipe.TargetSize)) : ByOutput.Labels(_labels.AsMemory(0, Count * _sizes.Labels));
        _further.Give(ByOutput, Count);
    }

    private void Vary(int slot, int epoch)
    {
        RandomSource random = new(_recipe.Seed, epoch, _numbers[slot]);
        if (_recipe.PixelTransform is { } together)
        {
            together(Input(slot), _labels.AsSpan(slot * _sizes.Labels, _sizes.Labels), ref random);
        }

        if (_recipe.Transform is { } transform)
        {
            transform(Input(slot), ref random);
        }
    }

    private Span<float> Input(int slot) => _inputs.AsSpan(slot * _sizes.Input, _sizes.Input);

    private void Put(int slot, int sample)
    {
        Dataset dataset = _recipe.Dataset!;
        _numbers[slot] = sample;
        dataset.CopyInput(sample, Input(slot));
        if (_sizes.Labels > 0)
        {
            dataset.CopyLabels(sample, _labels.AsSpan(slot * _sizes.Labels, _sizes.Labels));
        }
        else
        {
            dataset.CopyTargets(sample, _targets.AsSpan(slot * _sizes.Targets, _sizes.Targets));
        }

        _further.Put(dataset, sample, slot);
    }

    /// <summary>Labels become shares: 1 for the label's class, 0 for the others.</summary>
    private void SpreadLabels()
    {
        int pixels = _sizes.Labels;
        _targets.AsSpan(0, Count * _recipe.TargetSize).Clear();
        for (int i = 0; i < Count * pixels; i++)
        {
            int label = _labels[i];
            if ((uint)label >= (uint)_recipe.Classes)
            {
                throw new ArgumentOutOfRangeException("labels", label, FormattableString.Invariant($"expected classes from 0 to {_recipe.Classes - 1}, actual {label}"));
            }

            _targets[(i / pixels * _recipe.TargetSize) + (label * pixels) + (i % pixels)] = 1;
        }
    }

    /// <summary>Each share counts for its class's weight, and all weights of the batch together for as many as there are predictions: PyTorch's weighted mean.</summary>
    private void Weigh(float[] weights)
    {
        Span<float> targets = _targets.AsSpan(0, Count * _recipe.TargetSize);
        int pixels = _recipe.TargetSize / weights.Length;
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] *= weights[i / pixels % weights.Length];
            sum += targets[i];
        }

        _weighed = sum;
        if (_recipe.Ranks == 1)
        {
            Scale((double)Count * pixels, sum);
        }
    }

    private void Scale(double predictions, double sum)
    {
        float scale = sum > 0 ? (float)(predictions / sum) : 0;
        foreach (ref float target in _targets.AsSpan(0, Count * _recipe.TargetSize))
        {
            target *= scale;
        }
    }

    /// <summary>Moves a process's part of what was put in to the front.</summary>
    private void Keep(TeamShare share)
    {
        Array.Copy(_numbers, share.First, _numbers, 0, share.Count);
        Array.Copy(_inputs, share.First * _sizes.Input, _inputs, 0, share.Count * _sizes.Input);
        Array.Copy(_labels, share.First * _sizes.Labels, _labels, 0, share.Count * _sizes.Labels);
        Array.Copy(_targets, share.First * _sizes.Targets, _targets, 0, share.Count * _sizes.Targets);
    }
}
