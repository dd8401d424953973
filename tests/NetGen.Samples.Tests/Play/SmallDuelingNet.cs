using Play;

namespace NetGen.Samples.Tests.Games;

/// <summary>A dueling head over five numbers.</summary>
[Input(5)] [DuelingHead(4, IGame.Actions)]
public sealed partial class SmallDuelingNet;
