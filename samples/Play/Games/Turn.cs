namespace Play;

/// <summary>What an action led to.</summary>
/// <param name="Reward">Points.</param>
/// <param name="BallOver">Whether the ball is caught or lost, so that nothing of what comes later is this action's doing.</param>
/// <param name="GameOver">Whether the game is over; it has to begin anew.</param>
internal readonly record struct Turn(float Reward, bool BallOver, bool GameOver);
