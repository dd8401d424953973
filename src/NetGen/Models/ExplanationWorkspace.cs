using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Computes gradients of outputs by tagged values, chunk by chunk on the model's threads. The batch is cut into chunks by its size alone, so the bits do not depend
/// on the threads.
/// </summary>
internal sealed unsafe class ExplanationWorkspace(Model model) : IWork, IDisposable
{
    /// <summary>Chunks that a small batch is cut into at most, so that threads have something to share.</summary>
    private const int Chunks = 8;

    private readonly ModelLayout _layout = model.Layout;
    private readonly AlignedMemory _weights = new(model.Layout.ExplainWeights);
    private AlignedMemory _slots = new(0);
    private AlignedMemory _work = new(0);
    private AlignedMemory _sums = new(0);
    private int _version = -1;
    private StepContext _context;
    private int _tagSize;
    private int _images;
    private bool _packs;

    public void Dispose()
    {
        _weights.Dispose();
        _slots.Dispose();
        _work.Dispose();
        _sums.Dispose();
    }

    /// <summary>Runs a batch.</summary>
    /// <param name="context">The tag, and where the batch's inputs, outputs and gradients lie.</param>
    public void Run(in StepContext context)
    {
        WorkerPool pool = model.Pool;
        Grow(ref _slots, pool.Threads * _layout.ExplainSlot);
        Grow(ref _work, pool.Threads * _layout.ExplainWork);
        Grow(ref _sums, pool.Threads * _layout.ExplainShard);
        int version = model.Parameters.Version;
        if (_version != version)
        {
            model.Parameters.Normalize();
            _packs = true;
            pool.Run(this, _layout.ExplainPacks);
            _version = version;
        }

        _packs = false;
        _context = context;
        _context.Weights = _weights.Pointer;
        _context.Parameters = model.Parameters.Table;
        _tagSize = model.Description.Tags[context.Tag - 1].Size;
        _images = Math.Min(_layout.ExplainChunk, (int)(((long)context.Batch + Chunks - 1) / Chunks));
        pool.Run(this, (int)(((long)context.Batch + _images - 1) / _images));

        // The pointers are valid no longer.
        _context = default;
    }

    void IWork.Run(int item, int worker)
    {
        if (_packs)
        {
            model.Code.PackForExplanation(item, _weights.Pointer);
            return;
        }

        ModelInfo info = model.Description;
        int first = item * _images;
        StepContext c = _context;
        c.First = first;
        c.Count = Math.Min(_images, c.Batch - first);
        c.Slot = _slots.Pointer + (worker * _layout.ExplainSlot);
        c.Work = _work.Pointer + (worker * _layout.ExplainWork);
        c.Shard = _sums.Pointer + (worker * _layout.ExplainShard);
        c.Inputs = _context.Inputs + ((long)first * info.InputSize);
        c.Outputs = At(_context.Outputs, first, info.OutputSize);
        c.OutputGradients = At(_context.OutputGradients, first, info.OutputSize);
        c.Features = At(_context.Features, first, _tagSize);
        c.FeatureGradients = At(_context.FeatureGradients, first, _tagSize);

        // What is summed here nobody reads, but sums that grew for ever would be infinite.
        new Span<float>(c.Shard, checked((int)_layout.ExplainShard)).Clear();
        model.Code.ExplainChunk(in c);
    }

    private static float* At(float* start, int image, int size) => start is null ? null : start + ((long)image * size);

    private static void Grow(ref AlignedMemory memory, long floats)
    {
        if (memory.Length < floats)
        {
            memory.Dispose();
            memory = new AlignedMemory(floats);
        }
    }
}
