using NetGen;

namespace Play;

/// <summary>The values of Catch's actions by a dueling network.</summary>
[Input(Recipe.Stack, CatchGame.Side, CatchGame.Side)]
[CatchEyes]
[DuelingHead(128, IGame.Actions)]
public sealed partial class CatchDuelingNet;
