using NetGen;
using NetGen.Reports;

namespace CifarAblation;

/// <summary>All stages on one chart, in a page that is written after each epoch. Stages that the folder holds from before are in it as well.</summary>
internal sealed class AblationReport
{
    private const int Refresh = 30;

    private readonly Report _report = new("CIFAR-10: what each technique is worth") { RefreshSeconds = Refresh };
    private readonly string _path;
    private readonly int _epochs;

    public AblationReport(AblationOptions options)
    {
        _path = Path.Combine(options.Out, "report.html");
        _epochs = options.Epochs;
        foreach (Stage stage in Stage.All)
        {
            string log = Recipe.LogOf(stage, options);
            if (File.Exists(log))
            {
                _report.AddCsv(NameOf(stage), log);
            }
            else if (options.Stages.Contains(stage.Number))
            {
                // In its place from the start, so that it keeps its colour.
                _report.AddRun(NameOf(stage), []);
            }
        }
    }

    /// <summary>Writes a stage's epochs as it trains.</summary>
    public TrainingCallback Of(Stage stage)
    {
        return new LambdaCallback { FirstRankOnly = true, TrainBegin = Write, EpochEnd = Write };

        void Write(TrainingState state)
        {
            _report.AddRun(NameOf(stage), state.History);
            _report.Status = FormattableString.Invariant($"stage {NameOf(stage)}, {state.History.Count} of {_epochs} epochs");
            _report.Save(_path);
        }
    }

    /// <summary>Puts the table of the stages that have ended beside the published figures.</summary>
    public void Show(IReadOnlyList<StageResult> results)
    {
        _report.AddTable("Beside the published figures", ResultTable.Columns, results.Select(ResultTable.Row), "Published: after 100 epochs, on a GPU.");
        _report.Save(_path);
    }

    /// <summary>Nothing more will come.</summary>
    public void End()
    {
        _report.RefreshSeconds = 0;
        _report.Save(_path);
    }

    private static string NameOf(Stage stage) => FormattableString.Invariant($"{stage.Number} {stage.Name}");
}
