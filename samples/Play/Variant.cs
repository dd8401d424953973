namespace Play;

/// <summary>The kinds of DQN.</summary>
internal enum Variant
{
    /// <summary>As published first.</summary>
    Plain,

    /// <summary>The learning network chooses the action whose value the target network says.</summary>
    Double,

    /// <summary>A value and advantages are added.</summary>
    Dueling,

    /// <summary>Both.</summary>
    DoubleDueling,
}
