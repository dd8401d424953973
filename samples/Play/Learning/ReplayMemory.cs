using NetGen;

namespace Play;

/// <summary>What happened last in several games that are played side by side, for a batch to be drawn from (Mnih et al. 2015, "Methods": experience replay). A frame is kept once, for all stacks that it is in.</summary>
internal sealed class ReplayMemory
{
    private readonly EpisodeTrack[] _tracks;

    /// <param name="games">Games that are played side by side.</param>
    /// <param name="capacity">Frames that are kept of each.</param>
    /// <param name="frameBytes">Bytes of a frame of bits.</param>
    /// <param name="stack">Frames of a state.</param>
    public ReplayMemory(int games, int capacity, int frameBytes, int stack)
    {
        _tracks = new EpisodeTrack[games];
        for (int i = 0; i < games; i++)
        {
            _tracks[i] = new EpisodeTrack(capacity, frameBytes, stack);
        }
    }

    /// <summary>What happened in one game.</summary>
    public EpisodeTrack this[int game] => _tracks[game];

    /// <summary>Writes what is seen in a game now.</summary>
    public void WriteState(int game, Span<float> pixels) => _tracks[game].WriteStack(_tracks[game].Seen - 1, pixels);

    /// <summary>Draws transitions, each of those kept as likely as another; one may come twice. At least one action was taken in each game.</summary>
    public void Draw(Transitions batch, ref RandomSource random)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            EpisodeTrack track = _tracks[random.Next(_tracks.Length)];
            long frame = track.First + random.Next((int)(track.Seen - 1 - track.First));
            (batch.Actions[i], batch.Rewards[i], batch.Ended[i]) = track.At(frame);
            track.WriteStack(frame, batch.State(i));
            track.WriteStack(frame + 1, batch.NextState(i));
        }
    }

    /// <summary>Writes all that is kept.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (EpisodeTrack track in _tracks)
        {
            track.Save(writer);
        }
    }

    /// <summary>Takes over what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">No memory can be like that.</exception>
    public void Load(BinaryReader reader, int actions)
    {
        foreach (EpisodeTrack track in _tracks)
        {
            track.Load(reader, actions);
        }
    }
}
