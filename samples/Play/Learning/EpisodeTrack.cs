namespace Play;

/// <summary>The last frames of one game that is played again and again, with what was done at each and what came of it: a ring that forgets the oldest.</summary>
internal sealed class EpisodeTrack
{
    private readonly int _stack;
    private readonly int _frameBytes;
    private readonly byte[] _frames;

    /// <summary>Frames of the same ball before each, as far as a stack reaches.</summary>
    private readonly byte[] _ages;

    private readonly byte[] _actions;
    private readonly float[] _rewards;
    private readonly bool[] _ended;

    /// <param name="capacity">Frames that are kept.</param>
    /// <param name="frameBytes">Bytes of a frame of bits.</param>
    /// <param name="stack">Frames of a state; fewer than are kept.</param>
    public EpisodeTrack(int capacity, int frameBytes, int stack)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(capacity, stack);
        (_frameBytes, _stack) = (frameBytes, stack);
        _frames = new byte[checked(capacity * frameBytes)];
        _ages = new byte[capacity];
        _actions = new byte[capacity];
        _rewards = new float[capacity];
        _ended = new bool[capacity];
    }

    /// <summary>Frames that were seen so far; the last of them is that at which nothing was done yet.</summary>
    public long Seen { get; private set; }

    /// <summary>The first frame whose whole stack is kept.</summary>
    public long First => Seen > Capacity ? Seen - Capacity + _stack - 1 : 0;

    private int Capacity => _ages.Length;

    /// <summary>Takes a frame.</summary>
    /// <param name="frame">Bits.</param>
    /// <param name="begins">Whether it is the first of a ball, so that those before it do not belong to its stack.</param>
    public void See(ReadOnlySpan<byte> frame, bool begins)
    {
        int at = (int)(Seen % Capacity);
        frame.CopyTo(_frames.AsSpan(at * _frameBytes, _frameBytes));
        _ages[at] = begins ? (byte)0 : (byte)Math.Min(_ages[(at + Capacity - 1) % Capacity] + 1, _stack - 1);
        Seen++;
    }

    /// <summary>Notes what was done at the last frame.</summary>
    public void Do(int action, in Turn turn)
    {
        int at = (int)((Seen - 1) % Capacity);
        (_actions[at], _rewards[at], _ended[at]) = ((byte)action, turn.Reward, turn.BallOver);
    }

    /// <summary>What was done at a frame that is kept and not the last, and what came of it.</summary>
    public (int Action, float Reward, bool Ended) At(long frame)
    {
        int at = (int)(frame % Capacity);
        return (_actions[at], _rewards[at], _ended[at]);
    }

    /// <summary>Writes the stack of frames that ends with one, oldest first; those before a ball's first frame are black.</summary>
    /// <param name="frame">From <see cref="First"/> to under <see cref="Seen"/>.</param>
    /// <param name="pixels">8 × bytes a frame × frames of a stack.</param>
    public void WriteStack(long frame, Span<float> pixels)
    {
        int size = pixels.Length / _stack;
        int age = _ages[(int)(frame % Capacity)];
        pixels[..((_stack - 1 - age) * size)].Clear();
        for (int back = 0; back <= age; back++)
        {
            int at = (int)((frame - back) % Capacity);
            BitFrame.Unpack(_frames.AsSpan(at * _frameBytes, _frameBytes), pixels.Slice((_stack - 1 - back) * size, size));
        }
    }

    /// <summary>Writes all that is kept.</summary>
    public void Save(BinaryWriter writer)
    {
        int kept = (int)Math.Min(Seen, Capacity);
        writer.Write(Seen);
        writer.Write(_frames.AsSpan(0, kept * _frameBytes));
        writer.Write(_ages.AsSpan(0, kept));
        writer.Write(_actions.AsSpan(0, kept));
        for (int i = 0; i < kept; i++)
        {
            writer.Write(_rewards[i]);
            writer.Write(_ended[i]);
        }
    }

    /// <summary>Takes over what <see cref="Save"/> wrote, of a track that was made with the same numbers.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="actions">Actions there are.</param>
    /// <exception cref="InvalidDataException">No track can be like that.</exception>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public void Load(BinaryReader reader, int actions)
    {
        Seen = reader.ReadInt64();
        if (Seen < 1)
        {
            throw new InvalidDataException(FormattableString.Invariant($"the frames seen: expected 1 or more, actual {Seen}"));
        }

        int kept = (int)Math.Min(Seen, Capacity);
        reader.BaseStream.ReadExactly(_frames.AsSpan(0, kept * _frameBytes));
        reader.BaseStream.ReadExactly(_ages.AsSpan(0, kept));
        reader.BaseStream.ReadExactly(_actions.AsSpan(0, kept));
        Check(_ages.AsSpan(0, kept), _stack, "the frames before one");
        Check(_actions.AsSpan(0, kept), actions, "an action");
        for (int i = 0; i < kept; i++)
        {
            float reward = reader.ReadSingle();
            _rewards[i] = float.IsFinite(reward) ? reward : throw new InvalidDataException(FormattableString.Invariant($"a reward: expected a finite number, actual {reward}"));
            _ended[i] = reader.ReadBoolean();
        }
    }

    private static void Check(ReadOnlySpan<byte> numbers, int bound, string what)
    {
        foreach (byte number in numbers)
        {
            if (number >= bound)
            {
                throw new InvalidDataException(FormattableString.Invariant($"{what}: expected a number under {bound}, actual {number}"));
            }
        }
    }
}
