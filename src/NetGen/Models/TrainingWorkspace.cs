using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Drives the phases of a training step. The batch is cut into shards of neighbouring images; a shard runs on one thread and sums by
/// itself, and the shards are added up in their order. The cut depends on the batch and on <see cref="Model.Shards"/> alone, so the bits do not depend on the threads. Gradients by many weights
/// are no sums of shards: at the end of a phase threads share the weights, and each sums over all images.
/// </summary>
internal sealed unsafe class TrainingWorkspace : IWork, IDisposable
{
    /// <summary>Parts that a call at the end of a phase has for each thread, where there are several: a thread that is held up leaves the others work to take over.</summary>
    private const int PartsOfThread = 3;

    private readonly Model _model;
    private readonly ModelLayout _layout;
    private readonly AlignedMemory _weights;
    private readonly AlignedMemory _statistics;
    private readonly int _losses;
    private AlignedMemory _shards;
    private ShardTotals[] _totals;
    private AlignedMemory _slots;
    private AlignedMemory _kept;
    private AlignedMemory _work;
    private AlignedMemory _images;
    private int _weightsVersion = -1;
    private bool _frozen;
    private SharedStep? _share;
    private int[] _due = [];
    private StepContext _context;
    private Stage _stage;
    private int _phase;
    private int _through;
    private int _call;
    private int _parts;
    private int _shardsInUse;

    public TrainingWorkspace(Model model)
    {
        _model = model;
        _layout = model.Layout;
        _weights = new AlignedMemory(_layout.TrainWeights);
        _statistics = new AlignedMemory(_layout.Statistics);
        _losses = 1 + _layout.Heads.Count;
        _totals = [];
        _shards = new AlignedMemory(0);
        _slots = new AlignedMemory(0);
        _kept = new AlignedMemory(0);
        _work = new AlignedMemory(0);
        _images = new AlignedMemory(0);
    }

    private enum Stage
    {
        Normalize,
        Pack,
        Phase,
        PhaseEnd,
        ReduceDue,
        Reduce,
        PassBack,
    }

    /// <summary>
    /// Whether a chunk goes through the whole step at once, so that only as many chunks are in memory as threads. Where other processes take the rest of the step, all go through a phase first: gradients that are whole then
    /// are on their way while the phases after it run.
    /// </summary>
    private bool Streams => _layout.Phases == 1 || (_layout.Streams && _share is null);

    public void Dispose()
    {
        _weights.Dispose();
        _shards.Dispose();
        _statistics.Dispose();
        _slots.Dispose();
        _kept.Dispose();
        _work.Dispose();
        _images.Dispose();
    }

    /// <summary>Begins a step over the batch the context describes: packs weights and clears the sums.</summary>
    /// <param name="context">The batch.</param>
    /// <param name="share">Where other processes take the rest of the step; gradients are then those of all of it.</param>
    public void Begin(in StepContext context, SharedStep? share = null)
    {
        _context = context;
        _share = share;
        PlaceShards();
        long slots = Streams ? Math.Max(_model.Pool.Threads, 1) : SlotOf(_shardsInUse);
        if (_slots.Length < slots * _layout.TrainSlot)
        {
            _slots.Dispose();
            _slots = new AlignedMemory(slots * _layout.TrainSlot);
        }

        if (_kept.Length < context.Batch * _layout.Kept)
        {
            _kept.Dispose();
            _kept = new AlignedMemory(context.Batch * _layout.Kept);
        }

        long work = Math.Max(_model.Pool.Threads, 1) * _layout.TrainWork;
        if (_work.Length < work)
        {
            _work.Dispose();
            _work = new AlignedMemory(work);
        }

        if (_layout.PhaseEndCalls.Count > 0)
        {
            PlaceImages();
        }

        NormalizeWeights(context.BatchNormFrozen);
        int version = _model.Parameters.Version;
        if (_weightsVersion != version)
        {
            Run(Stage.Pack, _layout.TrainPacks);
            _weightsVersion = version;
        }

        // Batch norms move their running statistics, which predictions have among their weights, even where no optimizer follows.
        if (_layout.Statistics > 0 && !context.BatchNormFrozen)
        {
            _model.Parameters.MarkChanged();
        }

        if (share is not null && context.Batch == 0)
        {
            _model.Parameters.Gradients.Clear();
        }

        _totals.AsSpan().Clear();
        _context.Weights = _weights.Pointer;
        _context.Statistics = _statistics.Pointer;
        _context.Kept = _kept.Pointer;
    }

    /// <summary>Cuts the batch, and makes room for the shards' sums; for as many as a larger batch has, since the last batch of an epoch is mostly a smaller one.</summary>
    private void PlaceShards()
    {
        _shardsInUse = Math.Min(_model.Shards, _context.Batch);
        if (_totals.Length < _shardsInUse * _losses)
        {
            // None, should there be no memory for them.
            _totals = [];
            _shards.Dispose();
            _shards = new AlignedMemory(_layout.Shard * _shardsInUse);
            _totals = GC.AllocateArray<ShardTotals>(_shardsInUse * _losses, pinned: true);
        }
    }

