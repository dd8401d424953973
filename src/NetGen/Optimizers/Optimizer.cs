using NetGen.Runtime;

namespace NetGen;

/// <summary>Changes a model's parameters by their gradients, one step at a time.</summary>
/// <remarks>Formulas, defaults and the order of operations are PyTorch's. The state belongs to one model's parameters: it is made
/// at the first step, and later steps allocate nothing. Not safe to use from several threads at once.</remarks>
public abstract unsafe class Optimizer
{
    private ParameterSet? _parameters;
    private PinnedMemory[] _memory = [];
    private WorkerPool? _pool;
    private IWork? _blocks;

    /// <summary>Starts with a learning rate.</summary>
    /// <param name="learningRate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    protected Optimizer(float learningRate)
    {
        Check.NotNegative(learningRate, nameof(learningRate));
        LearningRate = learningRate;
    }

    /// <summary>How far a step goes; may be set between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate
    {
        get;
        set => field = (float)Check.NotNegative(value, nameof(LearningRate));
    }

    /// <summary>The pull of every parameter toward 0. Added to the gradient as weight × this (an L2 penalty), except by
    /// <see cref="AdamW"/>, which shrinks the weight itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double WeightDecay
    {
        get;
        set => field = Check.NotNegative(value, nameof(WeightDecay));
    }

    /// <summary>The number of steps taken.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes one step: changes the trainable values by their gradients.</summary>
    /// <param name="parameters">The same model's at every step.</param>
    /// <exception cref="ArgumentException">They are another model's than at the first step.</exception>
    /// <exception cref="InvalidOperationException">The model is at work: on another thread, or this is called from inside of its step.</exception>
    public void Step(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Gate is null)
        {
            Change(parameters);
            return;
        }

        using Gate.Use use = parameters.Gate.Enter();
        Change(parameters);
    }

    private void Change(ParameterSet parameters)
    {
        if (_parameters is null)
        {
            Attach(parameters);
        }
        else if (!ReferenceEquals(_parameters, parameters))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected the parameters of the first step ({_parameters.TrainableCount} values), ")
                + FormattableString.Invariant($"actual those of another model ({parameters.TrainableCount} values)"),
                nameof(parameters));
        }

        Steps++;
        try
        {
            Apply(parameters.TrainableValues, parameters.Gradients);
        }
        catch
        {
            Steps--;
            throw;
        }

        GC.KeepAlive(parameters);
    }

    /// <summary>The same on a model's threads, inside of its step. Every value is by itself, so the result does not depend on them.</summary>
    internal void Step(ParameterSet parameters, WorkerPool pool)
    {
        _pool = pool;
        try
        {
            Change(parameters);
        }
        finally
        {
            _pool = null;
        }
    }

    /// <summary>How many floats of state each value needs with the present settings.</summary>
    protected abstract int StateCount { get; }

    /// <summary>What the state holds before the first step.</summary>
    protected virtual float InitialState => 0;

    /// <summary>Changes the values; <see cref="Steps"/> already counts this step.</summary>
    /// <param name="values">The trainable values.</param>
    /// <param name="gradients">Their gradients.</param>
    protected abstract void Apply(Span<float> values, ReadOnlySpan<float> gradients);

    /// <summary>One of the runs of state, as long as the trainable values; empty past <see cref="StateCount"/>.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The run, to read and write; not to be kept after the step.</returns>
    protected Span<float> State(int index) =>
        index < _memory.Length ? _memory[index].Slice(0, _memory[index].Length) : default;

    /// <summary>Runs a formula over all values and their state, on the threads of the model whose step it is.</summary>
    private protected void Update<TRule>(TRule rule, Span<float> values, ReadOnlySpan<float> gradients)
        where TRule : struct, IUpdateRule
    {
        if (_pool is null)
        {
            UpdatePass.Run(rule, values, gradients, State(0), State(1), State(2));
            return;
        }

        UpdateBlocks<TRule> blocks = _blocks as UpdateBlocks<TRule> ?? new UpdateBlocks<TRule>();
        _blocks = blocks;
        fixed (float* v = values, g = gradients, a = State(0), b = State(1), c = State(2))
        {
            blocks.Run(_pool, rule, v, g, a, b, c, values.Length);
        }
    }

    /// <summary>Refuses to change a setting that decides what the state is, once there is one.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="changes">Whether the new value would need another state.</param>
    /// <exception cref="InvalidOperationException">A step has been taken.</exception>
    protected void RequireNoState(string name, bool changes)
    {
        if (changes && _parameters is not null)
        {
            throw new InvalidOperationException($"{name} needs another state with this value: set it before the first step");
        }
    }

    private void Attach(ParameterSet parameters)
    {
        PinnedMemory[] memory = new PinnedMemory[StateCount];
        for (int i = 0; i < memory.Length; i++)
        {
            memory[i] = new PinnedMemory(parameters.TrainableCount);
        }

        _memory = memory;
        _parameters = parameters;
        for (int i = 0; i < _memory.Length && InitialState != 0; i++)
        {
            State(i).Fill(InitialState);
        }
    }
}
