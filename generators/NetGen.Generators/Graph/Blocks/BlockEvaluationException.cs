namespace NetGen.Generators.Graph;

/// <summary>An expression in a block that has no value for the arguments of a use.</summary>
/// <param name="message">Why, as the end of a sentence.</param>
internal sealed class BlockEvaluationException(string message) : Exception(message)
{
    /// <summary>The argument of the model's attribute that it depends on, where it is one.</summary>
    public string? Argument { get; set; }
}
