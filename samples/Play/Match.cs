using NetGen;

namespace Play;

/// <summary>Games that are played to be counted.</summary>
internal static class Match
{
    /// <summary>Plays games side by side, each to its end.</summary>
    /// <param name="recipe">Which game, and how long at most.</param>
    /// <param name="games">How many.</param>
    /// <param name="player">Says the actions' values; null for a player who does anything by chance.</param>
    /// <param name="epsilon">The share of actions by chance.</param>
    /// <param name="random">All chance.</param>
    /// <param name="film">Shown what is seen in each game before each action.</param>
    /// <returns>The points of each.</returns>
    public static double[] Play(Recipe recipe, int games, Model? player, double epsilon, RandomSource random, FilmStrip? film = null)
    {
        Playground playground = new(recipe.NewGame, games, Recipe.Stack + 1, ref random);
        float[] states = new float[games * playground.StateSize];
        float[] values = new float[games * IGame.Actions];
        int[] actions = new int[games];
        double[] points = new double[games];
        bool[] over = new bool[games];
        for (int taken = 0; taken < recipe.LongestGame && over.Contains(false); taken++)
        {
            if (player is not null)
            {
                playground.WriteStates(states);
                player.Predict(states, values);
                film?.Show(states, over, taken);
            }

            ActionValues.Choose(values, player is null ? 1 : epsilon, ref random, actions);
            playground.Act(actions, ref random);
            for (int i = 0; i < games; i++)
            {
                points[i] += over[i] ? 0 : playground.Turns[i].Points;
                over[i] |= playground.Turns[i].GameOver;
            }
        }

        return points;
    }
}
