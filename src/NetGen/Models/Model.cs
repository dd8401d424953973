using System.ComponentModel;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A network whose code was generated from its attributes. It holds the parameters, predicts, computes gradients, and takes training
/// steps; the generated class supplies the straight-line code for a chunk of images.
/// </summary>
/// <remarks>
/// Tensors cross this surface in PyTorch's layout (NCHW, images one after the other). A model does one thing at a time, and says so to
/// a second thread by an <see cref="InvalidOperationException"/>; to predict from many threads, give each a <see cref="Predictor"/>. Results are the same to the bit whatever the number of threads.
/// </remarks>
public abstract unsafe partial class Model : IGated, IDisposable
{
    private readonly ulong _seed;
    private readonly object _packing = new();
    private WorkerPool? _pool;
    private Predictor? _predictor;
    private PackedWeights? _predictWeights;
    private readonly Gate _gate;

    /// <summary>Makes a model with freshly initialised parameters.</summary>
    /// <param name="description">What the compiler knows of it.</param>
    /// <param name="code">What was generated from its layers; each model has one of its own.</param>
    /// <param name="seed">Determines the initial weights and the noise of training; equal seeds give equal bits.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [CLSCompliant(false)]
    protected Model(ModelInfo description, ModelCode code, ulong seed)
        : this(seed, description, code) => Initializer.Fill(Parameters, description.Parameters, seed);

    /// <summary>Makes a model whose parameters and buffers come from elsewhere; none are drawn.</summary>
    /// <param name="description">What the compiler knows of it.</param>
    /// <param name="code">What was generated from its layers; each model has one of its own.</param>
    /// <param name="weights">What fills the parameters.</param>
    /// <param name="seed">Determines the noise of training.</param>
    /// <exception cref="IOException">The weights cannot be read or do not fit.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [CLSCompliant(false)]
    protected Model(ModelInfo description, ModelCode code, WeightSource weights, ulong seed)
        : this(seed, description, code)
    {
        // Weights are read to predict with.
        KernelWarmUp.Start(code);
        weights.Fill(Parameters);
    }

    private Model(ulong seed, ModelInfo description, ModelCode code)
    {
        Description = description;
        Code = code;
        _seed = seed;
        _gate = new Gate(this);
        Parameters = new ParameterSet(description.Parameters, _gate);
        code.Model = this;
    }

    /// <summary>Ends the threads of a model that was forgotten instead of disposed of. A finalizer that uses it after this one gets its result on its own thread.</summary>
    ~Model()
    {
        _threads = 1;
        _pool?.Abandon();
    }

    /// <summary>The layer table and the parameters as declared.</summary>
    public ModelInfo Description { get; }

    /// <summary>The parameters and buffers by path.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>How many threads take part in steps and predictions; as many as the machine has processors unless set. 1 starts none for them.</summary>
    /// <remarks>A prediction of fewer images than threads shares its large layers out, so that one image keeps all threads busy.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    /// <exception cref="InvalidOperationException">The model is at work.</exception>
    public int Threads
    {
        get => _whole is not null ? _whole.Threads : _threads == 0 ? Environment.ProcessorCount : _threads;
        set
        {
            if (_whole is not null)
            {
                _whole.Threads = value;
                return;
            }

            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            using Gate.Use use = _gate.Enter();
            _threads = value;
            if (_pool is { } pool && pool.Threads != value)
            {
                _pool = null;
                _predictor = null;
                pool.Dispose();
            }
        }
    }

    private int _threads;

