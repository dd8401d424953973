using System.Numerics;
using NetGen;

namespace Captions;

/// <summary>Puts two things into a scene so that a statement is true of it: their sizes, their places and how they are turned are random.</summary>
internal static class ScenePlacing
{
    private const float Margin = 1;
    private const float Room = SceneDrawing.Side - (2 * Margin);

    /// <summary>Between circles around things beside each other.</summary>
    private const float Gap = 2;

    /// <summary>The most that a thing beside or above another one is off the axis: well within the 45° where the relation changes.</summary>
    private const float Slant = MathF.PI / 6;

    private const float MostTurn = 0.25f;

    public static Scene Place(Statement statement, ref RandomSource random)
    {
        Statement combination = statement.Combination;
        bool inside = combination.Relation == Relation.Inside;
        (float first, float second) = inside ? (Between(ref random, 7, 9), Between(ref random, 22, 27)) : (Between(ref random, 8, 13), Between(ref random, 8, 13));
        Vector2 way = Way(combination.Relation, first + second, ref random);

        // The extents of both, seen from the first one's centre; what they leave free decides where that can be.
        Vector2 low = Vector2.Min(new Vector2(-first), way - new Vector2(second));
        Vector2 high = Vector2.Max(new Vector2(first), way + new Vector2(second));
        Vector2 free = new Vector2(Room) - (high - low);
        Vector2 centre = new Vector2(Margin) - low + (free * new Vector2(random.NextSingle(), random.NextSingle()));
        Thing one = new(combination.Subject, centre, first, Between(ref random, -MostTurn, MostTurn));
        Thing other = new(combination.Object, centre + way, second, Between(ref random, -MostTurn, MostTurn));
        return new Scene(inside ? [other, one] : [one, other]);
    }

    public static float Between(ref RandomSource random, float low, float high) => low + ((high - low) * random.NextSingle());

    /// <summary>From the first thing's centre to the second's.</summary>
    /// <param name="relation">How the first lies to the second.</param>
    /// <param name="radii">Both radii.</param>
    /// <param name="random">The numbers.</param>
    private static Vector2 Way(Relation relation, float radii, ref RandomSource random)
    {
        if (relation == Relation.Inside)
        {
            // What is inside a star or a triangle has less than a pixel to each side.
            return new Vector2(Between(ref random, -0.5f, 0.5f), Between(ref random, -0.5f, 0.5f));
        }

        float length = Between(ref random, radii + Gap, Room - radii);
        (float across, float along) = MathF.SinCos(Between(ref random, -Slant, Slant));
        return length * (relation == Relation.LeftOf ? new Vector2(along, across) : new Vector2(across, along));
    }
}
