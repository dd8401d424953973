using System.Diagnostics;
using NetGen;

namespace CifarFast;

/// <summary>How long a training takes, all parts of it together where it was interrupted; what is done again after a kill counts once.</summary>
internal sealed class Clock : TrainingCallback
{
    private TimeSpan _before;
    private long _started = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => _before + Stopwatch.GetElapsedTime(_started);

    public override void OnTrainBegin(TrainingState state) => _started = Stopwatch.GetTimestamp();

    public override void Capture(CallbackMemory memory) => memory.Write("seconds", Elapsed.TotalSeconds);

    public override void Restore(CallbackMemory memory) => _before = TimeSpan.FromSeconds(memory.ReadNumber("seconds"));
}
