namespace NetGen;

/// <summary>A download ended early in a way that another try may mend.</summary>
internal sealed class BrokenConnectionException(string message, Exception? inner = null) : IOException(message, inner);
