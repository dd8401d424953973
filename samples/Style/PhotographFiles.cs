namespace Style;

/// <summary>Files of the user's.</summary>
/// <param name="Content">The photograph.</param>
/// <param name="Style">The painting.</param>
/// <param name="Weights">The pretrained network's weights.</param>
internal sealed record PhotographFiles(string Content, string Style, string Weights);
