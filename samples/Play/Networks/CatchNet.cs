using NetGen;

namespace Play;

/// <summary>The values of Catch's actions.</summary>
[Input(Recipe.Stack, CatchGame.Side, CatchGame.Side)]
[CatchEyes]
[ValueHead(128, IGame.Actions)]
public sealed partial class CatchNet;
