using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Feature vectors of all sizes joined in all orders. The parts are inputs of their own, which lie one after the other in a sample.</summary>
internal static class ConcatCases
{
    public static IEnumerable<SweepCase> All()
    {
        int[] counts = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 20, 31, 32, 33, 48, 65, 70, 100, 257, 1000];
        for (int i = 0; i < counts.Length; i++)
        {
            int[] sizes = [counts[i], counts[((i * 7) + 3) % counts.Length], counts[((i * 11) + 8) % counts.Length]];
            int batch = 1 + (i % 5);
            yield return Of(sizes, batch, "[Concat(\"b\", \"c\")]", 0, 1, 2);
            yield return Of(sizes, batch, "[From(\"c\")] [Concat(\"a\", \"b\")]", 2, 0, 1);
            yield return Of(sizes, batch, "[Concat(\"a\")]", 0, 0);
            yield return Of(sizes, batch, "[Concat(\"c\")] [Tag(\"ac\")] [From(\"b\")] [Concat(\"ac\", \"b\")] [Concat(\"ac\")]", 1, 0, 2, 1, 0, 2);

            // Every part computed, and read again by a layer that must not see a neighbour's lanes.
            SweepCase computed = Of(
                sizes,
                batch,
                "[LeakyReLU(0.5f)] [Tag(\"x\")] [From(\"b\")] [LeakyReLU(0.5f)] [Tag(\"y\")] [From(\"c\")] [LeakyReLU(0.5f)] [Concat(\"x\", \"y\", \"x\")]",
                2, 0, 1, 0);
            (string, PlainLayer)[] before = [("leaky", PlainActivation.Leaky(0.5)), .. computed.Layers];
            yield return computed with { Layers = before };
            yield return computed with { Declaration = computed.Declaration + " [Dense(9)]", Layers = [.. before, ("dense1", new PlainConv { Filters = 9 })] };
            yield return computed with { Declaration = computed.Declaration + " [BatchNorm]", Batch = 6, Layers = [.. before, ("batchnorm1", new PlainBatchNorm())] };
        }
    }

    /// <summary>A case of three parts.</summary>
    /// <param name="sizes">Their sizes.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="layers">What joins "a", "b" and "c".</param>
    /// <param name="order">The parts in the order in which they stand in the result.</param>
    private static SweepCase Of(int[] sizes, int batch, string layers, params int[] order)
    {
        // A network has to read all of its inputs.
        string rest = string.Concat(Enumerable.Range(0, sizes.Length).Except(order).Select(i => $" [Concat(\"{"abc"[i]}\")]"));
        int[] starts = [0, sizes[0], sizes[0] + sizes[1]];
        int[] places = [.. order.Concat(Enumerable.Range(0, sizes.Length).Except(order)).SelectMany(part => Enumerable.Range(starts[part], sizes[part]))];
        return new SweepCase(
            $"[Input({sizes[0]}, Name = \"a\")] [Input({sizes[1]}, Name = \"b\")] [Input({sizes[2]}, Name = \"c\")] [From(\"a\")] {layers}{rest}",
            new PlainShape(sizes.Sum(), 1, 1),
            batch,
            ("concat1", new PlainGather(places)));
    }
}
