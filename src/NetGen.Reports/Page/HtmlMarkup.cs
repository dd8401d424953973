namespace NetGen.Reports;

/// <summary>Markup of one's own in a hole of a text, which is not escaped.</summary>
/// <param name="Html">The markup.</param>
internal readonly record struct HtmlMarkup(string Html);
