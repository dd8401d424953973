using System.CommandLine;

namespace Play;

/// <summary>The options, what they must be, and one clear line where they are not.</summary>
internal static class CommandLine
{
    private static readonly Option<GameKind?> s_game = ChoiceOption.Make("--game", "What is played", ("catch", GameKind.Catch), ("breakout", GameKind.Breakout));

    private static readonly Option<Variant?> s_variant = ChoiceOption.Make(
        "--variant", "The kind of DQN", ("dqn", Variant.Plain), ("double", Variant.Double), ("dueling", Variant.Dueling), ("double-dueling", Variant.DoubleDueling));

    private static readonly Option<int?> s_epochs = NumberOption.Make(
        "--epochs",
        1,
        10_000,
        FormattableString.Invariant(
            $"{Recipe.Catch.RoundsPerEpoch} rounds each, {Recipe.Breakout.RoundsPerEpoch} of Breakout; a round is an action in each of {Recipe.Catch.Games} games. Default: {Recipe.Catch.Epochs}; {Recipe.Breakout.Epochs} of Breakout."));

    private static readonly Option<int?> s_seed = NumberOption.Make("--seed", 0, int.MaxValue, "The same seed gives the same run. Default: 1.");
    private static readonly Option<int?> s_threads = NumberOption.Make("--threads", 1, 1024, "Default: one a processor.");

    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The folder of state, network and film strip; a training that it holds is gone on with.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "played",
    };

    /// <summary>The command, which hands its options on.</summary>
    public static RootCommand Make(Func<PlayOptions, int> run)
    {
        RootCommand root = new("Trains a network to play a game of which it sees the pixels.") { s_game, s_variant, s_epochs, s_seed, s_threads, s_out };
        root.SetAction(parsed => run(new PlayOptions(
            parsed.GetValue(s_game) ?? GameKind.Catch,
            parsed.GetValue(s_variant) ?? Variant.Plain,
            parsed.GetValue(s_epochs),
            parsed.GetValue(s_seed) ?? 1,
            parsed.GetValue(s_threads) ?? Environment.ProcessorCount,
            OutputFolder.Check(s_out.Name, parsed.GetValue(s_out)!))));
        return root;
    }
}
