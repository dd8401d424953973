namespace Play;

/// <summary>What random numbers are for, so that each purpose has a sequence of its own.</summary>
internal static class Purpose
{
    public const int Beginning = 0;
    public const int Acting = 1;
    public const int Drawing = 2;
    public const int Watching = 3;
    public const int Examining = 4;
}
