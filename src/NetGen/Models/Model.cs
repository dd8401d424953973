using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A network whose code was generated from its attributes. It holds the parameters, predicts, computes gradients, and takes training
/// steps; the generated class supplies the straight-line code for a chunk of images.
/// </summary>
/// <remarks>
/// Tensors cross this surface in PyTorch's layout (NCHW, images one after the other). A model belongs to one thread at a time; to
/// predict from many threads, give each a <see cref="Predictor"/>. Results are the same to the bit whatever the number of threads.
/// </remarks>
public abstract unsafe partial class Model : IDisposable
{
    private readonly ulong _seed;
    private readonly object _packing = new();
    private WorkerPool? _pool;
    private Predictor? _predictor;
    private PackedWeights? _predictWeights;
    private bool _disposed;

    /// <summary>Makes a model with freshly initialised parameters.</summary>
    /// <param name="description">What the compiler knows of it.</param>
    /// <param name="layout">The sizes of its memory.</param>
    /// <param name="seed">Determines the initial weights and the noise of training; equal seeds give equal bits.</param>
    protected Model(ModelInfo description, ModelLayout layout, ulong seed)
    {
        Description = description;
        Layout = layout;
        _seed = seed;
        Parameters = new ParameterSet(description.Parameters);
        Initializer.Fill(Parameters, description.Parameters, seed);
    }

    /// <summary>Ends the threads of a model that was forgotten instead of disposed of.</summary>
    ~Model() => _pool?.Abandon();

    /// <summary>The layer table and the parameters as declared.</summary>
    public ModelInfo Description { get; }

