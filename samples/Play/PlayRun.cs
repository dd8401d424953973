using System.Diagnostics;
using NetGen;

namespace Play;

/// <summary>Trains a player, has it play, and shows a game.</summary>
internal static class PlayRun
{
    public static int Go(PlayOptions options)
    {
        using Interruption interruption = new();
        Recipe recipe = Recipe.Of(options.Game);
        ulong seed = (ulong)options.Seed;
        Directory.CreateDirectory(options.Out);
        using DqnAgent agent = new(recipe, options.Variant, seed, options.Threads);
        Console.WriteLine($"{options.Game}, {options.Variant}: {agent.Network.Description.ParameterCount} parameters, {recipe.Games} games side by side, {options.Threads} threads");
        long started = Stopwatch.GetTimestamp();
        if (!Train(recipe, agent, options, interruption.Token))
        {
            Console.WriteLine("interrupted: the same command goes on from here");
            return Interruption.ExitCode;
        }

        (string weights, string strip) = (Path.Combine(options.Out, "player.safetensors"), Path.Combine(options.Out, "film.png"));
        agent.Network.Save(weights);
        FilmStrip film = MakeFilm(options.Game);
        RandomSource random = new(seed, Purpose.Examining, 0);
        double[] chance = Match.Play(recipe, recipe.ExaminedGames, player: null, epsilon: 1, random);
        double[] points = Match.Play(recipe, recipe.ExaminedGames, agent.Network, recipe.ExaminingEpsilon, random, film);
        film.Save(strip, Columns(options.Game), options.Game == GameKind.Catch ? 4 : 2);
        Console.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes; {weights}: the network; {strip}: {(options.Game == GameKind.Catch ? "the first six games" : "the first game")} as it was seen");
        Print(options.Game, points, chance);
        return 0;
    }

    private static bool Train(Recipe recipe, DqnAgent agent, PlayOptions options, CancellationToken cancellation)
    {
        int epochs = options.Epochs ?? recipe.Epochs;
        ulong seed = (ulong)options.Seed;
        DqnTraining training = new(recipe, agent, epochs, seed);
        SavedState state = new(options.Out, FormattableString.Invariant($"{options.Game}, {options.Variant}, {epochs} epochs, seed {options.Seed}"));
        training.AddTo(state);
        StepLoop loop = new(options.Game == GameKind.Catch ? "catch" : "breakout", ["loss", "value"], epochs, recipe.RoundsPerEpoch, recipe.Games, "actions");
        return loop.Run(
            state,
            training.Round,
            () => Describe(options.Game, Match.Play(recipe, recipe.WatchedGames, agent.Network, recipe.ExaminingEpsilon, new RandomSource(seed, Purpose.Watching, 0))),
            cancellation);
    }

    /// <summary>Six games of Catch, whole; or one of Breakout, of which each fourth action is shown.</summary>
    private static FilmStrip MakeFilm(GameKind game) => game == GameKind.Catch ? new FilmStrip(CatchGame.Side, games: 6, pictures: 12, every: 2) : new FilmStrip(BreakoutGame.Side, games: 1, pictures: 48, every: 4);

    private static int Columns(GameKind game) => game == GameKind.Catch ? 12 : 8;

    private static string Describe(GameKind game, double[] points) => game == GameKind.Catch ? $"  won {Won(points):P1}" : $"  score {points.Average():F2}";

    private static double Won(double[] points) => points.Average(p => p > 0 ? 1.0 : 0.0);

    private static void Print(GameKind game, double[] points, double[] chance) => Console.WriteLine(game == GameKind.Catch
        ? $"{Won(points):P1} of {points.Length} games won; by chance {Won(chance):P1}"
        : $"mean score {points.Average():F2} of {points.Length} games; by chance {chance.Average():F2}, so {points.Average() / chance.Average():F1} times as much");
}
