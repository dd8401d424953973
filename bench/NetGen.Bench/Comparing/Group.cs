using NetGen.Bench.Models;

namespace NetGen.Bench.Comparing;

/// <summary>A network's place in a table, and what the ratio should be at least.</summary>
internal sealed record Goal(string Network, int Batch, double Target);

/// <summary>A column of figures: whose, and on how many threads.</summary>
internal sealed record Column(string Title, string By, int Threads)
{
    public static Column NetGen(int threads) => new("NetGen", "netgen", threads);

    public static Column TorchSharp(int threads) => new("TorchSharp", "torchsharp", threads);

    public static Column OnnxRuntime(int threads) => new("ONNX Runtime", "onnxruntime", threads);
}

/// <summary>A table: NetGen's figures beside others', and the least of the others' over NetGen's.</summary>
/// <param name="Name">The word of the command line.</param>
/// <param name="Title">The heading.</param>
/// <param name="What">One of <see cref="Kinds"/>.</param>
/// <param name="Own">NetGen's column.</param>
/// <param name="Others">The others' columns.</param>
/// <param name="Goals">The rows.</param>
/// <param name="Mean">What the geometric mean of the ratios should be at least, where it counts.</param>
internal sealed record Group(string Name, string Title, string What, Column Own, IReadOnlyList<Column> Others, IReadOnlyList<Goal> Goals, double? Mean = null)
{
    public string Unit => What == Kinds.Memory ? "MB" : "ms";

    /// <summary>The rows of some networks.</summary>
    public Group For(IReadOnlyList<Network> networks)
    {
        Goal[] goals = [.. Goals.Where(goal => networks.Any(n => n.Name == goal.Network))];

        // The mean of some of the networks says nothing about the target.
        return this with { Goals = goals, Mean = goals.Length == Goals.Count ? Mean : null };
    }

    /// <summary>What the figure in a column and a row is of.</summary>
    public Job JobOf(Column column, Goal goal) => new(goal.Network, What, goal.Batch, column.Threads);
}