    /// <summary>The parameters and buffers by path.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>How many threads take part in steps and predictions; as many as the machine has processors unless set. 1 starts no thread at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Threads
    {
        get => _threads == 0 ? Environment.ProcessorCount : _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
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
    /// Whether training uses and keeps the running statistics of batch norms instead of the batch's, as PyTorch's <c>eval()</c> does;
    /// for fine-tuning with small batches.
    /// </summary>
    public bool FreezeBatchNorm { get; set; }

    internal ModelLayout Layout { get; }

    internal WorkerPool Pool
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _pool ??= new WorkerPool(Threads);
        }
    }

    /// <summary>Computes the outputs for a batch of any size, in inference mode.</summary>
    /// <remarks>The outputs of a model that ends in <see cref="SoftmaxCrossEntropyAttribute"/> or <see cref="BinaryCrossEntropyAttribute"/> are logits.
    /// <see cref="Logits.Softmax"/> and <see cref="Logits.Sigmoid"/> turn them into probabilities, <see cref="Logits.ArgMax(ReadOnlySpan{float})"/> into the best class.</remarks>
    /// <param name="inputs">Whole images, one after the other.</param>
    /// <param name="outputs">Exactly as many outputs.</param>
    /// <exception cref="ArgumentException">A length is no whole number of images, or the lengths disagree.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => CurrentPredictor().Predict(inputs, outputs);

    /// <summary>Computes the values at a tag for a batch of any size, in inference mode, and none of the layers after it.</summary>
    /// <param name="tag">A tag of the model's own, not of a block, that predictions compute: one of <see cref="ModelInfo.Tags"/>.</param>
    /// <param name="inputs">Whole images, one after the other, NCHW.</param>
    /// <param name="values">Receives the values, NCHW: as many as images times <see cref="TensorInfo.Size"/>.</param>
    /// <exception cref="ArgumentException">There is no such tag, a length is no whole number of images, or the lengths disagree.</exception>
    public void Features(string tag, ReadOnlySpan<float> inputs, Span<float> values) => CurrentPredictor().Features(tag, inputs, values);

    /// <summary>A predictor of its own: it shares the packed weights as they are now and has a workspace of its own.</summary>
    /// <param name="threads">How many threads a prediction may use; 1 starts none.</param>
    /// <returns>The predictor. Later training does not change what it computes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not positive.</exception>
    public Predictor CreatePredictor(int threads = 1)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
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

    /// <summary>Writes parameters and buffers to a safetensors file, beside the target first and then renamed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
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

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _pool?.Dispose();
        _training?.Dispose();
        _predictor?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Generated: computes the outputs of a chunk.</summary>
    /// <param name="c">Where everything lies.</param>
    protected abstract void PredictChunk(in StepContext c);

    /// <summary>Generated: runs one phase of a training step for a chunk.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="c">Where everything lies.</param>
    protected abstract void TrainChunk(int phase, in StepContext c);

    /// <summary>Generated: what runs once when all chunks are through a phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="g">The first lane's sums.</param>
    /// <param name="laneStride">Floats from one lane to the next.</param>
    /// <param name="lanes">How many lanes.</param>
    /// <param name="t">The batch's statistics.</param>
    protected abstract void EndPhase(int phase, float* g, long laneStride, int lanes, float* t);

    /// <summary>Generated: computes a part of the gradients that are no sums over lanes; most models have none.</summary>
    /// <param name="item">Which part.</param>
    /// <param name="b">What was kept of the images.</param>
    /// <param name="batch">Images.</param>
    protected virtual void CallOverBatch(int item, float* b, long batch)
    {
    }

    /// <summary>Generated: sums the lanes into the gradients of one parameter.</summary>
    /// <param name="item">Which.</param>
    /// <param name="g">The first lane's sums.</param>
    /// <param name="laneStride">Floats from one lane to the next.</param>
    /// <param name="lanes">How many lanes.</param>
    protected abstract void ReduceGradient(int item, float* g, long laneStride, int lanes);

    /// <summary>Generated: fills packed weights for prediction from the parameters.</summary>
    /// <param name="item">Which of the packed weights.</param>
    /// <param name="w">The packed weights.</param>
    protected abstract void PackForPrediction(int item, float* w);

    /// <summary>Generated: fills packed weights for training from the parameters.</summary>
    /// <param name="item">Which of the packed weights.</param>
    /// <param name="w">The packed weights.</param>
    protected abstract void PackForTraining(int item, float* w);

    /// <summary>Generated: adds the loss of outputs in PyTorch's layout to the totals.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="labels">Class labels, or null.</param>
    /// <param name="targets">Float targets, or null.</param>
    /// <param name="count">Images.</param>
    /// <param name="totals">The sums.</param>
    protected abstract void EvaluateLoss(float* outputs, int* labels, float* targets, int count, LaneTotals* totals);

    /// <summary>A parameter's values, for generated code.</summary>
    /// <param name="index">The parameter's place.</param>
    /// <returns>The first value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected float* Values(int index) => Parameters[index].Pointer;

    /// <summary>A parameter's gradient, for generated code.</summary>
    /// <param name="index">The parameter's place.</param>
    /// <returns>The first value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected float* Gradient(int index) => Parameters[index].GradientPointer;

    internal void RunPrediction(in StepContext c) => PredictChunk(in c);

    internal void RunTraining(int phase, in StepContext c) => TrainChunk(phase, in c);

    internal void RunEndOfPhase(int phase, float* g, long laneStride, int lanes, float* t) => EndPhase(phase, g, laneStride, lanes, t);

    internal void RunReduction(int item, float* g, long laneStride, int lanes) => ReduceGradient(item, g, laneStride, lanes);

    internal void RunOverBatch(int item, float* b, long batch) => CallOverBatch(item, b, batch);

    internal void RunPacking(int item, float* w) => PackForTraining(item, w);

    internal void RunPackingForPrediction(int item, float* w) => PackForPrediction(item, w);

    private Predictor CurrentPredictor()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        PackedWeights weights = CurrentWeights(Pool, keep: false);
        if (_predictor is null || !ReferenceEquals(_predictor.Weights, weights))
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
