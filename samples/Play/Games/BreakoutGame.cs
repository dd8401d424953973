using NetGen;

namespace Play;

/// <summary>
/// Breakout on 84×84 pixels: a ball takes bricks out of a wall, a point each, and a paddle at the bottom keeps it in play. Where on the paddle it is hit decides how it flies on. A game has three balls; a new wall
/// stands once the last brick is gone and the ball is back at the paddle. An action lasts for three movements.
/// </summary>
internal sealed class BreakoutGame : IGame
{
    public const int Side = 84;
    public const int Balls = 3;
    public const int Rows = 4;
    public const int Columns = Side / BrickWidth;
    public const int PaddleWidth = 14;
    public const int PaddleTop = 78;

    private const int BrickWidth = 7;
    private const int BrickHeight = 4;
    private const int WallTop = 12;
    private const int PaddleHeight = 3;
    private const int BallSize = 3;
    private const int Fall = 2;
    private const int PaddleSpeed = 3;
    private const int MovementsPerAction = 3;
    private const int ServeY = 40;
    private const ulong WholeWall = (1UL << (Rows * Columns)) - 1;

    /// <summary>How the ball flies on, by where it is hit, from its last column on the paddle's first to its first on the paddle's last: never straight up, or it would come back for ever.</summary>
    private static readonly int[] s_drifts = [-3, -3, -3, -2, -2, -2, -1, -1, 1, 1, 2, 2, 2, 3, 3, 3];

    /// <summary>How a ball may fly at first.</summary>
    private static readonly int[] s_served = [-2, -1, 1, 2];

    private int _ballX;
    private int _ballY;
    private int _drift;
    private int _fall;
    private int _paddle;
    private int _balls;
    private ulong _wall;

    int IGame.Side => Side;

    /// <summary>The ball's upper left pixel.</summary>
    public (int X, int Y) Ball => (_ballX, _ballY);

    /// <summary>Columns and rows that the ball moves by.</summary>
    public (int X, int Y) Speed => (_drift, _fall);

    /// <summary>The paddle's first column.</summary>
    public int Paddle => _paddle;

    /// <summary>Bricks that stand.</summary>
    public int Bricks => System.Numerics.BitOperations.PopCount(_wall);

    public void Begin(ref RandomSource random)
    {
        _balls = Balls;
        _wall = WholeWall;
        Serve(ref random);
    }

    /// <summary>Puts ball and paddle elsewhere.</summary>
    /// <param name="x">The ball's first column.</param>
    /// <param name="y">Its first row.</param>
    /// <param name="drift">Columns that it moves by.</param>
    /// <param name="fall">Rows that it moves by: 2 or −2.</param>
    /// <param name="paddle">The paddle's first column.</param>
    public void Place(int x, int y, int drift, int fall, int paddle) => (_ballX, _ballY, _drift, _fall, _paddle) = (x, y, drift, fall, paddle);

    /// <summary>Takes all bricks away but the first ones.</summary>
    public void KeepBricks(int count) => _wall = (1UL << count) - 1;

    public Turn Act(int action, ref RandomSource random)
    {
        int direction = Direction.Of(action);
        float points = 0;
        for (int i = 0; i < MovementsPerAction; i++)
        {
            _paddle = Math.Clamp(_paddle + (PaddleSpeed * direction), 0, Side - PaddleWidth);
            points += MoveBall();
            if (_ballY > Side - BallSize)
            {
                _balls--;
                bool over = _balls == 0;
                if (!over)
                {
                    Serve(ref random);
                }

                return new Turn(points - 1, BallOver: true, over);
            }
        }

        return new Turn(points, BallOver: false, GameOver: false);
    }

    public void Draw(Span<byte> frame)
    {
        for (int brick = 0; brick < Rows * Columns; brick++)
        {
            if ((_wall >> brick & 1) != 0)
            {
                // The last row and column are the joint.
                BitFrame.Fill(frame, Side, brick % Columns * BrickWidth, WallTop + (brick / Columns * BrickHeight), BrickWidth - 1, BrickHeight - 1);
            }
        }

        BitFrame.Fill(frame, Side, _paddle, PaddleTop, PaddleWidth, PaddleHeight);
        BitFrame.Fill(frame, Side, _ballX, _ballY, BallSize, Math.Min(BallSize, Side - _ballY));
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_ballX);
        writer.Write(_ballY);
        writer.Write(_drift);
        writer.Write(_fall > 0);
        writer.Write(_paddle);
        writer.Write(_balls);
        writer.Write(_wall);
    }

    public void Load(BinaryReader reader)
    {
        _ballX = SavedNumber.Read(reader, 0, Side - BallSize, "the ball's column");
        _ballY = SavedNumber.Read(reader, 0, Side - BallSize, "the ball's row");
        _drift = SavedNumber.Read(reader, s_drifts[0], s_drifts[^1], "the ball's drift");
        _fall = reader.ReadBoolean() ? Fall : -Fall;
        _paddle = SavedNumber.Read(reader, 0, Side - PaddleWidth, "the paddle's column");
        _balls = SavedNumber.Read(reader, 1, Balls, "the balls left");
        _wall = reader.ReadUInt64();
        if (_wall > WholeWall)
        {
            throw new InvalidDataException(FormattableString.Invariant($"the wall: expected {Rows * Columns} bricks at most, actual more"));
        }
    }

    /// <summary>A ball anywhere below the wall, falling, over a paddle in the middle, which can reach every place before it.</summary>
    private void Serve(ref RandomSource random) =>
        Place(random.Next(Side - BallSize + 1), ServeY, s_served[random.Next(s_served.Length)], Fall, (Side - PaddleWidth) / 2);

    /// <returns>Points.</returns>
    private int MoveBall()
    {
        bool above = _ballY + BallSize <= PaddleTop;
        (_ballX, _drift) = Direction.Bounce(_ballX + _drift, _drift, Side - BallSize);
        _ballY += _fall;
        if (_ballY < 0)
        {
            (_ballY, _fall) = (-_ballY, -_fall);
        }

        if (above && _ballY + BallSize > PaddleTop && _ballX + BallSize > _paddle && _ballX < _paddle + PaddleWidth)
        {
            _drift = s_drifts[_ballX + BallSize - 1 - _paddle];
            (_ballY, _fall) = (PaddleTop - BallSize, -Fall);
            _wall = _wall == 0 ? WholeWall : _wall;
        }

        return TakeBrick();
    }

    /// <summary>Takes the brick out that the ball's middle is in, and turns the ball round.</summary>
    /// <returns>Bricks taken.</returns>
    private int TakeBrick()
    {
        int row = _ballY + 1 - WallTop;
        if (row < 0 || row >= Rows * BrickHeight)
        {
            return 0;
        }

        ulong brick = 1UL << ((row / BrickHeight * Columns) + ((_ballX + 1) / BrickWidth));
        if ((_wall & brick) == 0)
        {
            return 0;
        }

        _wall &= ~brick;
        _fall = -_fall;
        return 1;
    }
}
