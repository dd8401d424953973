namespace NetGen.Reports;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Bar">How much of its width is shaded, 0 to 1; null for none.</param>
internal readonly record struct TableCell(string Text, double? Bar = null)
{
    public static implicit operator TableCell(string text) => new(text);
}
