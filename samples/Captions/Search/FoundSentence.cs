namespace Captions;

/// <summary>A sentence that a search found.</summary>
/// <param name="Words">Its words without the end.</param>
/// <param name="Log">The logarithm of its probability: the sum over its words and the end.</param>
internal sealed record FoundSentence(IReadOnlyList<int> Words, double Log);
