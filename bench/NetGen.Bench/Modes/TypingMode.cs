using System.CommandLine;
using System.Globalization;
using NetGen.Bench.Building;

namespace NetGen.Bench.Modes;

/// <summary>What the generator costs while a project of many models is typed in: an editor runs it after every few characters.</summary>
internal sealed class TypingMode : IMode
{
    private readonly Option<int> _models = new("--models") { Description = "Models in the project.", DefaultValueFactory = _ => 200 };
    private readonly Option<int> _edits = new("--edits") { Description = "Edits of each kind.", DefaultValueFactory = _ => 1000 };
    private readonly Option<int> _warmUp = new("--warm-up") { Description = "Edits of each kind before those: an editor's process lives for hours.", DefaultValueFactory = _ => 2000 };

    public Command Command
    {
        get
        {
            Command command = new("typing", "The generator's time an edit in a project of many models, and the memory that edits leave behind.") { _models, _edits, _warmUp };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        int models = arguments.GetValue(_models);
        int edits = arguments.GetValue(_edits);
        int warmUp = arguments.GetValue(_warmUp);
        if (models < 1 || edits < 1 || warmUp < 0)
        {
            Console.Error.WriteLine("--models and --edits are at least 1, and --warm-up is not negative");
            return 2;
        }

        TypingMeasurement measurement = new(models);
        Console.WriteLine($"{models} models, first run {measurement.FirstRun:F0} ms");
        Console.WriteLine("edit,edits,median ms,95 % ms,largest ms,heap MB before,heap MB after");
        Report(measurement.Measure("a character in another file", warmUp, edits, measurement.ElsewhereEdited));
        Report(measurement.Measure("a comment above a model", warmUp, edits, measurement.CommentEdited));
        Report(measurement.Measure("a layer of one model", warmUp, edits, measurement.LayerEdited));
        return 0;
    }

    private static void Report(TypingCost cost) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{cost.Edit},{cost.Milliseconds.Count},{At(cost, 0.5):F2},{At(cost, 0.95):F2},{At(cost, 1):F2},{cost.HeapBefore / 1e6:F1},{cost.HeapAfter / 1e6:F1}"));

    private static double At(TypingCost cost, double share) => cost.Milliseconds.Order().ElementAt((int)(share * (cost.Milliseconds.Count - 1)));
}
