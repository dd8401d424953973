namespace NetGen.Testing;

/// <summary>Models that the generator refuses; the message lists its errors.</summary>
/// <param name="message">The errors, a line each.</param>
public sealed class GenerationException(string message) : Exception(message);
