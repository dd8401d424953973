using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>The rules of Catch, and what it shows.</summary>
public sealed class CatchGameTests
{
    private const int Stay = 0;
    private const int Left = 1;
    private const int Right = 2;

    private RandomSource _random = new(1);

    [Fact]
    public void ABall_FallsARow_AndBouncesOffTheSides()
    {
        CatchGame game = new();
        game.Place(1, drift: -2);
        List<(int, int)> way = [];
        for (int i = 0; i < 13; i++)
        {
            game.Act(Stay, ref _random).ShouldBe(default);
            way.Add(game.Ball);
        }

        // One column beyond the left side is one column within it; from 23 the next is 21.
        way.ShouldBe([(1, 1), (3, 2), (5, 3), (7, 4), (9, 5), (11, 6), (13, 7), (15, 8), (17, 9), (19, 10), (21, 11), (23, 12), (21, 13)]);
    }

    [Fact]
    public void ABasket_MovesAColumn_AndStopsAtTheSides()
    {
        CatchGame game = new();
        game.Place(0, drift: 0);
        game.Basket.ShouldBe(10);
        game.Act(Right, ref _random);
        game.Basket.ShouldBe(11);
        for (int i = 0; i < 15; i++)
        {
            game.Act(Left, ref _random);
        }

        game.Basket.ShouldBe(0);
        game.Place(0, drift: 0);
        for (int i = 0; i < 15; i++)
        {
            game.Act(Right, ref _random);
        }

        game.Basket.ShouldBe(20);
        Should.Throw<ArgumentOutOfRangeException>(() => game.Act(3, ref _random)).ParamName.ShouldBe("action");
    }

    [Theory]
    [InlineData(9, -1)]
    [InlineData(10, 1)]
    [InlineData(13, 1)]
    [InlineData(14, -1)]
    public void Caught_IsAPoint_AndMissedNone_InLearningOneLess(int x, float reward)
    {
        CatchGame game = new();
        game.Place(x, drift: 0);
        for (int i = 0; i < 22; i++)
        {
            game.Act(Stay, ref _random).ShouldBe(default);
        }

        Turn turn = game.Act(Stay, ref _random);
        turn.ShouldBe(new Turn(reward, BallOver: true, GameOver: true));
        turn.Points.ShouldBe(reward > 0 ? 1 : 0);
    }

    [Fact]
    public void EveryBall_CanBeCaught()
    {
        for (int x = 0; x < 24; x++)
        {
            for (int drift = -2; drift <= 2; drift++)
            {
                // Unfolded, the ways between the sides are a straight line; 23 columns there and 23 back.
                int unfolded = (((x + (23 * drift)) % 46) + 46) % 46;
                int end = Math.Min(unfolded, 46 - unfolded);
                CatchGame game = new();
                game.Place(x, drift);
                Turn turn = default;
                while (!turn.GameOver)
                {
                    turn = game.Act(end < game.Basket ? Left : end > game.Basket + 3 ? Right : Stay, ref _random);
                }

                game.Ball.ShouldBe((end, 23));
                turn.Reward.ShouldBe(1);
            }
        }
    }

    [Fact]
    public void AFrame_ShowsBallAndBasket()
    {
        CatchGame game = new();
        game.Place(3, drift: 2);
        game.Act(Left, ref _random);
        game.Act(Left, ref _random);

        float[] expected = new float[24 * 24];
        expected[(2 * 24) + 7] = 1;
        Array.Fill(expected, 1, (23 * 24) + 8, 4);
        PlayedFrame.Of(game).ShouldBe(expected);
    }

    [Fact]
    public void AGame_BeginsByChance_WithABallInTheTopRow()
    {
        CatchGame game = new();
        HashSet<int> columns = [];
        for (int i = 0; i < 500; i++)
        {
            game.Begin(ref _random);
            (int x, int y) = game.Ball;
            y.ShouldBe(0);
            columns.Add(x);
        }

        columns.Order().ShouldBe(Enumerable.Range(0, 24));
    }
}
