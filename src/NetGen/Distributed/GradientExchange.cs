using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Adds the gradients of all ranks up while the backward pass still runs. Parameters lie in the order of the layers and their gradients are whole in the opposite one, so that what is whole is a stretch that grows
/// from the end; whenever it has grown by a bucket, that bucket is on its way.
/// </summary>
internal sealed class GradientExchange
{
    /// <summary>Floats that are worth a message of their own: half a megabyte, which takes longer to send at 10 Gbit/s than a message takes to begin.</summary>
    public const int BucketSize = 128 * 1024;

    private readonly World _world;
    private readonly ParameterSet _parameters;
    private readonly RankClock _clock;
    private readonly int[] _wholeFrom;
    private int _sent;

    /// <summary>Finds out what is whole after each phase.</summary>
    public GradientExchange(World world, Model model, RankClock clock)
    {
        _world = world;
        _parameters = model.Parameters;
        _clock = clock;
        _wholeFrom = WholeFrom(model.Parameters, model.Layout);
        Due = [.. Enumerable.Range(0, model.Layout.Phases).Select(p => DueAfter(model.Layout, p))];
    }

    /// <summary>For each phase the reductions that can be made after it.</summary>
    public int[][] Due { get; }

    /// <summary>For each phase the first of the trainable values from which on all gradients are whole after it.</summary>
    public static int[] WholeFrom(ParameterSet parameters, ModelLayout layout)
    {
        int[] from = new int[layout.Phases];
        Array.Fill(from, parameters.TrainableCount);
        from[^1] = 0;
        Parameter[] trainable = layout.GradientPhases.Count == 0 ? [] : [.. parameters.Where(p => p.Trainable)];
        int start = parameters.TrainableCount;
        int phase = 0;
        for (int i = trainable.Length - 1; i >= 0; i--)
        {
            start -= trainable[i].Length;
            phase = int.Max(phase, layout.GradientPhases[i]);
            for (int p = phase; p < from.Length; p++)
            {
                from[p] = start;
            }
        }

        return from;
    }

    /// <summary>A step begins.</summary>
    public void Begin() => _sent = _parameters.TrainableCount;

    /// <summary>A phase and what follows it are through.</summary>
    public void AfterPhase(int phase)
    {
        if (_sent - _wholeFrom[phase] >= BucketSize && phase < _wholeFrom.Length - 1)
        {
            Send(_wholeFrom[phase]);
        }
        else
        {
            _world.Progress();
        }
    }

    /// <summary>All gradients are whole: sends the rest and waits for all.</summary>
    public void End()
    {
        while (_sent > 0)
        {
            // What is left is cut where a bucket is full, so that a network of one phase has several under way as well.
            Send(int.Max(0, _sent - int.Max(BucketSize, _sent / 4)));
        }

        long began = RankClock.Now;
        _world.EndSums();
        _clock.Waited(began);
    }

    private void Send(int from)
    {
        _world.BeginSum(_parameters.Gradients[from.._sent]);
        _sent = from;
    }

    private static int[] DueAfter(ModelLayout layout, int phase) =>
        layout.ReductionPhases.Count > 0 ? [.. Enumerable.Range(0, layout.Reductions).Where(i => layout.ReductionPhases[i] == phase)]
        : phase == layout.Phases - 1 ? [.. Enumerable.Range(0, layout.Reductions)]
        : [];
}
