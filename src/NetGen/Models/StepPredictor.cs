using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Predicts sequences one step at a time, several side by side, with the weights a model had when it was made: a step costs one step, however many went before. What recurrent layers remember
/// lies in <see cref="StepStates"/>, which the caller keeps. There may be any number of steps, more than the model declares as well. Made by <see cref="Model.CreateStepPredictor"/>.
/// </summary>
/// <remarks>The outputs are those of a prediction of the whole sequence up to rounding; of a model whose recurrent layer gives the last state alone, those of the sequence so far. One predictor serves one thread at a
/// time. After the first call, steps allocate nothing.</remarks>
public sealed unsafe class StepPredictor : IWork, IGated, IDisposable
{
    private readonly Model _model;
    private readonly WorkerPool _pool;
    private readonly AlignedMemory _weights;
    private readonly AlignedMemory _slots;
    private readonly AlignedMemory _work;
    private readonly Team _team;
    private readonly Gate _gate;
    private StepContext _context;
    private int _items;
    private int _first;
    private int _round;
    private bool _packs;

    internal StepPredictor(Model model, WorkerPool pool)
    {
        _model = model;
        _pool = pool;
        ModelLayout layout = model.Layout;
        foreach (TensorInfo input in model.Description.Inputs)
        {
            StepInputSize += input.Stepwise ? SizeOfStep(input) : 0;
            StartInputSize += input.Stepwise ? 0 : input.Size;
        }

        _weights = new AlignedMemory(layout.StepWeights);
        _slots = new AlignedMemory(layout.StepSlot * pool.Threads);
        _work = new AlignedMemory(layout.StepWork * pool.Threads);
        _team = new Team(pool, layout.StepShared, layout.StepTogether);
        _gate = new Gate(this);
        model.Parameters.Normalize();
        _packs = true;
        pool.Run(this, layout.StepPacks);
        _packs = false;
    }

    /// <summary>Ends the threads of a predictor that was forgotten instead of disposed of.</summary>
    ~StepPredictor() => _pool.Abandon();

    /// <summary>Values of a step of all inputs that come step by step, one input after the other; of words one number.</summary>
    public int StepInputSize { get; }

    /// <summary>Values of all other inputs, which are given at the start; 0 where there are none.</summary>
    public int StartInputSize { get; }

    /// <summary>Values of a step's output.</summary>
    public int StepOutputSize => _model.Layout.StepOutput;

