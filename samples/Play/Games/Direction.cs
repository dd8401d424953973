namespace Play;

/// <summary>Ways that actions and balls go.</summary>
internal static class Direction
{
    /// <summary>Where an action goes: 0 stays, 1 is left, 2 is right.</summary>
    public static int Of(int action) => action switch { 0 => 0, 1 => -1, 2 => 1, _ => throw new ArgumentOutOfRangeException(nameof(action), action, "expected 0, 1 or 2") };

    /// <summary>Throws a place back that has gone beyond 0 or the last one, with the speed turned round.</summary>
    /// <param name="place">Less than <paramref name="last"/> beyond either.</param>
    /// <param name="speed">What it moved by.</param>
    /// <param name="last">The last place there is.</param>
    public static (int Place, int Speed) Bounce(int place, int speed, int last) =>
        place < 0 ? (-place, -speed) : place > last ? ((2 * last) - place, -speed) : (place, speed);
}
