using NetGen;

namespace Play;

/// <summary>The values of Breakout's actions.</summary>
[Input(Recipe.Stack, BreakoutGame.Side, BreakoutGame.Side)]
[BreakoutEyes]
[ValueHead(256, IGame.Actions)]
public sealed partial class BreakoutNet;
