namespace Samples;

/// <summary>The user asked for something that cannot be; the message is the one line to answer.</summary>
internal sealed class InputException(string message) : Exception(message);
