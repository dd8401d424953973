using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Items of a list beside each other that are written together: a loop, or what lies between loops.</summary>
/// <param name="First">The first item.</param>
/// <param name="End">The item behind the last.</param>
/// <param name="Loop">The loop that they are.</param>
internal readonly record struct Stretch(int First, int End, Loop? Loop)
{
    /// <summary>Behind the last item that is written: of a loop's turns, the first stands for all.</summary>
    public int WrittenEnd => Loop is { } loop ? First + loop.Length : End;

    /// <summary>A whole list, cut where loops begin and end.</summary>
    public static IEnumerable<Stretch> Of(int count, IEnumerable<Loop> loops)
    {
        int at = 0;
        foreach (Loop loop in loops)
        {
            if (loop.First > at)
            {
                yield return new Stretch(at, loop.First, null);
            }

            yield return new Stretch(loop.First, loop.End, loop);
            at = loop.End;
        }

        if (count > at)
        {
            yield return new Stretch(at, count, null);
        }
    }

    /// <summary>Which turn an item of the loop is in, in C#.</summary>
    public string Turn(string item) => Loop is not { } loop ? "0" : loop.Length == 1 ? $"{item} - {First}" : $"({item} - {First}) / {loop.Length}";

    /// <summary>Which of a turn's items an item of the loop is, counted from 0, in C#.</summary>
    public string Place(string item) => Loop is not { } loop ? item : $"({item} - {First}) % {loop.Length}";
}
