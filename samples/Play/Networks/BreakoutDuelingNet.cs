using NetGen;

namespace Play;

/// <summary>The values of Breakout's actions by a dueling network.</summary>
[Input(Recipe.Stack, BreakoutGame.Side, BreakoutGame.Side)]
[BreakoutEyes]
[DuelingHead(256, IGame.Actions)]
public sealed partial class BreakoutDuelingNet;
