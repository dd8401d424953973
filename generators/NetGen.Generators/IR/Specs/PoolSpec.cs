namespace NetGen.Generators.IR;

/// <summary>A window that slides over an image, or over a sequence as an image of one row, and keeps one value a place and channel.</summary>
/// <param name="CeilMode">Whether a window that reaches past the image counts as a place.</param>
internal abstract record PoolSpec(Window Window, bool CeilMode) : Spec;
