using NetGen;

namespace Play;

/// <summary>
/// Catch (Mnih, Heess, Graves and Kavukcuoglu 2014, arXiv 1406.6247, section 4.2): a ball falls over 24×24 pixels and bounces off the sides, and a basket at the bottom moves under it.
/// Either is the end: caught is a point, missed is none, and in learning one less.
/// </summary>
internal sealed class CatchGame : IGame
{
    public const int Side = 24;
    public const int BasketWidth = 4;

    /// <summary>Columns that a ball may move sideways in a row, either way.</summary>
    public const int Fastest = 2;

    private int _ballX;
    private int _ballY;
    private int _drift;
    private int _basket;

    int IGame.Side => Side;

    /// <summary>Where the ball is: column and row.</summary>
    public (int X, int Y) Ball => (_ballX, _ballY);

    /// <summary>The basket's first column.</summary>
    public int Basket => _basket;

    /// <summary>A ball in the top row, with one of five drifts, over a basket in the middle.</summary>
    public void Begin(ref RandomSource random) => Place(random.Next(Side), random.Next((2 * Fastest) + 1) - Fastest);

    /// <summary>Begins a game with a given ball.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="drift">Columns that it moves in a row, up to <see cref="Fastest"/> either way.</param>
    public void Place(int x, int drift)
    {
        (_ballX, _ballY, _drift) = (x, 0, drift);
        _basket = (Side - BasketWidth) / 2;
    }

    /// <summary>The basket moves by a column, the ball falls by a row.</summary>
    public Turn Act(int action, ref RandomSource random)
    {
        _basket = Math.Clamp(_basket + Direction.Of(action), 0, Side - BasketWidth);
        (_ballX, _drift) = Direction.Bounce(_ballX + _drift, _drift, Side - 1);
        _ballY++;
        if (_ballY < Side - 1)
        {
            return default;
        }

        bool caught = _ballX >= _basket && _ballX < _basket + BasketWidth;
        return new Turn(caught ? 1 : -1, BallOver: true, GameOver: true);
    }

    public void Draw(Span<byte> frame)
    {
        BitFrame.Fill(frame, Side, _basket, Side - 1, BasketWidth, 1);
        BitFrame.Fill(frame, Side, _ballX, _ballY, 1, 1);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_ballX);
        writer.Write(_ballY);
        writer.Write(_drift);
        writer.Write(_basket);
    }

    public void Load(BinaryReader reader)
    {
        _ballX = SavedNumber.Read(reader, 0, Side - 1, "the ball's column");
        _ballY = SavedNumber.Read(reader, 0, Side - 1, "the ball's row");
        _drift = SavedNumber.Read(reader, -Fastest, Fastest, "the ball's drift");
        _basket = SavedNumber.Read(reader, 0, Side - BasketWidth, "the basket's column");
    }
}
