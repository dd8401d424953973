namespace Captions;

/// <summary>Reads what a sentence says.</summary>
/// <remarks>
/// <code>
/// sentence = noun "is" relation noun | "there is" noun relation noun | noun "with" noun relation "it"
/// noun     = ("a" | "the") colour shape
/// relation = one of the phrases of Sayings
/// </code>
/// So a sentence that names one thing alone says too little to be one.
/// </remarks>
internal sealed class SentenceParser
{
    private readonly string[] _words;
    private int _place;

    private SentenceParser(string sentence) => _words = sentence.Split(' ');

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">Words with a space between each.</param>
    /// <returns>What it says; <see langword="null"/> where it is no sentence of this grammar.</returns>
    public static Statement? Parse(string sentence)
    {
        SentenceParser parser = new(sentence);
        return parser.Sentence() is { } statement && parser._place == parser._words.Length ? statement : null;
    }

    private Statement? Sentence()
    {
        if (Take("there is"))
        {
            return Noun() is { } one && Relation() is { } lies && Noun() is { } other ? new Statement(one, lies, other) : null;
        }

        if (Noun() is not { } first)
        {
            return null;
        }

        return Take("is") ? Relation() is { } relation && Noun() is { } second ? new Statement(first, relation, second) : null
            : Take("with") && Noun() is { } subject && Relation() is { } way && Take("it") ? new Statement(subject, way, first)
            : null;
    }

    private Noun? Noun() => (Take("a") || Take("the")) && Name<Colour>() is { } colour && Name<ShapeKind>() is { } shape ? new Noun(colour, shape) : null;

    private Relation? Relation()
    {
        foreach (Relation relation in Enum.GetValues<Relation>())
        {
            if (Sayings.Phrases(relation).Any(Take))
            {
                return relation;
            }
        }

        return null;
    }

    private T? Name<T>()
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Take(value.ToString().ToLowerInvariant()))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Goes on behind some words if they stand here.</summary>
    private bool Take(string phrase)
    {
        string[] words = phrase.Split(' ');
        bool here = _words.AsSpan(_place).StartsWith(words);
        _place += here ? words.Length : 0;
        return here;
    }
}
