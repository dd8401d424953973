namespace NetGen;

/// <summary>
/// Makes the current value a further output that training alone computes, with a loss of its own, as GoogLeNet's auxiliary classifiers
/// are (Szegedy et al. 2014, "Going deeper with convolutions", section 5). Training minimises the model's own loss plus
/// <see cref="Weight"/> times this one, both on the same labels or targets; predictions and evaluations leave it out.
/// The current value keeps its shape. In PyTorch one more value that <c>forward</c> returns while it trains.
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

    /// <summary>What its loss is multiplied with. Above 0 and finite.</summary>
    public float Weight { get; set; } = 1;
}
