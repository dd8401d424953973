using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Recurrent layers over features, units, steps and batch sizes.</summary>
internal static class RecurrentCases
{
    private static readonly string[] s_kinds = ["LSTM", "GRU", "SimpleRNN"];

    public static IEnumerable<SweepCase> All()
    {
        int[] counts = [1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 47, 48, 64, 65];
        for (int i = 0; i < counts.Length * 3; i++)
        {
            yield return Of(s_kinds[i % 3], counts[(i * 5 + 2) % counts.Length], counts[i % counts.Length], 1 + (i % 6), 1 + (i % 7), i % 2 == 0);
        }

        foreach (string kind in s_kinds)
        {
            yield return Of(kind, 6, 9, 25, 20, sequences: true);
            yield return Of(kind, 130, 70, 2, 17, sequences: false);
            yield return Stacked(kind, 5, 19, 4, 7, 6);
        }
    }

    private static SweepCase Of(string kind, int features, int units, int steps, int batch, bool sequences) => new(
        $"[Input({steps}, {features})] [{kind}({units}{(sequences ? ", ReturnSequences = true" : "")})]",
        new PlainShape(1, steps, features),
        batch,
        (Path(kind, 1), Layer(kind, units, sequences)));

    /// <summary>One over the states of another, between them something that works on each step.</summary>
    private static SweepCase Stacked(string kind, int features, int units, int above, int steps, int batch) => new(
        $"[Input({steps}, {features})] [{kind}({units}, ReturnSequences = true)] [ReLU] [{kind}({above})]",
        new PlainShape(1, steps, features),
        batch,
        (Path(kind, 1), Layer(kind, units, sequences: true)),
        ("relu1", PlainActivation.Leaky(0)),
        (Path(kind, 2), Layer(kind, above, sequences: false)));

    /// <summary>The name of the first layer of a kind, or of another.</summary>
    public static string Path(string kind, int number) => FormattableString.Invariant($"{kind.ToLowerInvariant()}{number}");

    /// <summary>The plain layer of a kind.</summary>
    public static PlainRecurrent Layer(string kind, int units, bool sequences) => kind switch
    {
        "LSTM" => new PlainLSTM(units, sequences),
        "GRU" => new PlainGRU(units, sequences),
        _ => new PlainSimpleRNN(units, sequences),
    };
}
