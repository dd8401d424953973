using NetGen;

namespace Play;

/// <summary>A game of which a player sees nothing but black and white frames. All that is random about it comes from what it is given, so that it can be played again.</summary>
internal interface IGame
{
    /// <summary>Stay, left and right, in this order.</summary>
    public const int Actions = 3;

    /// <summary>Height and width of a frame in pixels; the square is a multiple of 8.</summary>
    int Side { get; }

    /// <summary>Begins a game.</summary>
    void Begin(ref RandomSource random);

    /// <summary>Takes an action, from 0 to under <see cref="Actions"/>.</summary>
    Turn Act(int action, ref RandomSource random);

    /// <summary>Draws what is to be seen now.</summary>
    /// <param name="frame">Black before; a bit a pixel (<see cref="BitFrame"/>).</param>
    void Draw(Span<byte> frame);

    /// <summary>Writes all that the game goes on from.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Takes over what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">No game can be like that.</exception>
    void Load(BinaryReader reader);
}