    /// <summary>Makes room for the states of some sequences, which are before their first step.</summary>
    /// <param name="count">The most sequences there will be side by side.</param>
    /// <returns>The states, which any step predictor of the model takes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public StepStates CreateStates(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new StepStates(_model, count);
    }

    /// <summary>Begins sequences with the step that a <see cref="PrependAttribute"/> puts before the others, such as an image's features.</summary>
    /// <param name="states">The sequences; whatever they were before, they begin anew.</param>
    /// <param name="inputs">For each of them the values of the inputs that do not come step by step, <see cref="StartInputSize"/>.</param>
    /// <param name="outputs">Receives the outputs after that step, <see cref="StepOutputSize"/> for each.</param>
    /// <exception cref="ArgumentNullException"><paramref name="states"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the states are another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="InvalidOperationException">The model's sequences begin with nothing of that kind: call <see cref="Step"/>; or another thread is predicting with it.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed of.</exception>
    public void Start(StepStates states, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ArgumentNullException.ThrowIfNull(states);
        using Gate.Use use = _gate.Enter();
        if (!_model.Layout.StepStartIsStep)
        {
            throw new InvalidOperationException(_model.Layout.StepStarts
                ? $"The states of {_model.Description.Name} begin with what is given, which is no step: call Start without outputs."
                : $"The sequences of {_model.Description.Name} begin with a step of their own: clear the states and call Step.");
        }

        Check(states, inputs, StartInputSize, outputs, StepOutputSize, stepwise: false);
        states.Clear();
        Run(states, inputs, outputs, tag: 1);
    }

    /// <summary>Begins sequences whose states are given at the start (<see cref="LSTMAttribute.InitialState"/> and its like), such as an image's features: their first step comes by <see cref="Step"/>.</summary>
    /// <param name="states">The sequences; whatever they were before, they begin anew.</param>
    /// <param name="inputs">For each of them the values of the inputs that do not come step by step, <see cref="StartInputSize"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="states"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the states are another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="InvalidOperationException">The model's sequences begin with nothing of that kind; or with a step that has an output; or another thread is predicting with it.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed of.</exception>
    public void Start(StepStates states, ReadOnlySpan<float> inputs)
    {
        ArgumentNullException.ThrowIfNull(states);
        using Gate.Use use = _gate.Enter();
        if (!_model.Layout.StepStarts || _model.Layout.StepStartIsStep)
        {
            throw new InvalidOperationException(_model.Layout.StepStarts
                ? $"The sequences of {_model.Description.Name} begin with a step: call Start with room for its outputs."
                : $"The sequences of {_model.Description.Name} begin with a step of their own: clear the states and call Step.");
        }

        Check(states, inputs, StartInputSize, [], 0, stepwise: false);
        states.Clear();
        Run(states, inputs, [], tag: 1);
    }

    /// <summary>Predicts the next step of some sequences, and changes their states.</summary>
    /// <param name="states">The sequences.</param>
    /// <param name="inputs">For each of them a step, <see cref="StepInputSize"/> values.</param>
    /// <param name="outputs">Receives the outputs, <see cref="StepOutputSize"/> for each.</param>
    /// <exception cref="ArgumentNullException"><paramref name="states"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the states are another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="InvalidOperationException">Another thread is predicting with it.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed of.</exception>
    public void Step(StepStates states, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ArgumentNullException.ThrowIfNull(states);
        using Gate.Use use = _gate.Enter();
        Check(states, inputs, StepInputSize, outputs, StepOutputSize, stepwise: true);
        Run(states, inputs, outputs, tag: 0);
    }

    /// <inheritdoc/>
    /// <remarks>A step at work on another thread ends with its result; what the predictor holds is given back after it.</remarks>
    public void Dispose()
    {
        _gate.Close();
        GC.SuppressFinalize(this);
    }

    string IGated.Name => $"A step predictor of {_model.Description.Name}";

    void IGated.Release()
    {
        _pool.Dispose();
        _weights.Dispose();
        _slots.Dispose();
        _work.Dispose();
    }

    void IWork.Run(int item, int worker)
    {
        if (_packs)
        {
            _model.Code.PackForStepping(item, _weights.Pointer);
            return;
        }

        if (_context.Parts == 1)
        {
            int first = (int)((long)item * _context.Batch / _items);
            StepChunk(first, (int)((long)(item + 1) * _context.Batch / _items), slot: worker, worker, part: 0);
            return;
        }

        try
        {
            StepChunk(_first, Math.Min(_context.Batch, _first + _model.Layout.StepChunk), slot: 0, worker, part: item);
        }
        catch
        {
            // The others would wait for ever.
            _team.Barrier.Break();
            throw;
        }
    }

    private void StepChunk(int first, int end, int slot, int worker, int part)
    {
        ModelLayout layout = _model.Layout;
        StepContext c = _context;
        c.First = first;
        c.Count = end - first;
        c.Part = part;
        c.Inputs = _context.Inputs + ((long)first * (c.Tag == 1 ? StartInputSize : StepInputSize));
        c.Outputs = _context.Outputs + ((long)first * layout.StepOutput);
        c.State = _context.State + ((long)first * layout.StepState);
        c.Slot = _slots.Pointer + (slot * layout.StepSlot);
        c.Work = _work.Pointer + (worker * layout.StepWork);
        _model.Code.StepChunk(in c);
    }

    private static int SizeOfStep(TensorInfo input) => input.Shape.Count == 2 ? input.Shape[1] : 1;

    private void Run(StepStates states, ReadOnlySpan<float> inputs, Span<float> outputs, int tag)
    {
        int count = states.Count;
        int chunk = _model.Layout.StepChunk;
        int threads = _team.ThreadsFor(count);
        fixed (float* x = inputs, y = outputs)
        {
            _context = new StepContext
            {
                Inputs = x,
                Outputs = y,
                State = states.Pointer,
                Weights = _weights.Pointer,
                Batch = count,
                Tag = tag,
                Round = _round++,
                Parts = threads,
                Team = threads == 1 ? null : _team.Barrier,
            };
            if (threads > 1)
            {
                for (_first = 0; _first < count; _first += chunk)
                {
                    _team.Run(this, threads);
                }
            }
            else
            {
                int rounds = (count + (chunk * _pool.Threads) - 1) / (chunk * _pool.Threads);
                _items = Math.Min(count, rounds * _pool.Threads);
                _pool.Run(this, _items);
            }

            // The pointers are valid no longer.
            _context = default;
        }
    }

    private void Check(StepStates states, ReadOnlySpan<float> inputs, int size, Span<float> outputs, int outputSize, bool stepwise)
    {
        if (!states.AreOf(_model))
        {
            throw new ArgumentException($"expected states of this {_model.Description.Name}, actual those of another model", nameof(states));
        }

        Model.CheckLength(inputs.Length, states.Count, size, "inputs", nameof(inputs));
        if (outputSize > 0)
        {
            Model.CheckLength(outputs.Length, states.Count, outputSize, "outputs", nameof(outputs));
        }

        int start = 0;
        for (int i = 0; i < _model.Description.Inputs.Count; i++)
        {
            TensorInfo input = _model.Description.Inputs[i];
            if (input.Stepwise != stepwise)
            {
                continue;
            }

            int length = stepwise ? SizeOfStep(input) : input.Size;
            Model.CheckWords(inputs, start, length, size, input, nameof(inputs));

            start += length;
        }
    }
}
