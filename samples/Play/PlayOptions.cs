namespace Play;

/// <summary>What the command line asks for.</summary>
/// <param name="Game">What is played.</param>
/// <param name="Variant">The kind of DQN.</param>
/// <param name="Epochs">How long it is trained; null for the game's own number.</param>
/// <param name="Seed">Decides first weights, games and what is drawn from the memory.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The folder of what is written.</param>
internal sealed record PlayOptions(GameKind Game, Variant Variant, int? Epochs, int Seed, int Threads, string Out);
