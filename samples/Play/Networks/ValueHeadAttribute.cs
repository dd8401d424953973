using NetGen;

namespace Play;

/// <summary>The value of each action (Mnih et al. 2015).</summary>
/// <param name="hidden">Units between what is seen and the values.</param>
[Layers("""
    [Dense(hidden)] [ReLU]
    [Dense(actions)]
    """)]
public sealed class ValueHeadAttribute(int hidden, int actions) : BlockAttribute
{
    /// <summary>Units between what is seen and the values.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>The actions.</summary>
    public int Actions { get; } = actions;
}
