using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>The rules of Breakout, and what it shows. An action lasts for three movements, of two rows each.</summary>
public sealed class BreakoutGameTests
{
    private const int Stay = 0;
    private const int Left = 1;
    private const int Right = 2;

    private readonly BreakoutGame _game = new();
    private RandomSource _random = new(1);

    public BreakoutGameTests() => _game.Begin(ref _random);

    [Theory]
    [InlineData(28, -3)]
    [InlineData(30, -3)]
    [InlineData(31, -2)]
    [InlineData(34, -1)]
    [InlineData(35, -1)]
    [InlineData(36, 1)]
    [InlineData(38, 2)]
    [InlineData(41, 3)]
    [InlineData(43, 3)]
    public void APaddle_SendsTheBallUp_ByWhereItIsHit(int x, int drift)
    {
        _game.Place(x, 74, drift: 0, fall: 2, paddle: 30);

        _game.Act(Stay, ref _random).ShouldBe(default);

        _game.Speed.ShouldBe((drift, -2));
        _game.Ball.ShouldBe((x + (2 * drift), 71));
    }

    [Theory]
    [InlineData(27)]
    [InlineData(44)]
    public void ABallBesideThePaddle_IsLost_AndAnotherComes(int x)
    {
        _game.Place(x, 74, drift: 0, fall: 2, paddle: 30);
        _game.Act(Stay, ref _random).ShouldBe(default);
        _game.Ball.ShouldBe((x, 80));

        // The paddle may still go under it, but it is too late.
        _game.Act(x < 30 ? Left : Right, ref _random).ShouldBe(new Turn(-1, BallOver: true, GameOver: false));

        _game.Ball.Y.ShouldBe(40);
        _game.Paddle.ShouldBe(35);
        _game.Speed.Y.ShouldBe(2);
    }

    [Fact]
    public void TheThirdBall_IsTheLast()
    {
        List<Turn> turns = [];
        for (int ball = 0; ball < 3; ball++)
        {
            _game.Place(0, 80, drift: 0, fall: 2, paddle: 60);
            turns.Add(_game.Act(Stay, ref _random));
        }

        turns.ShouldBe([new Turn(-1, true, false), new Turn(-1, true, false), new Turn(-1, true, true)]);
    }

    [Fact]
    public void ABrick_IsAPoint_AndTurnsTheBallRound()
    {
        _game.Place(10, 29, drift: 0, fall: -2, paddle: 30);

        // In rows 27 and 25 the ball's middle is in 28, below the wall, and 26, in its last row.
        _game.Act(Stay, ref _random).ShouldBe(new Turn(1, BallOver: false, GameOver: false));

        _game.Bricks.ShouldBe(47);
        _game.Ball.ShouldBe((10, 27));
        _game.Speed.ShouldBe((0, 2));
        float[] frame = PlayedFrame.Of(_game);

        // The brick of the second column; those beside it stand.
        Enumerable.Range(7, 6).ShouldAllBe(x => frame[(24 * 84) + x] == 0);
        frame[(24 * 84) + 5].ShouldBe(1);
        frame[(24 * 84) + 14].ShouldBe(1);
    }

    [Fact]
    public void ABall_BouncesOffTopAndSides()
    {
        _game.KeepBricks(0);
        _game.Place(2, 1, drift: -3, fall: -2, paddle: 30);

        _game.Act(Stay, ref _random);

        // (−1, −1), which is (1, 1); then on with what was turned round.
        _game.Ball.ShouldBe((7, 5));
        _game.Speed.ShouldBe((3, 2));
        _game.Place(80, 50, drift: 3, fall: 2, paddle: 30);
        _game.Act(Stay, ref _random);
        _game.Ball.ShouldBe((73, 56));
    }

    [Fact]
    public void ANewWall_Stands_OnceTheBallIsBackAtThePaddle()
    {
        _game.KeepBricks(1);
        _game.Place(2, 15, drift: 0, fall: -2, paddle: 30);
        _game.Act(Stay, ref _random).Reward.ShouldBe(1);
        _game.Bricks.ShouldBe(0);

        _game.Place(35, 74, drift: 0, fall: 2, paddle: 30);
        _game.Act(Stay, ref _random);

        _game.Bricks.ShouldBe(48);
    }

    [Fact]
    public void APaddle_MovesNineColumnsAnAction_AndReachesEveryServe()
    {
        int start = _game.Paddle;
        _game.Act(Left, ref _random);
        _game.Paddle.ShouldBe(start - 9);
        for (int i = 0; i < 4; i++)
        {
            _game.Act(Left, ref _random);
        }

        // Five actions take the ball down to row 70, above the paddle.
        _game.Paddle.ShouldBe(0);
        _game.Ball.Y.ShouldBe(70);
    }

    [Fact]
    public void AFrame_ShowsWallBallAndPaddle()
    {
        float[] frame = PlayedFrame.Of(_game);

        (int x, int y) = _game.Ball;
        y.ShouldBe(40);
        for (int row = 0; row < 84; row++)
        {
            for (int column = 0; column < 84; column++)
            {
                bool brick = row is >= 12 and < 28 && (row - 12) % 4 < 3 && column % 7 < 6;
                bool ball = row is >= 40 and < 43 && column >= x && column < x + 3;
                bool paddle = row is >= 78 and < 81 && column is >= 35 and < 49;
                frame[(row * 84) + column].ShouldBe(brick || ball || paddle ? 1 : 0);
            }
        }
    }
}
