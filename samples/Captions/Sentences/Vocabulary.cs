namespace Captions;

/// <summary>The words that sentences are made of, and their numbers.</summary>
internal static class Vocabulary
{
    /// <summary>How many there are, with the sentence's end.</summary>
    public const int Count = 30;

    /// <summary>The number of what comes after a sentence's last word.</summary>
    public const int End = 0;

    /// <summary>The label of steps behind the end, which count for nothing; no word's number.</summary>
    public const int Ignored = 255;

    /// <summary>Words of the longest sentence, "there is a red circle to the left of a blue square".</summary>
    public const int Longest = 12;

    private static readonly string[] s_words =
    [
        ".", "a", "the", "there", "is", "with", "it",
        .. Enum.GetValues<Relation>().SelectMany(Sayings.Phrases).SelectMany(phrase => phrase.Split(' ')).Where(word => word != "the").Distinct(),
        .. Enum.GetNames<Colour>().Concat(Enum.GetNames<ShapeKind>()).Select(name => name.ToLowerInvariant()),
    ];

    private static readonly Dictionary<string, int> s_numbers = s_words.Index().ToDictionary(word => word.Item, word => word.Index);

    /// <summary>All words by their numbers.</summary>
    public static IReadOnlyList<string> Words => s_words;

    /// <summary>The numbers of a sentence's words.</summary>
    /// <exception cref="KeyNotFoundException">A word is none of these.</exception>
    public static int[] Numbers(string sentence) => [.. sentence.Split(' ').Select(word => s_numbers[word])];

    /// <summary>The sentence of some words.</summary>
    public static string Text(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => s_words[number]));
}
