namespace Captions;

/// <summary>What a sentence says: something of one colour and shape lies so to something of another.</summary>
/// <param name="Subject">The one.</param>
/// <param name="Relation">How it lies.</param>
/// <param name="Object">The other.</param>
internal readonly record struct Statement(Noun Subject, Relation Relation, Noun Object)
{
    private const int Directions = 3;

    /// <summary>The same said from the other thing.</summary>
    public Statement Inverse => new(Object, (Relation)(((int)Relation + Directions) % (2 * Directions)), Subject);

    /// <summary>The one of the two ways to say it that is left of, above or inside: equal for statements that say the same.</summary>
    public Statement Combination => (int)Relation < Directions ? this : Inverse;
}
