namespace NetGen.Reports;

/// <summary>A part of the page under a heading.</summary>
/// <param name="Title">The heading, which is also what it is replaced by.</param>
internal abstract record Section(string Title)
{
    /// <summary>A sentence under the heading; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Writes what stands under the heading and the note.</summary>
    public abstract void Write(HtmlWriter html);
}
