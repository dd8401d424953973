using System.IO.Compression;
using NetGen;

namespace Play;

/// <summary>Games of one kind that are played side by side, and the memory of them.</summary>
internal sealed class Playground
{
    private const int Signature = 0x59414C50;

    private readonly Func<IGame> _newGame;
    private readonly int _capacity;
    private readonly byte[] _frame;
    private readonly Turn[] _turns;
    private IGame[] _games;

    /// <param name="newGame">Makes a game.</param>
    /// <param name="count">Games.</param>
    /// <param name="capacity">Frames of each that are remembered.</param>
    /// <param name="random">What is random about their beginning.</param>
    public Playground(Func<IGame> newGame, int count, int capacity, ref RandomSource random)
    {
        (_newGame, _capacity) = (newGame, capacity);
        _games = MakeGames(count);
        Side = _games[0].Side;
        _frame = new byte[BitFrame.Bytes(Side)];
        _turns = new Turn[count];
        Memory = MakeMemory();
        for (int i = 0; i < count; i++)
        {
            _games[i].Begin(ref random);
            See(i, begins: true);
        }
    }

    /// <summary>Games.</summary>
    public int Count => _turns.Length;

    /// <summary>Height and width of a frame.</summary>
    public int Side { get; }

    /// <summary>Numbers of a state.</summary>
    public int StateSize => Recipe.Stack * Side * Side;

    /// <summary>What was seen and done.</summary>
    public ReplayMemory Memory { get; private set; }

    /// <summary>What the last actions led to in each game.</summary>
    public ReadOnlySpan<Turn> Turns => _turns;

    /// <summary>Writes what is seen in all games now.</summary>
    public void WriteStates(Span<float> states)
    {
        for (int i = 0; i < Count; i++)
        {
            Memory.WriteState(i, states.Slice(i * StateSize, StateSize));
        }
    }

    /// <summary>Takes an action in each game; one that is over begins anew.</summary>
    public void Act(ReadOnlySpan<int> actions, ref RandomSource random)
    {
        for (int i = 0; i < Count; i++)
        {
            Turn turn = _turns[i] = _games[i].Act(actions[i], ref random);
            Memory[i].Do(actions[i], turn);
            if (turn.GameOver)
            {
                _games[i].Begin(ref random);
            }

            See(i, turn.BallOver);
        }
    }

    /// <summary>Writes games and memory to a file, compressed: frames are mostly black.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        using FileStream file = File.Create(path);
        using GZipStream packed = new(file, CompressionLevel.Fastest);
        using BufferedStream buffered = new(packed, 1 << 16);
        using BinaryWriter writer = new(buffered);
        writer.Write(Signature);
        foreach (int number in Sizes())
        {
            writer.Write(number);
        }

        foreach (IGame game in _games)
        {
            game.Save(writer);
        }

        Memory.Save(writer);
    }

    /// <summary>Takes over what <see cref="Save"/> wrote, all of it or nothing.</summary>
    /// <exception cref="IOException">The file is damaged, or of other games; the message has its path.</exception>
    public void Load(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using GZipStream packed = new(file, CompressionMode.Decompress);
            using BinaryReader reader = new(packed);
            SavedNumber.Read(reader, Signature, Signature, "the first number");
            foreach (int number in Sizes())
            {
                SavedNumber.Read(reader, number, number, "a size");
            }

            IGame[] games = MakeGames(Count);
            ReplayMemory memory = MakeMemory();
            foreach (IGame game in games)
            {
                game.Load(reader);
            }

            memory.Load(reader, IGame.Actions);

            // The check sum comes behind the last byte.
            if (packed.ReadByte() >= 0)
            {
                throw new InvalidDataException("expected the end, actual more");
            }

            (_games, Memory) = (games, memory);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw new IOException($"\"{path}\" is damaged: {problem.Message}", problem);
        }
    }

    /// <summary>What a file must have been written with.</summary>
    private int[] Sizes() => [Count, _capacity, Side, Recipe.Stack];

    private IGame[] MakeGames(int count) => [.. Enumerable.Range(0, count).Select(_ => _newGame())];

    private ReplayMemory MakeMemory() => new(Count, _capacity, _frame.Length, Recipe.Stack);

    private void See(int game, bool begins)
    {
        _frame.AsSpan().Clear();
        _games[game].Draw(_frame);
        Memory[game].See(_frame, begins);
    }
}
