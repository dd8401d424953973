using System.Diagnostics;

namespace NetGen.Bench.Clusters;

/// <summary>Makes one process believe that it is one of two, and writes down when it sends what: the real schedule of messages, with nobody at the other end.</summary>
internal sealed class RecordingWorld : World
{
    private readonly List<(long At, int Floats)> _messages = [];
    private readonly List<StepTimeline> _steps = [];
    private long _began;

    public override int Rank => 0;

    public override int Size => 2;

    /// <summary>The step of the median time.</summary>
    public StepTimeline Median
    {
        get
        {
            // What an epoch's end adds has no gradients.
            long most = _steps.Max(s => s.Floats);
            StepTimeline[] whole = [.. _steps.Where(s => s.Floats == most).OrderBy(s => s.Seconds)];
            return whole[whole.Length / 2];
        }
    }

    public override string Describe(int rank) => rank == 0 ? "this process" : "nobody";

    public override void BeginSum(Span<float> values) => _messages.Add((Stopwatch.GetTimestamp(), values.Length));

    public override void Progress()
    {
    }

    public override void EndSums()
    {
    }

    /// <summary>Ends a step: what its loss was is the last that ranks tell each other. What follows (the optimizer, the mean of running statistics) counts to the next.</summary>
    public override void Sum(Span<double> values)
    {
        long now = Stopwatch.GetTimestamp();
        if (_began != 0 && _messages.Count > 0)
        {
            _steps.Add(new StepTimeline(Seconds(now - _began), [.. _messages.Select(m => (Seconds(m.At - _began), m.Floats))]));
        }

        _began = now;
        _messages.Clear();
    }

    public override void Gather(ReadOnlySpan<byte> own, Span<byte> all)
    {
        for (int rank = 0; rank < Size; rank++)
        {
            own.CopyTo(all[(rank * own.Length)..]);
        }
    }

    public override void Broadcast(Span<byte> values)
    {
    }

    public override void Abort(string reason) => throw new InvalidOperationException(reason);

    private static double Seconds(long ticks) => (double)ticks / Stopwatch.Frequency;
}
