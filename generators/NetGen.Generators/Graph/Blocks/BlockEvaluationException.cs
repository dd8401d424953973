namespace NetGen.Generators.Graph;

/// <summary>An expression in a block that has no value for the arguments of a use.</summary>
/// <param name="message">Why, as the end of a sentence.</param>
internal sealed class BlockEvaluationException(string message) : Exception(message);
