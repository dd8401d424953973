namespace Captions;

/// <summary>How one thing lies to another. The second three are the first three said from the other thing, in the same order.</summary>
internal enum Relation
{
    LeftOf,
    Above,
    Inside,
    RightOf,
    Below,
    Around,
}
