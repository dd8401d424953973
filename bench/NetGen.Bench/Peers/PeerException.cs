namespace NetGen.Bench.Peers;

/// <summary>A peer cannot run here; the message says what is missing and how to get it.</summary>
internal sealed class PeerException(string message) : Exception(message);
