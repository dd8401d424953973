namespace Style;

/// <summary>How far a picture is from what it should be. Content and style are shares of what the features of the photograph and the Gram matrices of the painting have themselves: 1 is as far as no features at all.</summary>
/// <param name="Total">What is minimised: the content times its weight, the style, and the roughness times its weight.</param>
/// <param name="Content">The squared differences of the features from the photograph's, over the squares of these.</param>
/// <param name="Style">The same of the Gram matrices and the painting's, as the mean over the depths.</param>
/// <param name="Roughness">The mean squared difference of a pixel from the next to the right and below, of values from 0 to 1.</param>
internal readonly record struct LossFigures(double Total, double Content, double Style, double Roughness);
