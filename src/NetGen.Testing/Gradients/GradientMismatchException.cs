namespace NetGen.Testing;

/// <summary>A gradient that differences do not bear out; the message names the tensor, the place, both values and the tolerance.</summary>
/// <param name="message">What differs.</param>
public sealed class GradientMismatchException(string message) : Exception(message);