    /// <summary>
    /// Into how many shards of neighbouring images a training step cuts a batch at most. A thread trains a shard at a time, so most of a step takes no more threads than there are shards: set it to the threads of a machine of
    /// more than eight. Unless set, 8; 4 or 2 of a network whose shards would together take more than 384 MiB of sums.
    /// </summary>
    /// <remarks>
    /// A shard has sums of its own for the gradients by those weights that are summed image by image, and the shards are added up in their order: memory and that addition grow with them, and the last bits of gradients differ
    /// between numbers of shards, as they do not between numbers of <see cref="Threads"/>. A checkpoint is gone on from with the number that it was written with.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    /// <exception cref="InvalidOperationException">The model is at work.</exception>
    public int Shards
    {
        get => (_whole ?? this)._shards is > 0 and int shards ? shards : Layout.MostShards;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            using Gate.Use use = _gate.Enter();
            (_whole ?? this)._shards = value;
        }
    }

    private int _shards;

    /// <summary>Where nobody has chosen a number of threads, takes its part of the machine's processors, which several processes share.</summary>
    internal void ShareProcessors(int processes)
    {
        if ((_whole ?? this)._threads == 0 && processes > 1)
        {
            Threads = Math.Max(1, Environment.ProcessorCount / processes);
        }
    }

    /// <summary>
    /// Whether training uses and keeps the running statistics of batch norms instead of the batch's, as PyTorch's <c>eval()</c> does;
    /// for fine-tuning with small batches.
    /// </summary>
    public bool FreezeBatchNorm
    {
        get => (_whole ?? this)._freezeBatchNorm;
        set => (_whole ?? this)._freezeBatchNorm = value;
    }

    private bool _freezeBatchNorm;

    internal ModelCode Code { get; }

    internal ModelLayout Layout => Code.Layout;

    /// <summary>The threads, for operations that hold the gate.</summary>
    internal WorkerPool Pool => _whole is not null ? _whole.Pool : _pool ??= new WorkerPool(Threads);

    /// <summary>Reserves the model for this thread, as long as it is being trained.</summary>
    internal Gate.Reservation Reserve() => _gate.Reserve();

    /// <summary>Computes the outputs for a batch of any size, in inference mode.</summary>
    /// <remarks>The outputs of a model that ends in <see cref="SoftmaxCrossEntropyAttribute"/> or <see cref="BinaryCrossEntropyAttribute"/> are logits.
    /// <see cref="Logits.Softmax"/> and <see cref="Logits.Sigmoid"/> turn them into probabilities, <see cref="Logits.ArgMax(ReadOnlySpan{float})"/> into the best class.</remarks>
    /// <param name="inputs">Whole images, one after the other.</param>
    /// <param name="outputs">Exactly as many outputs.</param>
    /// <exception cref="ArgumentException">A length is no whole number of images, or the lengths disagree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model: see <see cref="CreatePredictor"/>.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        using Gate.Use use = _gate.Enter();
        CurrentPredictor().Predict(inputs, outputs);
    }

    /// <summary>Computes all outputs for a batch of any size, in inference mode.</summary>
    /// <param name="inputs">Whole images, one after the other.</param>
    /// <param name="outputs">Receives the outputs by name, resized to the batch.</param>
    /// <exception cref="ArgumentException">A length is no whole number of images, or the set is another model's.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model: see <see cref="CreatePredictor"/>.</exception>
    public void Predict(ReadOnlySpan<float> inputs, OutputSet outputs)
    {
        using Gate.Use use = _gate.Enter();
        CurrentPredictor().Predict(inputs, outputs);
    }

    /// <summary>Computes the values at a tag for a batch of any size, in inference mode, and none of the layers after it.</summary>
    /// <param name="tag">A tag of the model's own, not of a block, that predictions compute: one of <see cref="ModelInfo.Tags"/>.</param>
    /// <param name="inputs">Whole images, one after the other, NCHW.</param>
    /// <param name="values">Receives the values, NCHW: as many as images times <see cref="TensorInfo.Size"/>.</param>
    /// <exception cref="ArgumentException">There is no such tag, a length is no whole number of images, or the lengths disagree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model: see <see cref="CreatePredictor"/>.</exception>
    public void Features(string tag, ReadOnlySpan<float> inputs, Span<float> values)
    {
        using Gate.Use use = _gate.Enter();
        CurrentPredictor().Features(tag, inputs, values);
    }

    /// <summary>A predictor of its own, for another thread or for the time the model is trained: it shares the packed weights as they are now and has a workspace of its own.</summary>
    /// <param name="threads">How many threads a prediction may use; 1 starts none.</param>
    /// <returns>The predictor. Later training does not change what it computes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not positive.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">It is called from inside of a step, by an optimizer.</exception>
    /// <remarks>May be called from any thread: a step or a prediction at work is waited for, so that the weights are whole.</remarks>
    public Predictor CreatePredictor(int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        using Gate.Use use = _gate.EnterToRead();
        WorkerPool pool = new(threads);
        try
        {
            return new Predictor(this, CurrentWeights(pool, keep: true), pool) { OwnsPool = true };
        }
        catch
        {
            pool.Dispose();
            throw;
        }
    }

    /// <summary>What predicts sequences step by step, with the weights as they are now.</summary>
    /// <param name="threads">How many threads a step may use: they take sequences each, or share layers of many weights where sequences are few; 1 starts none.</param>
    /// <returns>The predictor. Later training does not change what it computes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not positive.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">No input of the model is declared as <see cref="InputAttribute.Stepwise"/>; or it is called from inside of a step, by an optimizer.</exception>
    /// <remarks>May be called from any thread: a step or a prediction at work is waited for, so that the weights are whole.</remarks>
    public StepPredictor CreateStepPredictor(int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (Layout.StepChunk == 0)
        {
            throw new InvalidOperationException($"{Description.Name} has no input that comes step by step: declare it as [Input(…, Stepwise = true)].");
        }

        using Gate.Use use = _gate.EnterToRead();
        WorkerPool pool = new(threads);
        try
        {
            return new StepPredictor(this, pool);
        }
        catch
        {
            pool.Dispose();
            throw;
        }
    }

    /// <summary>Writes parameters and buffers to a safetensors file, beside the target first and then renamed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    /// <remarks>May be called from any thread: a step at work is waited for.</remarks>
    public void Save(string path) => WeightFile.Save(Parameters, path);

    /// <summary>Reads parameters and buffers from a safetensors file. On any error the model stays as it was.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="WeightFileException">The file is damaged, or its tensors are not this model's; the message lists all that is wrong.</exception>
    public void Load(string path) => WeightFile.Load(Parameters, path);

    /// <summary>
    /// Reads parameters and buffers from a safetensors file of other names, such as a model's from PyTorch. On any error the model stays as it was.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="rename">
    /// Gives the path that a tensor of the file is for, by the tensor's name, or <see langword="null"/> to leave that tensor out. PyTorch's
    /// <c>num_batches_tracked</c> is to be left out: it counts steps, which only a batch norm without momentum needs, and here all have one.
    /// </param>
    /// <exception cref="WeightFileException">
    /// The file is damaged, or its tensors are not this model's; the message lists all that is wrong, under the file's names. Shapes are
    /// compared as they are: (64) does not stand for (64, 1, 1).
    /// </exception>
    public void Load(string path, Func<string, string?> rename)
    {
        ArgumentNullException.ThrowIfNull(rename);
        WeightFile.Load(Parameters, path, rename);
    }

    /// <summary>
    /// Reads parameters and buffers from a safetensors file of other names, by a table. On any error the model stays as it was.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="names">
    /// The path that each tensor of the file is for, by the tensor's name; the empty text leaves a tensor out, such as PyTorch's
    /// <c>num_batches_tracked</c>.
    /// </param>
    /// <exception cref="WeightFileException">
    /// The file is damaged, or its tensors are not this model's; the message lists all that is wrong: besides missing and unexpected tensors and
    /// other shapes and types, tensors that the table does not mention, entries whose tensor the file lacks, and two tensors for one path.
    /// </exception>
    public void Load(string path, IReadOnlyDictionary<string, string> names) => WeightFile.Load(Parameters, path, names);

    /// <summary>
    /// Reads what fits of a safetensors file, for transfer learning: tensors come into the parameters and buffers of their name, type and shape, and the others stay as they are,
    /// freshly drawn in a new model. As PyTorch's <c>load_state_dict(strict=False)</c>, which however refuses a tensor of another shape: here it is told like all that does not match.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>What was loaded, and all that did not match; to be printed.</returns>
    /// <exception cref="WeightFileException">The file is damaged, or none of its tensors fits; the model stayed as it was.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public LoadResult LoadMatching(string path) => WeightFile.LoadMatching(Parameters, path);

    /// <summary>Reads what fits of a safetensors file of other names; the rest as of <see cref="LoadMatching(string)"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rename">Gives the path that a tensor of the file is for, by the tensor's name, or <see langword="null"/> to leave that tensor out.</param>
    /// <returns>What was loaded, and all that did not match; to be printed.</returns>
    /// <exception cref="WeightFileException">The file is damaged, none of its tensors fits, or several are for one parameter; the model stayed as it was.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public LoadResult LoadMatching(string path, Func<string, string?> rename)
    {
        ArgumentNullException.ThrowIfNull(rename);
        return WeightFile.LoadMatching(Parameters, path, rename);
    }

    /// <inheritdoc/>
    /// <remarks>An operation at work on another thread ends as if nothing had happened; threads and memory are given back after it. Predictors
    /// from <see cref="CreatePredictor"/> go on, and spans of parameters stay valid. A model from <see cref="ForSize"/> belongs to the one that it came from, and goes with that.</remarks>
    public void Dispose()
    {
        if (_whole is null)
        {
            _gate.Close();
        }

        GC.SuppressFinalize(this);
    }

    string IGated.Name => Description.Name;

    void IGated.Release()
    {
        _pool?.Dispose();
        ReleaseMemory();
        foreach (Model? sized in _sized)
        {
            sized?.ReleaseMemory();
        }
    }

    private void ReleaseMemory()
    {
        _training?.Dispose();
        _explanation?.Dispose();
        _predictor?.Dispose();
    }

    private Predictor CurrentPredictor()
    {
        PackedWeights weights = CurrentWeights(Pool, keep: false);
        if (_predictor is null || !ReferenceEquals(_predictor.Weights, weights) || !_predictor.WorksOn(Pool))
        {
            _predictor?.Dispose();
            _predictor = new Predictor(this, weights, Pool);
        }

        return _predictor;
    }

    /// <summary>The weights as they are, packed on the threads of a pool where they are not yet.</summary>
    /// <param name="pool">The threads. Predictors that are made at the same time on different threads bring their own.</param>
    /// <param name="keep">Whether they may not change any more.</param>
    internal PackedWeights CurrentWeights(WorkerPool pool, bool keep)
    {
        lock (_packing)
        {
            // Predictors that were handed out go on with the weights they have.
            if (_predictWeights is null || (_predictWeights.Version != Parameters.Version && _predictWeights.HandedOut))
            {
                _predictWeights = new PackedWeights(this);
            }

            _predictWeights.Update(pool);
            _predictWeights.HandedOut |= keep;
            return _predictWeights;
        }
    }

    internal int CheckBatch(int length, int size, string name)
    {
        if (length == 0 || length % size != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a whole number of images of {size} values (at least one), actual {length} values"), name);
        }

        return length / size;
    }

    /// <summary>Checks a length without allocating where it is right.</summary>
    internal static void CheckLength(int actual, int batch, int size, string unit, string name)
    {
        if (actual != (long)batch * size)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {(long)batch * size} values ({batch} × {size} {unit}), actual {actual}"), name);
        }
    }
}
