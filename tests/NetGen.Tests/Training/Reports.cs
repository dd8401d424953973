namespace NetGen.Tests.Training;

/// <summary>Keeps reports, or acts on them, at once and on the same thread.</summary>
internal sealed class Reports(Action<TrainingProgress>? act = null) : List<TrainingProgress>, IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        Add(value);
        act?.Invoke(value);
    }
}
