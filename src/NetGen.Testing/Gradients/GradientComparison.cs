namespace NetGen.Testing;

/// <summary>What was found of one tensor.</summary>
/// <param name="Tensor"><c>input</c>, or a parameter's path.</param>
/// <param name="Compared">Values that were compared.</param>
/// <param name="NearKinks">Values that were not, since the function has a kink beside them, where a difference is no gradient.</param>
/// <param name="Worst">The largest difference, in parts of the tensor's largest gradient and the floor.</param>
public sealed record GradientComparison(string Tensor, int Compared, int NearKinks, double Worst);