    /// <summary>Each step goes a round of the power iterations on, unless norms are frozen, as in PyTorch's <c>eval()</c>.</summary>
    private void NormalizeWeights(bool frozen)
    {
        if (_model.Parameters.SpectralNorms is { Length: > 0 } norms)
        {
            _frozen = frozen;
            Run(Stage.Normalize, norms.Length);
        }
    }

    /// <summary>Runs phases from <paramref name="first"/> to under <paramref name="end"/>.</summary>
    /// <param name="first">The first phase.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="parameters">Whether gradients by parameters are wanted, some of which are computed at the ends of phases.</param>
    public void RunPhases(int first, int end, bool parameters = true)
    {
        int threads = Math.Max(_model.Pool.Threads, 1);
        _parts = threads == 1 ? 1 : threads * PartsOfThread;
        _call = FirstCallFrom(first, 0);
        for (_phase = first; _phase < end; _phase = _through)
        {
            _through = Streams ? end : _phase + 1;
            Run(Stage.Phase, _shardsInUse);
            EndPhase(_through - 1);

            // What comes next may take the memory of the values and gradients that these calls read.
            int next = FirstCallFrom(_through, _call);
            if (parameters && _context.Batch > 0)
            {
                Run(Stage.PhaseEnd, (next - _call) * _parts);
            }

            _call = next;
            if (_share is { Sends: true } share && _through < end)
            {
                SendAfter(_phase, share.Gradients);
            }
        }
    }

    /// <summary>What the whole batch, or the whole step over all processes, has to agree on.</summary>
    private void EndPhase(int phase)
    {
        NormExchange? before = NormExchange.OfThread;
        NormExchange.OfThread = _share?.Norms;
        try
        {
            _model.Code.EndPhase(phase, _shards.Pointer, _layout.Shard, _shardsInUse, _statistics.Pointer);
        }
        finally
        {
            NormExchange.OfThread = before;
        }
    }

    /// <summary>Makes the reductions that can be made, and sends the gradients that are whole, while the phases that follow run.</summary>
    private void SendAfter(int phase, GradientExchange gradients)
    {
        if (_context.Batch > 0)
        {
            ReduceDue(gradients.Due[phase]);
        }

        gradients.AfterPhase(phase);
    }

    /// <summary>The first call at the end of a phase or a later one, from a call on.</summary>
    private int FirstCallFrom(int phase, int call)
    {
        while (call < _layout.PhaseEndCalls.Count && _layout.PhaseEndCalls[call] < phase)
        {
            call++;
        }

        return call;
    }

    private void RunPart(int item, int worker)
    {
        StepContext c = _context;
        c.Work = _work.Pointer + (worker * _layout.TrainWork);
        c.Images = (ImagePlace*)_images.Pointer;
        c.Part = item % _parts;
        c.Parts = _parts;
        _model.Code.CallAtPhaseEnd(_call + (item / _parts), _slots.Pointer, in c);
    }

    /// <summary>Finishes the parameters' gradients: computes those over the whole batch, and adds the shards up into the others.</summary>
    public void Reduce()
    {
        if (_share is { Sends: true } share)
        {
            if (_context.Batch > 0)
            {
                ReduceDue(share.Gradients.Due[^1]);
            }

            share.Gradients.End();
        }
        else
        {
            Run(Stage.Reduce, _context.Batch == 0 ? 0 : _layout.BatchItems + _layout.Reductions);
        }

        Run(Stage.PassBack, _model.Parameters.SpectralNorms.Length);
    }

    private void ReduceDue(int[] items)
    {
        _due = items;
        Run(Stage.ReduceDue, items.Length);
    }

    /// <summary>Hands the pointers of the backward pass to the phases that follow.</summary>
    public void SetGradients(float* outputGradients, float** furtherGradients, float* inputGradients)
    {
        _context.OutputGradients = outputGradients;
        _context.FurtherGradients = furtherGradients;
        _context.InputGradients = inputGradients;
    }

    public StepResult Totals()
    {
        ShardTotals sum = Totals(0);
        return _model.Result(sum.Loss, sum.Correct, sum.Count);
    }

    /// <summary>The sums of a loss over the batch, by its place: the model's own first.</summary>
    public ShardTotals Totals(int place)
    {
        ShardTotals sum = default;
        for (int i = place; i < _totals.Length; i += _losses)
        {
            sum.Loss += _totals[i].Loss;
            sum.Correct += _totals[i].Correct;
            sum.Count += _totals[i].Count;
        }

        return sum;
    }

