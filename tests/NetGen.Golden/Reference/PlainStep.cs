namespace NetGen.Golden.Reference;

/// <summary>What a step of a recurrent layer leaves.</summary>
/// <param name="State">The state.</param>
/// <param name="Memory">The cells of an LSTM; nothing of meaning in others.</param>
/// <param name="FromInput">The gates' sums over the input.</param>
/// <param name="FromState">The gates' sums over the state before.</param>
public sealed record PlainStep(double[] State, double[] Memory, double[] FromInput, double[] FromState);
