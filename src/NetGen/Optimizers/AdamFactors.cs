namespace NetGen;

/// <summary>The numbers in the formula of <see cref="Adam"/> at one step.</summary>
/// <param name="Rate">The learning rate over the first correction.</param>
/// <param name="RootCorrection">The root of the second correction.</param>
/// <param name="Beta1">How much of the mean is kept.</param>
/// <param name="OneLessBeta1">1 less that, rounded once.</param>
/// <param name="Beta2">How much of the mean square is kept.</param>
/// <param name="OneLessBeta2">1 less that, rounded once.</param>
/// <param name="Epsilon">Keeps the divisor off 0.</param>
/// <param name="Decay">What of a value is added to its gradient.</param>
/// <param name="Shrink">What a value is multiplied by first.</param>
internal readonly record struct AdamFactors(
    float Rate, float RootCorrection, float Beta1, float OneLessBeta1, float Beta2, float OneLessBeta2, float Epsilon, float Decay, float Shrink);
