namespace NetGen;

/// <summary>
/// Makes the current value a further output that training alone computes, with a loss of its own, as GoogLeNet's auxiliary classifiers
/// are (Szegedy et al. 2014, "Going deeper with convolutions", section 5). Training minimises the model's own loss plus
/// <see cref="Weight"/> times this one, both on the same labels or targets; predictions and evaluations leave it out.
/// The current value keeps its shape. In PyTorch one more value that <c>forward</c> returns while it trains.
/// With <see cref="Targets"/> it is one that predictions compute as well and that learns from targets of its own; in a model without a loss every
/// output is one that predictions compute, and whose gradient <see cref="Model.Backward(OutputSet, Span{float})"/> takes.
/// </summary>
/// <remarks>
/// A loss directly after it is this output's; without one it takes the kind and the settings of the model's own. What follows goes on
/// from the current value, so that a <see cref="FromAttribute"/> usually comes next. Hits are counted by the model's own loss.
/// In a block it has the name as given, which no other output of the model may have, and a loss like the model's own.
/// </remarks>
/// <param name="output">The output's name: letters a to z, digits and underscores.</param>
public sealed class OutputAttribute(string output) : LayerAttribute
{
    /// <summary>The output's name.</summary>
    public string Output { get; } = output;

    /// <summary>What its loss is multiplied with. Above 0 and finite. A model without a loss has nothing to weigh.</summary>
    public float Weight { get; set; } = 1;

    /// <summary>
    /// Whether it learns from targets of its own, such as the boxes beside the classes of a detector, which <see cref="NetGen.Targets"/> gives a step by its name, and <see cref="Dataset.Further"/> a <see cref="Trainer"/>. Its shape and the kind of its loss are then
    /// its own affair, predictions compute it (<see cref="Model.Predict(ReadOnlySpan{float}, OutputSet)"/>), and it counts hits of its own. The model's own output goes by the name <c>output</c>,
    /// which this one may not have.
    /// </summary>
    public bool Targets { get; set; }
}
