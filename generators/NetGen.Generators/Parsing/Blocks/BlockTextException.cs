using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>A text of layers that cannot be read.</summary>
/// <param name="start">Where in the text.</param>
/// <param name="message">What is wrong, as the end of a sentence.</param>
internal sealed class BlockTextException(int start, string message) : Exception(message)
{
    public int Start => start;
}
