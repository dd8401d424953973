using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Adds the gradients of all ranks up while the backward pass still runs. Parameters lie in the order of the layers and their gradients are whole in about the opposite one, so that what becomes whole is stretches of one
/// array; whenever they come to a bucket, they are on their way.
/// </summary>
internal sealed class GradientExchange
{
    /// <summary>Floats that are worth a message of their own: half a megabyte, which takes longer to send at 10 Gbit/s than a message takes to begin.</summary>
    public const int BucketSize = 128 * 1024;

    private readonly World _world;
    private readonly ParameterSet _parameters;
    private readonly RankClock _clock;
    private readonly List<(int Start, int Length)>[] _messages;

    /// <summary>Finds out what is whole after each phase.</summary>
    public GradientExchange(World world, Model model, RankClock clock)
    {
        _world = world;
        _parameters = model.Parameters;
        _clock = clock;
        _messages = Messages(model.Parameters, model.Layout);
        Due = [.. Enumerable.Range(0, model.Layout.Phases).Select(p => DueAfter(model.Layout, p))];
    }

    /// <summary>For each phase what can be made after it of the items of calls over the whole batch and, counted on from there, of the reductions.</summary>
    public int[][] Due { get; }

    /// <summary>For each phase the stretches of the trainable values whose gradients are sent after it.</summary>
    public static List<(int Start, int Length)>[] Messages(ParameterSet parameters, ModelLayout layout)
    {
        List<(int Start, int Length)>[] messages = [.. Enumerable.Range(0, layout.Phases).Select(_ => new List<(int, int)>())];
        List<(int Start, int Length)> waiting = [];
        for (int phase = 0; phase < layout.Phases; phase++)
        {
            waiting = Joined([.. waiting, .. WholeAfter(parameters, layout, phase)]);
            if (phase < layout.Phases - 1 && waiting.Sum(w => (long)w.Length) >= BucketSize)
            {
                messages[phase].AddRange(waiting);
                waiting = [];
            }
        }

        // What is left is cut where a bucket is full, so that a network of one phase has several under way as well.
        foreach ((int start, int length) in waiting)
        {
            for (int end = start + length, from; end > start; end = from)
            {
                from = int.Max(start, end - int.Max(BucketSize, (end - start) / 4));
                messages[^1].Add((from, end - from));
            }
        }

        return messages;
    }

    /// <summary>A phase and what follows it are through.</summary>
    public void AfterPhase(int phase)
    {
        Send(phase);
        _world.Progress();
    }

    /// <summary>All gradients are whole: sends the rest and waits for all.</summary>
    public void End()
    {
        Send(_messages.Length - 1);
        long began = RankClock.Now;
        _world.EndSums();
        _clock.Waited(began);
    }

    /// <summary>All gradients at once, where nothing was sent on the way.</summary>
    public void SendAll()
    {
        for (int phase = 0; phase < _messages.Length - 1; phase++)
        {
            Send(phase);
        }

        End();
    }

    private void Send(int phase)
    {
        foreach ((int start, int length) in _messages[phase])
        {
            _world.BeginSum(_parameters.Gradients.Slice(start, length));
        }
    }

    /// <summary>The gradients that a phase makes whole, the last parameter's first.</summary>
    private static List<(int Start, int Length)> WholeAfter(ParameterSet parameters, ModelLayout layout, int phase)
    {
        List<(int Start, int Length)> whole = [];
        int start = parameters.TrainableCount;
        int place = layout.GradientPhases.Count;
        foreach (Parameter parameter in parameters.Where(p => p.Trainable).Reverse())
        {
            start -= parameter.Length;
            place--;
            if (phase == (layout.GradientPhases.Count == 0 ? layout.Phases - 1 : layout.GradientPhases[place]))
            {
                whole.Add((start, parameter.Length));
            }
        }

        return whole;
    }

    /// <summary>Stretches from the last to the first, neighbours as one.</summary>
    private static List<(int Start, int Length)> Joined(List<(int Start, int Length)> stretches)
    {
        List<(int Start, int Length)> joined = [];
        foreach ((int start, int length) in stretches.OrderByDescending(s => s.Start))
        {
            if (joined.Count > 0 && joined[^1].Start == start + length)
            {
                joined[^1] = (start, length + joined[^1].Length);
            }
            else
            {
                joined.Add((start, length));
            }
        }

        return joined;
    }

    private static int[] DueAfter(ModelLayout layout, int phase)
    {
        int last = layout.Phases - 1;
        IEnumerable<int> calls = layout.BatchPhases.Count > 0 ? layout.BatchPhases.SelectMany(c => Enumerable.Repeat(c.Phase, c.Items)) : Enumerable.Repeat(last, layout.BatchItems);
        IEnumerable<int> reductions = layout.ReductionPhases.Count > 0 ? layout.ReductionPhases : Enumerable.Repeat(last, layout.Reductions);
        return [.. calls.Concat(reductions).Select((due, item) => (due, item)).Where(d => d.due == phase).Select(d => d.item)];
    }
}
