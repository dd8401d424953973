using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>An item of a list in which loops are looked for.</summary>
/// <param name="Kind">What it is but for its addresses: items of the same kind may be turns of one loop; negative where it is never part of one.</param>
/// <param name="Addresses">Its addresses, as many for all items of a kind.</param>
/// <param name="Path">The layer that it serves, so that turns begin where a block does; empty where a turn cannot begin.</param>
internal readonly record struct LoopItem(int Kind, long[] Addresses, string Path);

/// <summary>Finds what repeats in a list: blocks of layers that follow each other, which are planned one by one.</summary>
internal static class LoopFinder
{
    /// <summary>A loop of fewer turns is no easier to read than its turns are.</summary>
    private const int LeastTurns = 3;

    /// <summary>A loop that leaves out fewer items than this costs more lines than it saves.</summary>
    private const int LeastSaved = 6;

    /// <summary>Items of a turn: two large blocks, since what a prediction writes often lies in two places by turns.</summary>
    private const int MostItems = 64;

    /// <summary>The loops of a list in order; none meets another.</summary>
    public static EquatableArray<Loop> Find(IReadOnlyList<LoopItem> items)
    {
        List<Loop> loops = [];
        for (int first = 0; first < items.Count;)
        {
            if (Longest(items, first) is { } loop)
            {
                loops.Add(loop);
                first = loop.End;
            }
            else
            {
                first++;
            }
        }

        return loops.ToEquatableArray();
    }

    /// <summary>The loop that leaves out the most items, among those that begin at an item or, up to a turn later, with a block.</summary>
    private static Loop? Longest(IReadOnlyList<LoopItem> items, int first)
    {
        Loop? best = null;
        int most = Math.Min(MostItems, (items.Count - first) / LeastTurns);
        for (int length = 1; length <= most; length++)
        {
            Loop loop = new(first, length, Turns(items, first, length));
            if (IsWorth(loop) && (best is not { } other || Saved(loop) > Saved(other)))
            {
                best = loop;
            }
        }

        return best is { } found ? BeginningWithABlock(items, found) : null;
    }

    private static bool IsWorth(Loop loop) => loop.Turns >= LeastTurns && Saved(loop) >= LeastSaved;

    private static int Saved(Loop loop) => loop.Length * (loop.Turns - 1);

    private static Loop? BeginningWithABlock(IReadOnlyList<LoopItem> items, Loop loop)
    {
        Loop? best = null;
        int fewest = int.MaxValue;
        for (int first = loop.First; first < loop.First + loop.Length; first++)
        {
            // What ends a turn and what begins the next should have as little in common as they can.
            int next = first + loop.Length;
            int common = CommonBlocks(items[next - 1].Path, items[next].Path);
            Loop turned = new(first, loop.Length, Turns(items, first, loop.Length));
            if (items[first].Path.Length > 0 && common < fewest && IsWorth(turned))
            {
                (best, fewest) = (turned, common);
            }
        }

        return best;
    }

    /// <summary>How many blocks two layers are in together.</summary>
    private static int CommonBlocks(string a, string b)
    {
        int blocks = 0;
        for (int i = 0; i < Math.Min(a.Length, b.Length) && a[i] == b[i]; i++)
        {
            blocks += a[i] == '.' ? 1 : 0;
        }

        return blocks;
    }

    /// <summary>How often the items from one on come again, the first time included.</summary>
    private static int Turns(IReadOnlyList<LoopItem> items, int first, int length)
    {
        int at = first + length;
        while (at < items.Count && IsAlike(items, at, first, length))
        {
            at++;
        }

        return (at - first) / length;
    }

    /// <summary>Whether an item is as the one a turn before, and as far from it as that one is from its own.</summary>
    private static bool IsAlike(IReadOnlyList<LoopItem> items, int at, int first, int length)
    {
        LoopItem item = items[at];
        LoopItem before = items[at - length];
        if (item.Kind < 0 || item.Kind != before.Kind)
        {
            return false;
        }

        for (int i = 0; i < item.Addresses.Length && at >= first + (2 * length); i++)
        {
            if (item.Addresses[i] - before.Addresses[i] != before.Addresses[i] - items[at - (2 * length)].Addresses[i])
            {
                return false;
            }
        }

        return true;
    }
}
