using NetGen;

namespace Captions;

/// <summary>All combinations of two things and how one lies to the other, those to train with and those that are held out.</summary>
/// <remarks>
/// A combination and the same said from the other thing are one (<see cref="Statement.Combination"/>), so neither is trained with where it is held out. The two things differ in colour, shape or both.
/// </remarks>
/// <param name="Trained">Those to train with.</param>
/// <param name="HeldOut">The others.</param>
internal sealed record Combinations(IReadOnlyList<Statement> Trained, IReadOnlyList<Statement> HeldOut)
{
    /// <summary>One in so many is held out.</summary>
    private const int HeldOutShare = 5;

    /// <summary>All in random order, the first fifth held out.</summary>
    /// <param name="seed">Decides the order.</param>
    public static Combinations Split(int seed)
    {
        Statement[] all = [.. All()];
        int[] order = [.. Enumerable.Range(0, all.Length)];
        new RandomSource((ulong)seed, (int)Purpose.Split, 0).Shuffle(order);
        int heldOut = all.Length / HeldOutShare;
        return new Combinations([.. order[heldOut..].Select(i => all[i])], [.. order[..heldOut].Select(i => all[i])]);
    }

    private static IEnumerable<Statement> All()
    {
        Noun[] nouns = [.. Enum.GetValues<Colour>().SelectMany(colour => Enum.GetValues<ShapeKind>().Select(shape => new Noun(colour, shape)))];
        return from subject in nouns
               from other in nouns
               where subject != other
               from relation in new[] { Relation.LeftOf, Relation.Above, Relation.Inside }
               select new Statement(subject, relation, other);
    }
}
