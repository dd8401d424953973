namespace NetGen.TensorBoard.Tests;

/// <summary>A clock that stands at 1,700,000,000.5 seconds after 1970.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_500);
}
