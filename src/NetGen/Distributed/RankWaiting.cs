namespace NetGen;

/// <summary>What a process of a <see cref="World"/> did with its time in an epoch.</summary>
/// <param name="Rank">The process.</param>
/// <param name="Name">What people know it by.</param>
/// <param name="Waiting">The share of the epoch's training in which it waited for others, 0 to 1. Whoever waits least keeps the others waiting.</param>
public sealed record RankWaiting(int Rank, string Name, double Waiting);
