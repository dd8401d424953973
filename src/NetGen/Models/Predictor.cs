using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Predicts with the weights a model had when it was made. Predictors share the packed weights and have a workspace each, so that
/// every thread can have its own; one predictor serves one thread at a time. Its threads take images each, or share the large layers where there are fewer images
/// than threads, or few beside the network's weights.
/// </summary>
/// <remarks>After the first call, predictions allocate nothing.</remarks>
public sealed unsafe class Predictor : IPredictor, IWork, IGated, IDisposable
{
    private readonly Model _model;
    private readonly WorkerPool _pool;
    private readonly AlignedMemory _slots;
    private readonly AlignedMemory _work;
    private float* _inputs;
    private float* _outputs;
    private float** _further;
    private OutputSet? _unasked;
    private int _tag;
    private int _batch;
    private int _chunks;
    private readonly Team _team;
    private int _parts;
    private int _first;
    private readonly Gate _gate;

    internal Predictor(Model model, PackedWeights weights, WorkerPool pool)
    {
        _model = model;
        _pool = pool;
        Weights = weights;
        _slots = new AlignedMemory(model.Layout.PredictSlot * pool.Threads);
        _work = new AlignedMemory(model.Layout.PredictWork * pool.Threads);
        _team = new Team(pool, model.Layout.PredictShared, model.Layout.PredictTogether);
        _gate = new Gate(this);
    }

    /// <summary>Ends the threads of a predictor that was forgotten instead of disposed of.</summary>
    ~Predictor()
    {
        if (OwnsPool)
        {
            _pool.Abandon();
        }
    }

    string IPredictor.Name => _model.Description.Name;

    IReadOnlyList<int> IPredictor.InputShape => _model.Description.InputShape;

    IReadOnlyList<int> IPredictor.OutputShape => _model.Description.OutputShape;

    bool IPredictor.GivesProbabilities => ((IPredictor)_model).GivesProbabilities;

    /// <summary>The model it was made by.</summary>
    internal Model Model => _model;

    internal PackedWeights Weights { get; }

    internal bool OwnsPool { get; init; }

    /// <summary>Whether its threads are those of a pool: a model's pool is another one after its number of threads was changed.</summary>
    internal bool WorksOn(WorkerPool pool) => ReferenceEquals(_pool, pool);

    /// <summary>Computes the outputs for a batch of any size.</summary>
    /// <remarks>The outputs of a model that ends in <see cref="SoftmaxCrossEntropyAttribute"/> or <see cref="BinaryCrossEntropyAttribute"/> are logits.
    /// <see cref="Logits.Softmax"/> and <see cref="Logits.Sigmoid"/> turn them into probabilities, <see cref="Logits.ArgMax(ReadOnlySpan{float})"/> into the best class.</remarks>
    /// <param name="inputs">Whole images, one after the other, NCHW.</param>
    /// <param name="outputs">Exactly as many outputs.</param>
    /// <exception cref="ArgumentException">A length is no whole number of images, or the lengths disagree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is predicting with it.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        using Gate.Use use = _gate.Enter();
        ModelInfo info = _model.Description;
        _batch = _model.CheckBatch(inputs.Length, info.InputSize, nameof(inputs));
        _model.CheckWords(inputs, nameof(inputs));
        Model.CheckLength(outputs.Length, _batch, info.OutputSize, "outputs", nameof(outputs));

        // A prediction computes all outputs; those besides the model's own that nobody asked for lie here.
        if (info.Outputs.Count > 1)
        {
            _unasked ??= new OutputSet(info, first: 1);
            _unasked.Resize(_batch);
        }

