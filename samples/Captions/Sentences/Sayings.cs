using NetGen;

namespace Captions;

/// <summary>The sentences that say a statement: from either thing, in three forms, with either of two phrases for how they lie.</summary>
internal static class Sayings
{
    private const int Forms = 3;

    private static readonly string[][] s_phrases =
    [
        ["left of", "to the left of"],
        ["above", "over"],
        ["inside", "in"],
        ["right of", "to the right of"],
        ["below", "under"],
        ["around", "enclosing"],
    ];

    /// <summary>What stands for a relation.</summary>
    public static IReadOnlyList<string> Phrases(Relation relation) => s_phrases[(int)relation];

    /// <summary>Every sentence that says it.</summary>
    public static IEnumerable<string> All(Statement statement) =>
        from said in new[] { statement, statement.Inverse }
        from form in Enumerable.Range(0, Forms)
        from phrase in Phrases(said.Relation)
        select Say(said, form, phrase);

    /// <summary>One of them, each as likely as another.</summary>
    public static string Draw(Statement statement, ref RandomSource random)
    {
        Statement said = random.Next(2) == 0 ? statement : statement.Inverse;
        IReadOnlyList<string> phrases = Phrases(said.Relation);
        return Say(said, random.Next(Forms), phrases[random.Next(phrases.Count)]);
    }

    /// <summary>A thing's name, "red circle".</summary>
    public static string Name(Noun noun) => $"{noun.Colour} {noun.Shape}".ToLowerInvariant();

    private static string Say(Statement said, int form, string phrase)
    {
        (string one, string other) = ($"a {Name(said.Subject)}", $"a {Name(said.Object)}");
        return form switch
        {
            0 => $"{one} is {phrase} {other}",
            1 => $"there is {one} {phrase} {other}",
            _ => $"{other} with {one} {phrase} it",
        };
    }
}
