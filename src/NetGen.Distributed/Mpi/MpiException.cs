namespace NetGen;

/// <summary>MPI is not there, is of a kind that cannot be used, or failed.</summary>
public sealed class MpiException : Exception
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">For people.</param>
    public MpiException(string message)
        : base(message)
    {
    }
}
