using NetGen.Runtime;

namespace NetGen;

/// <summary>Changes a model's parameters by their gradients, one step at a time.</summary>
/// <remarks>Formulas, defaults and the order of operations are PyTorch's. The state belongs to one model's parameters: it is made
/// at the first step, and later steps allocate nothing. Not safe to use from several threads at once.</remarks>
public abstract unsafe partial class Optimizer
{
    private ParameterSet? _parameters;
    private ParameterRuns? _runs;
    private ParameterRun _run;
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
    /// <exception cref="InvalidOperationException">The model is at work: on another thread, or this is called from inside of its step. Or a pattern of
    /// <see cref="Groups"/> or <see cref="Freeze"/> fits no trainable parameter; the message lists those there are.</exception>
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
        ParameterRuns runs = Attach(parameters);
        if (_rules.Changed)
        {
            runs.Cut(_rules, Steps);
        }

        Span<float> values = parameters.TrainableValues;
        Span<float> gradients = parameters.Gradients;
        Clip(gradients, runs);
        Steps++;
        try
        {
            foreach (ref readonly ParameterRun run in runs.Runs)
            {
                _run = run;
                Apply(values.Slice(run.Start, run.Length), gradients.Slice(run.Start, run.Length));
            }
        }
        catch
        {
            Steps--;
            throw;
        }
        finally
        {
            _run = Whole(parameters);
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

    /// <summary>Changes a run of values; <see cref="Steps"/> already counts this step.</summary>
    /// <remarks>Without groups the run is all trainable values. Otherwise this is called in a step for each run of values that
    /// <see cref="Rate"/>, <see cref="Decay"/> and <see cref="RunSteps"/> are the same for; not for what is frozen. Each value is to be by itself, so that
    /// it does not matter how the runs are cut.</remarks>
    /// <param name="values">Trainable values.</param>
    /// <param name="gradients">Their gradients.</param>
    protected abstract void Apply(Span<float> values, ReadOnlySpan<float> gradients);

    /// <summary>The state of the run that <see cref="Apply"/> is called for, as long as its values; empty past <see cref="StateCount"/>.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The state, to read and write; not to be kept after the step. Outside of <see cref="Apply"/>, that of all trainable values.</returns>
    protected Span<float> State(int index) =>
        index < _memory.Length ? _memory[index].Slice(_run.Start, _run.Length) : default;

    /// <summary>Runs a formula over a run's values and their state, on the threads of the model whose step it is.</summary>
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
    /// <exception cref="InvalidOperationException">A step has been taken, or a state was loaded.</exception>
    protected void RequireNoState(string name, bool changes)
    {
        if (changes && _parameters is not null)
        {
            throw new InvalidOperationException($"{name} needs another state with this value: set it before the first step");
        }
    }

    /// <summary>Makes the state at the first use; after that, the parameters must be the same.</summary>
    private ParameterRuns Attach(ParameterSet parameters)
    {
        if (_parameters is null || _runs is null)
        {
            ParameterRuns runs = new(parameters);
            runs.Cut(_rules, 0);
            PinnedMemory[] memory = new PinnedMemory[StateCount];
            for (int i = 0; i < memory.Length; i++)
            {
                memory[i] = new PinnedMemory(parameters.TrainableCount);
                if (InitialState != 0)
                {
                    memory[i].Slice(0, memory[i].Length).Fill(InitialState);
                }
            }

            (_parameters, _runs, _memory, _run) = (parameters, runs, memory, Whole(parameters));
        }
        else if (!ReferenceEquals(_parameters, parameters))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected the parameters of the first step ({_parameters.TrainableCount} values), ")
                + FormattableString.Invariant($"actual those of another model ({parameters.TrainableCount} values)"),
                nameof(parameters));
        }

        return _runs;
    }

    private static ParameterRun Whole(ParameterSet parameters) => new(0, parameters.TrainableCount, 1, null, 0);
}
