using NetGen;

namespace Play;

/// <summary>The numbers of a training, and what it is about.</summary>
internal sealed record Recipe
{
    /// <summary>Frames of a state (Mnih et al. 2015, "Methods").</summary>
    public const int Stack = 4;

    /// <summary>Catch, in a minute or so.</summary>
    public static Recipe Catch { get; } = new()
    {
        NewGame = () => new CatchGame(),
        NewNetwork = (dueling, seed) => dueling ? new CatchDuelingNet(seed) : new CatchNet(seed),
        Epochs = 20,
        RoundsPerEpoch = 2_000,
        StepsPerRound = 1,
        RoundsBefore = 100,
        Capacity = 4_000,
        StepsPerTarget = 100,
        Rate = 1e-3f,
        Exploring = 0.2,
        LastEpsilon = 0.02,
        WatchedGames = 200,
        ExaminedGames = 1_000,
        ExaminingEpsilon = 0,
        LongestGame = 100,
    };

    /// <summary>Breakout, in 40 minutes or so.</summary>
    public static Recipe Breakout { get; } = new()
    {
        NewGame = () => new BreakoutGame(),
        NewNetwork = (dueling, seed) => dueling ? new BreakoutDuelingNet(seed) : new BreakoutNet(seed),
        Epochs = 40,
        RoundsPerEpoch = 2_500,
        StepsPerRound = 2,
        RoundsBefore = 500,
        Capacity = 16_384,
        StepsPerTarget = 250,
        Rate = 4e-4f,
        Exploring = 0.1,
        LastEpsilon = 0.05,
        WatchedGames = 20,
        ExaminedGames = 100,
        ExaminingEpsilon = 0.05,
        LongestGame = 2_000,
    };

    public required Func<IGame> NewGame { get; init; }

    /// <summary>Makes a network, dueling or not, from a seed.</summary>
    public required Func<bool, ulong, Model> NewNetwork { get; init; }

    /// <summary>Games that are played side by side.</summary>
    public int Games { get; init; } = 8;

    /// <summary>Transitions of a step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>What a point is worth that comes an action later.</summary>
    public float Discount { get; init; } = 0.99f;

    public required int Epochs { get; init; }

    /// <summary>Rounds of an action in each game.</summary>
    public required int RoundsPerEpoch { get; init; }

    /// <summary>Steps of the optimizer after each round.</summary>
    public required int StepsPerRound { get; init; }

    /// <summary>Rounds before the first step.</summary>
    public required int RoundsBefore { get; init; }

    /// <summary>Frames of each game that are remembered.</summary>
    public required int Capacity { get; init; }

    /// <summary>Steps after which the target network is what the learning one is.</summary>
    public required int StepsPerTarget { get; init; }

    /// <summary>Adam's rate, which falls along half a cosine.</summary>
    public required float Rate { get; init; }

    /// <summary>The share of the training during which actions by chance become fewer.</summary>
    public required double Exploring { get; init; }

    /// <summary>The share of actions by chance after that.</summary>
    public required double LastEpsilon { get; init; }

    /// <summary>Games that are played after each epoch.</summary>
    public required int WatchedGames { get; init; }

    /// <summary>Games that the figure is taken from.</summary>
    public required int ExaminedGames { get; init; }

    /// <summary>The share of actions by chance in those games.</summary>
    public required double ExaminingEpsilon { get; init; }

    /// <summary>Actions after which such a game is counted as it stands.</summary>
    public required int LongestGame { get; init; }

    /// <summary>The recipe of a game.</summary>
    public static Recipe Of(GameKind game) => game == GameKind.Catch ? Catch : Breakout;
}
