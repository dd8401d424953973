namespace Play;

/// <summary>What an action led to.</summary>
/// <param name="Reward">What is learnt by: points, and one less than nothing for a ball that is lost.</param>
/// <param name="BallOver">Whether the ball is caught or lost, so that nothing of what comes later is this action's doing.</param>
/// <param name="GameOver">Whether the game is over; it has to begin anew.</param>
internal readonly record struct Turn(float Reward, bool BallOver, bool GameOver)
{
    /// <summary>What counts for the score, in which a lost ball is nothing.</summary>
    public float Points => Math.Max(Reward, 0);
}
