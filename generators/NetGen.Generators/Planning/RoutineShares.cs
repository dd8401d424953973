using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Cuts what one item would be too long at: threads share packs and reductions out by items, and where one layer has most of a network's weights, the others would wait for the one that has it.
/// </summary>
internal static class RoutineShares
{
    /// <summary>Items that a routine is cut into.</summary>
    private const int Parts = 4;

    /// <summary>Weights from which on a cut pays for an item more.</summary>
    private const long Least = 16 * 1024;

    /// <summary>A routine is cut that has more than this part of all weights.</summary>
    private const double Share = 0.25;

    /// <summary>The items with the long ones in parts.</summary>
    /// <param name="items">What threads share out.</param>
    /// <param name="routine">An item's only routine; null where it has several, which stay together.</param>
    /// <param name="item">The item of a routine.</param>
    public static IEnumerable<TItem> Of<TItem, TRoutine>(IEnumerable<TItem> items, Func<TItem, TRoutine?> routine, Func<TRoutine, TItem> item)
        where TRoutine : Routine
    {
        TItem[] all = [.. items];
        long weights = all.Sum(Weights);
        return all.SelectMany(i => Weights(i) >= Least && Weights(i) > Share * weights
            ? Enumerable.Range(0, Parts).Select(part => item(routine(i)! with { Share = new RoutineShare(part, Parts) }))
            : [i]);

        long Weights(TItem i) => routine(i)?.Shareable ?? 0;
    }
}