    void IWork.Run(int item, int worker)
    {
        switch (_stage)
        {
            case Stage.Normalize:
                NormalizeWeight(_model.Parameters.SpectralNorms[item]);
                break;
            case Stage.PassBack:
                _model.Parameters.SpectralNorms[item].PassBack();
                break;
            case Stage.Pack:
                _model.Code.PackForTraining(item, _weights.Pointer);
                break;
            case Stage.PhaseEnd:
                RunPart(item, worker);
                break;
            case Stage.ReduceDue:
                ReduceItem(_due[item]);
                break;
            case Stage.Reduce:
                ReduceItem(item);
                break;
            default:
                RunShard(item, worker);
                break;
        }
    }

    private void NormalizeWeight(SpectralNorm norm)
    {
        if (!_frozen)
        {
            norm.Iterate();
        }

        norm.Normalize();
    }

    /// <summary>The items of the calls over the whole batch come first, then the sums of shards.</summary>
    private void ReduceItem(int item)
    {
        if (item < _layout.BatchItems)
        {
            _model.Code.CallOverBatch(item, _kept.Pointer, _context.Batch);
        }
        else
        {
            _model.Code.ReduceGradient(item - _layout.BatchItems, _shards.Pointer, _layout.Shard, _shardsInUse);
        }
    }

    private void Run(Stage stage, int items)
    {
        _stage = stage;
        _model.Pool.Run(this, items);
    }

    private int FirstImage(int shard) => (int)((long)shard * _context.Batch / _shardsInUse);

    private int ChunksOf(int images) => (images + _layout.TrainChunk - 1) / _layout.TrainChunk;

    /// <summary>The first slot of a shard, where every chunk of the batch has its own.</summary>
    private int SlotOf(int shard)
    {
        int slot = 0;
        for (int i = 0; i < shard; i++)
        {
            slot += ChunksOf(FirstImage(i + 1) - FirstImage(i));
        }

        return slot;
    }

    /// <summary>The first image of a chunk within its shard.</summary>
    private static int FirstOfChunk(int chunk, int images, int chunks) => (int)((long)chunk * images / chunks);

    /// <summary>Writes down where each image of the batch lies.</summary>
    private void PlaceImages()
    {
        long size = (long)_context.Batch * sizeof(ImagePlace) / sizeof(float);
        if (_images.Length < size)
        {
            _images.Dispose();
            _images = new AlignedMemory(size);
        }

        ImagePlace* place = (ImagePlace*)_images.Pointer;
        long slot = 0;
        for (int shard = 0; shard < _shardsInUse; shard++)
        {
            int images = FirstImage(shard + 1) - FirstImage(shard);
            int chunks = ChunksOf(images);
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                int count = FirstOfChunk(chunk + 1, images, chunks) - FirstOfChunk(chunk, images, chunks);
                for (int image = 0; image < count; image++)
                {
                    *place++ = new ImagePlace { Slot = slot, InChunk = image };
                }

                slot += _layout.TrainSlot;
            }
        }
    }

    private void RunShard(int shard, int worker)
    {
        float* sums = _shards.Pointer + (shard * _layout.Shard);
        if (_phase == 0)
        {
            NativeMemory.Clear(sums, checked((nuint)_layout.Shard * sizeof(float)));
        }

        int start = FirstImage(shard);
        int images = FirstImage(shard + 1) - start;
        int chunks = ChunksOf(images);
        int slot = Streams ? worker : SlotOf(shard);
        ModelInfo info = _model.Description;
        fixed (ShardTotals* totals = &_totals[shard * _losses])
        {
            StepContext c = _context;
            c.Shard = sums;
            c.Totals = totals;
            c.Work = _work.Pointer + (worker * _layout.TrainWork);
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                int first = start + FirstOfChunk(chunk, images, chunks);
                int end = start + FirstOfChunk(chunk + 1, images, chunks);
                c.First = first;
                c.StepFirst = _context.StepFirst + first;
                c.Count = end - first;
                c.Slot = _slots.Pointer + ((Streams ? slot : slot + chunk) * _layout.TrainSlot);
                c.Inputs = _context.Inputs + ((long)first * info.InputSize);
                c.Outputs = At(_context.Outputs, first, info.OutputSize);
                c.OutputGradients = At(_context.OutputGradients, first, info.OutputSize);
                c.InputGradients = At(_context.InputGradients, first, info.InputSize);
                c.Targets = At(_context.Targets, first, info.OutputSize);
                c.Labels = _context.Labels is null ? null : _context.Labels + ((long)first * _model.LabelsPerImage);
                for (int phase = _phase; phase < _through; phase++)
                {
                    _model.Code.TrainChunk(phase, in c);
                }
            }
        }

        static float* At(float* start, int image, int size) => start is null ? null : start + ((long)image * size);
    }
}
