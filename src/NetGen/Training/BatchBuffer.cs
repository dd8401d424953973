namespace NetGen;

/// <summary>Room for one batch, made once and filled at every step.</summary>
internal sealed class BatchBuffer
{
    private readonly BatchRecipe _recipe;
    private readonly Dataset _dataset;
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[] _targets;

    /// <summary>Makes the room.</summary>
    /// <param name="recipe">How it is filled.</param>
    /// <param name="size">The most samples in a batch.</param>
    public BatchBuffer(BatchRecipe recipe, int size)
    {
        _recipe = recipe;
        _dataset = recipe.Dataset;
        _inputs = new float[checked(size * _dataset.InputSize)];
        _labels = new int[checked(size * _dataset.LabelSize)];
        _targets = new float[checked(size * recipe.TargetSize)];
    }

    /// <summary>Samples in it.</summary>
    public int Count { get; private set; }

    /// <summary>The inputs, one after the other.</summary>
    public ReadOnlySpan<float> Inputs => _inputs.AsSpan(0, Count * _dataset.InputSize);

    /// <summary>The labels; empty where the samples have targets.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, Count * _dataset.LabelSize);

    /// <summary>The targets, or what labels became.</summary>
    public ReadOnlySpan<float> Targets => _targets.AsSpan(0, Count * _recipe.TargetSize);

    private bool HasTargets => _recipe.TargetSize > 0;

    /// <summary>Fills it. What comes out depends on the arguments and the recipe alone, whichever thread does it.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="batch">The batch's number in the epoch, from 0.</param>
    public void Fill(ReadOnlySpan<int> samples, int epoch, int batch)
    {
        Count = samples.Length;
        for (int slot = 0; slot < samples.Length; slot++)
        {
            Add(slot, samples[slot], epoch);
        }

        if (_recipe.Classes > 0 && _dataset.LabelSize > 0)
        {
            SpreadLabels();
        }

        if (_recipe.BatchTransform is { } change)
        {
            // Samples count up from 0 and the order has -1, so these are apart from both.
            RandomSource random = new(_recipe.Seed, epoch, -2 - batch);
            change(_inputs.AsSpan(0, Count * _dataset.InputSize), _targets.AsSpan(0, Count * _recipe.TargetSize), Count, ref random);
        }

        if (_recipe.ClassWeights is { } weights)
        {
            Weigh(weights);
        }
    }

    /// <summary>Takes a training step with the batch.</summary>
    public StepResult Train(Model model, Optimizer optimizer) => HasTargets
        ? model.TrainStep(Inputs, Targets, optimizer)
        : model.TrainStep(Inputs, Labels, optimizer);

    /// <summary>Computes the batch's gradients.</summary>
    public StepResult ComputeGradients(Model model) => HasTargets
        ? model.ComputeGradients(Inputs, Targets)
        : model.ComputeGradients(Inputs, Labels);

    /// <summary>Evaluates the batch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="outputs">Receives the outputs; may be empty.</param>
    public StepResult Evaluate(Model model, Span<float> outputs = default) => HasTargets
        ? model.Evaluate(Inputs, Targets, outputs)
        : model.Evaluate(Inputs, Labels, outputs);

    private void Add(int slot, int sample, int epoch)
    {
        Span<float> input = _inputs.AsSpan(slot * _dataset.InputSize, _dataset.InputSize);
        _dataset.CopyInput(sample, input);
        if (_dataset.LabelSize > 0)
        {
            _dataset.CopyLabels(sample, _labels.AsSpan(slot * _dataset.LabelSize, _dataset.LabelSize));
        }
        else
        {
            _dataset.CopyTargets(sample, _targets.AsSpan(slot * _dataset.TargetSize, _dataset.TargetSize));
        }

        if (_recipe.Transform is { } transform)
        {
            RandomSource random = new(_recipe.Seed, epoch, sample);
            transform(input, ref random);
        }
    }

    /// <summary>Labels become shares: 1 for the label's class, 0 for the others.</summary>
    private void SpreadLabels()
    {
        int pixels = _dataset.LabelSize;
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

        float scale = sum > 0 ? (float)(Count * pixels / sum) : 0;
        foreach (ref float target in targets)
        {
            target *= scale;
        }
    }
}
