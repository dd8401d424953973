namespace Captions;

/// <summary>Things in a picture, in the order in which they are drawn.</summary>
/// <param name="Things">The things.</param>
internal sealed record Scene(IReadOnlyList<Thing> Things)
{
    /// <summary>Whether a statement is true here: there are two things of these colours and shapes, and one lies so to the other. It is judged by where they are, not by what the scene was made from.</summary>
    public bool Shows(Statement statement) => Things.Any(one => one.Noun == statement.Subject
        && Things.Any(other => !ReferenceEquals(one, other) && other.Noun == statement.Object && one.To(other) == statement.Relation));
}
