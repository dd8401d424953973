using NetGen;

namespace Play;

/// <summary>
/// The value of each action, as the value of what is seen and each action's advantage over their mean (Wang et al. 2016, arXiv 1511.06581, equation 9): Q = V + A − mean(A). That sum is linear, so it is a dense layer
/// whose weights are given (<see cref="DuelingSum"/>) and stay.
/// </summary>
/// <param name="hidden">Units between what is seen and the value, and as many before the advantages.</param>
/// <param name="actions">The actions.</param>
[Layers("""
    [Tag("seen")]
    [Dense(hidden)] [ReLU] [Dense(1)] [Tag("value")]
    [From("seen")]
    [Dense(hidden)] [ReLU] [Dense(actions)]
    [Concat("value")] [Dense(actions, Bias = false, Name = "sum")]
    """)]
public sealed class DuelingHeadAttribute(int hidden, int actions) : BlockAttribute
{
    /// <summary>Units between what is seen and the value, and as many before the advantages.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>The actions.</summary>
    public int Actions { get; } = actions;
}
