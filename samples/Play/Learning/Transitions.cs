namespace Play;

/// <summary>A batch of what happened, drawn from a memory: what was seen, what was done, what came of it.</summary>
/// <param name="count">Transitions.</param>
/// <param name="stateSize">Numbers of a state: the pixels of a stack of frames.</param>
internal sealed class Transitions(int count, int stateSize)
{
    /// <summary>Transitions.</summary>
    public int Count => count;

    /// <summary>What was seen, a stack of frames each, oldest first.</summary>
    public float[] States { get; } = new float[count * stateSize];

    /// <summary>What was seen after that; of no meaning where the ball was over.</summary>
    public float[] NextStates { get; } = new float[count * stateSize];

    /// <summary>What was done.</summary>
    public int[] Actions { get; } = new int[count];

    /// <summary>The points that came of it.</summary>
    public float[] Rewards { get; } = new float[count];

    /// <summary>Whether the ball was over with it.</summary>
    public bool[] Ended { get; } = new bool[count];

    /// <summary>A state's place.</summary>
    public Span<float> State(int index) => States.AsSpan(index * stateSize, stateSize);

    /// <summary>A next state's place.</summary>
    public Span<float> NextState(int index) => NextStates.AsSpan(index * stateSize, stateSize);
}
