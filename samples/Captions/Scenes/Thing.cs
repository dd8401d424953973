using System.Numerics;

namespace Captions;

/// <summary>A shape in a scene.</summary>
/// <param name="Noun">Its colour and shape.</param>
/// <param name="Centre">Where it is, in pixels from the upper left corner.</param>
/// <param name="Radius">That of the circle around it, in pixels.</param>
/// <param name="Turn">How far it is turned, in radians.</param>
internal sealed record Thing(Noun Noun, Vector2 Centre, float Radius, float Turn)
{
    /// <summary>How this thing lies to another one: inside or around where one's circle lies in the other's; otherwise by the longer of the ways across and down.</summary>
    public Relation To(Thing other)
    {
        Vector2 way = other.Centre - Centre;
        return way.Length() + Radius <= other.Radius ? Relation.Inside
            : way.Length() + other.Radius <= Radius ? Relation.Around
            : MathF.Abs(way.X) > MathF.Abs(way.Y) ? (way.X > 0 ? Relation.LeftOf : Relation.RightOf)
            : way.Y > 0 ? Relation.Above : Relation.Below;
    }
}
