namespace NetGen;

/// <summary>What a <see cref="Metric"/> came to.</summary>
/// <param name="Name">The metric's name, such as <c>top-3 accuracy</c>.</param>
/// <param name="Value">Its figure.</param>
public readonly record struct MetricValue(string Name, double Value)
{
    /// <summary>The name as log files have it, without spaces: <c>top-3_accuracy</c>.</summary>
    public string Key => Name.Replace(' ', '_');
}