        fixed (float* x = inputs, y = outputs)
        {
            _outputs = y;
            _further = _unasked is null ? null : _unasked.Further;
            _tag = 0;
            Run(x);
        }
    }

    /// <summary>Computes all outputs for a batch of any size.</summary>
    /// <param name="inputs">Whole images, one after the other, NCHW.</param>
    /// <param name="outputs">Receives the outputs by name, resized to the batch.</param>
    /// <exception cref="ArgumentException">A length is no whole number of images, or the set is another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is predicting with it.</exception>
    public void Predict(ReadOnlySpan<float> inputs, OutputSet outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        using Gate.Use use = _gate.Enter();
        ModelInfo info = _model.Description;
        _batch = _model.CheckBatch(inputs.Length, info.InputSize, nameof(inputs));
        _model.CheckWords(inputs, nameof(inputs));
        outputs.CheckFor(info, nameof(outputs));
        outputs.Resize(_batch);
        fixed (float* x = inputs)
        {
            _outputs = outputs.Own;
            _further = outputs.Further;
            _tag = 0;
            Run(x);
        }

        GC.KeepAlive(outputs);
    }

    /// <summary>Computes the values at a tag for a batch of any size, and none of the layers after it.</summary>
    /// <param name="tag">One of <see cref="ModelInfo.Tags"/>.</param>
    /// <param name="inputs">Whole images, one after the other, NCHW.</param>
    /// <param name="values">Receives the values, NCHW: as many as images times <see cref="TensorInfo.Size"/>.</param>
    /// <exception cref="ArgumentException">There is no such tag, a length is no whole number of images, or the lengths disagree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is predicting with it.</exception>
    public void Features(string tag, ReadOnlySpan<float> inputs, Span<float> values)
    {
        using Gate.Use use = _gate.Enter();
        ModelInfo info = _model.Description;
        int index = info.IndexOfTag(tag);
        _batch = _model.CheckBatch(inputs.Length, info.InputSize, nameof(inputs));
        _model.CheckWords(inputs, nameof(inputs));
        Model.CheckLength(values.Length, _batch, info.Tags[index].Size, "values", nameof(values));
        fixed (float* x = inputs, y = values)
        {
            _outputs = y;
            _tag = index + 1;
            Run(x);
        }
    }

    private void Run(float* inputs)
    {
        _inputs = inputs;
        int chunk = _model.Layout.PredictChunk;
        _parts = _team.ThreadsFor(_batch);
        if (_parts > 1)
        {
            for (_first = 0; _first < _batch; _first += chunk)
            {
                _team.Run(this, _parts);
            }

            return;
        }

        // As many chunks for one thread as for another. Their sizes change nothing in the result: every image is computed by itself.
        int rounds = (_batch + (chunk * _pool.Threads) - 1) / (chunk * _pool.Threads);
        _chunks = Math.Min(_batch, rounds * _pool.Threads);
        _pool.Run(this, _chunks);
    }

    /// <inheritdoc/>
    /// <remarks>A prediction at work on another thread ends with its result; what the predictor holds is given back after it.</remarks>
    public void Dispose()
    {
        _gate.Close();
        GC.SuppressFinalize(this);
    }

    string IGated.Name => $"A predictor of {_model.Description.Name}";

    void IGated.Release()
    {
        if (OwnsPool)
        {
            _pool.Dispose();
        }

        _slots.Dispose();
        _work.Dispose();
    }

    void IWork.Run(int item, int worker)
    {
        if (_parts == 1)
        {
            int first = (int)((long)item * _batch / _chunks);
            int end = (int)((long)(item + 1) * _batch / _chunks);
            Predict(first, end, slot: worker, worker, part: 0);
            return;
        }

        try
        {
            Predict(_first, Math.Min(_batch, _first + _model.Layout.PredictChunk), slot: 0, worker, part: item);
        }
        catch
        {
            // The others would wait for ever.
            _team.Barrier.Break();
            throw;
        }
    }

    private void Predict(int first, int end, int slot, int worker, int part)
    {
        StepContext context = new()
        {
            Inputs = _inputs + ((long)first * _model.Description.InputSize),
            Outputs = _tag == 0 ? _outputs + ((long)first * _model.Description.OutputSize) : null,
            FurtherOutputs = _further,
            Features = _tag == 0 ? null : _outputs + ((long)first * _model.Description.Tags[_tag - 1].Size),
            Tag = _tag,
            Slot = _slots.Pointer + (slot * _model.Layout.PredictSlot),
            Work = _work.Pointer + (worker * _model.Layout.PredictWork),
            Weights = Weights.Memory.Pointer,
            Count = end - first,
            First = first,
            Batch = _batch,
            Part = part,
            Parts = _parts,
            Team = _parts == 1 ? null : _team.Barrier,
        };
        _model.Code.PredictChunk(in context);
    }
}
