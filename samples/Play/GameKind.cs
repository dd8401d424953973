namespace Play;

/// <summary>The games to choose from.</summary>
internal enum GameKind
{
    /// <summary>A falling ball and a basket.</summary>
    Catch,

    /// <summary>A wall of bricks, a ball and a paddle.</summary>
    Breakout,
}
