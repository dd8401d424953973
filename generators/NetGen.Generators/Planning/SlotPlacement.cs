using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>When a buffer holds something, counted in calls, and how much room it takes.</summary>
/// <param name="Size">Floats, a multiple of 16.</param>
/// <param name="First">The call that writes it first.</param>
/// <param name="Last">The call that reads it last.</param>
internal readonly record struct Life(long Size, int First, int Last);

/// <summary>
/// Places buffers so that those whose lives meet lie apart: the greatest first, each in the smallest gap between the ones already
/// there. Networks come out at or near the least there can be, the greatest sum of what is alive at a time.
/// </summary>
internal static class SlotPlacement
{
    /// <summary>Where each buffer starts.</summary>
    /// <param name="lives">The buffers.</param>
    /// <param name="end">What all take together.</param>
    public static long[] Place(IReadOnlyList<Life> lives, out long end)
    {
        long[] offsets = new long[lives.Count];
        int[] seen = new int[lives.Count];
        List<int>[] aliveAt = new List<int>[lives.Count == 0 ? 0 : lives.Max(l => l.Last) + 1];
        List<int> neighbours = [];
        end = 0;
        foreach (int index in Enumerable.Range(0, lives.Count).OrderByDescending(i => lives[i].Size).ThenBy(i => lives[i].First))
        {
            Life life = lives[index];
            neighbours.Clear();
            for (int time = life.First; time <= life.Last; time++)
            {
                foreach (int other in aliveAt[time] ??= [])
                {
                    if (seen[other] != index + 1)
                    {
                        seen[other] = index + 1;
                        neighbours.Add(other);
                    }
                }

                aliveAt[time].Add(index);
            }

            neighbours.Sort((a, b) => offsets[a].CompareTo(offsets[b]));
            offsets[index] = SmallestGap(neighbours, lives, offsets, life.Size);
            end = Math.Max(end, offsets[index] + life.Size);
        }

        return offsets;
    }

    private static long SmallestGap(List<int> neighbours, IReadOnlyList<Life> lives, long[] offsets, long size)
    {
        long best = -1;
        long bestGap = long.MaxValue;
        long free = 0;
        foreach (int neighbour in neighbours)
        {
            long gap = offsets[neighbour] - free;
            if (gap >= size && gap < bestGap)
            {
                best = free;
                bestGap = gap;
            }

            free = Math.Max(free, offsets[neighbour] + lives[neighbour].Size);
        }

        return best >= 0 ? best : free;
    }
}
