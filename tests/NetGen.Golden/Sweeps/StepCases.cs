using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Recurrent layers one step at a time, over features, units and sequences: those whose weights stay in a cache, and those that one kernel multiplies in either order.</summary>
internal static class StepCases
{
    private static readonly string[] s_kinds = ["LSTM", "GRU", "SimpleRNN"];

    public static IEnumerable<SweepCase> All()
    {
        // Of every fourth case, which the narrower instruction sets take, each kind has a large one.
        for (int i = 0; i < 4; i++)
        {
            yield return Of("LSTM", 150 + (61 * i), 170 + (23 * i), 3, 1 + (2 * i));
            yield return Of("GRU", 180 + (19 * i), 250 + (35 * i), 3, 2 + i);
            yield return Of("SimpleRNN", 300 + i, 480 + (17 * i), 3, 7 - i);
        }

        int[] counts = [1, 5, 16, 17, 33, 64];
        for (int i = 0; i < counts.Length * 2; i++)
        {
            yield return Of(s_kinds[i % 3], counts[((i * 5) + 2) % counts.Length], counts[i % counts.Length], 2 + (i % 4), 1 + (i % 7));
        }
    }

    private static StepCase Of(string kind, int features, int units, int steps, int batch) => new(
        $"[Input({steps}, {features}, Stepwise = true)] [{kind}({units}, ReturnSequences = true)]",
        new PlainShape(1, steps, features),
        batch,
        (RecurrentCases.Path(kind, 1), RecurrentCases.Layer(kind, units, sequences: true)));
}
