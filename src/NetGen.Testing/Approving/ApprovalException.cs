namespace NetGen.Testing;

/// <summary>A text that is not the approved one; the message shows the first lines that differ, both files, and how to approve.</summary>
/// <param name="message">What differs.</param>
/// <param name="approvedFile">The file with the approved text; it may not be there yet.</param>
/// <param name="receivedFile">The file with the text that the test has made.</param>
public sealed class ApprovalException(string message, string approvedFile, string receivedFile) : Exception(message)
{
    /// <summary>The file with the approved text; it may not be there yet.</summary>
    public string ApprovedFile { get; } = approvedFile;

    /// <summary>The file with the text that the test has made.</summary>
    public string ReceivedFile { get; } = receivedFile;
}
