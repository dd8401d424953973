using System.Globalization;

namespace NetGen;

/// <summary>Where a training is, as texts in a checkpoint.</summary>
internal sealed class TrainingText
{
    private const string EpochsKey = "history";
    private const string ElapsedKey = "elapsed";
    private const string StopKey = "stop_reason";

    private readonly List<EpochResult> _history = [];
    private string? _stopReason;
    private long _epoch;
    private long _batch;
    private long _step;
    private long _modelSteps;
    private long _elapsed;
    private Tally[] _tallies = [];

    /// <summary>Writes it down. Numbers are written so that they are read back to the bit.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(TrainingState state)
    {
        yield return new("epoch", Text(state.Epoch));
        yield return new("batch", Text(state.Batch));
        yield return new("step", Text(state.Step));
        yield return new("model_steps", Text(state.Model.Steps));
        yield return new(ElapsedKey, Text(state.Elapsed.Ticks));
        foreach ((Tally tally, int i) in state.Tally.Parts.Select((t, i) => (t, i)))
        {
            yield return new(TallyKey(state.Model, i), tally.ToText());
        }

        if (state.StopReason is { } reason)
        {
            yield return new(StopKey, reason);
        }

        yield return new(EpochsKey, Text(state.History.Count));
        foreach (EpochResult e in state.History)
        {
            string validation = e.Validation is { } v ? string.Create(CultureInfo.InvariantCulture, $"{v.Loss:R} {v.Correct} {v.Count}") : "";
            yield return new(Key(e.Epoch), string.Create(CultureInfo.InvariantCulture, $"{e.Loss:R} {e.Accuracy:R} {e.LearningRate:R} {e.ImagesPerSecond:R} {e.Elapsed.Ticks} {validation}").TrimEnd());
            for (int i = 0; i < e.Outputs.Count; i++)
            {
                yield return new(OutputKey(e.Epoch, i), Text(e.Outputs[i]));
            }

            for (int i = 0; i < e.Metrics.Count; i++)
            {
                yield return new(Key(e.Epoch, i), string.Create(CultureInfo.InvariantCulture, $"{e.Metrics[i].Value:R} {e.Metrics[i].Name}"));
            }
        }
    }

    /// <summary>Reads it; what does not fit is noted.</summary>
    public static TrainingText Read(StateMatch match, IReadOnlyDictionary<string, string> texts, Model model)
    {
        TrainingText text = new()
        {
            _stopReason = texts.GetValueOrDefault(StopKey),
            _epoch = match.Count("epoch", 1),
            _batch = match.Count("batch", 0),
            _step = match.Count("step", 1),
            _modelSteps = match.Count("model_steps", 0),

            // Checkpoints of before it was written down are as good as they were.
            _elapsed = texts.ContainsKey(ElapsedKey) ? match.Count(ElapsedKey, 0) : 0,
            _tallies = new Tally[1 + model.Layout.Heads.Count],
        };
        long epochs = match.Count(EpochsKey, 0);
        for (int i = 0; i < text._tallies.Length; i++)
        {
            match.Parse(TallyKey(model, i), "a sum of losses, three counts and perhaps a weight", t => Tally.TryParse(t, out text._tallies[i]));
        }

        for (int epoch = 1; epoch <= epochs && texts.ContainsKey(Key(epoch)); epoch++)
        {
            match.Parse(Key(epoch), "five numbers of an epoch, and three of its validation", t => text.TryAdd(epoch, t));
            List<MetricValue> metrics = [];
            for (int i = 0; texts.ContainsKey(Key(epoch, i)); i++)
            {
                match.Parse(Key(epoch, i), "a metric's figure and its name", t => TryAddMetric(metrics, t));
            }

            if (text._history.Count > 0)
            {
                text._history[^1] = text._history[^1] with { Metrics = metrics, Outputs = ReadOutputs(match, epoch, model) };
            }
        }

        if (text._history.Count != epochs)
        {
            match.Parse(EpochsKey, FormattableString.Invariant($"{text._history.Count} epochs, as many as are told of"), _ => false);
        }

        return text;
    }

    /// <summary>Takes it over.</summary>
    public void Restore(TrainingState state)
    {
        state.StopReason = _stopReason;
        state.Epoch = (int)_epoch;
        state.Batch = (int)_batch;
        state.Step = _step;
        state.Model.Steps = _modelSteps;
        state.Elapsed = TimeSpan.FromTicks(_elapsed);
        state.Tally.Parts = _tallies;
        foreach (EpochResult epoch in _history)
        {
            state.Add(epoch);
        }
    }

    private static string Key(int epoch) => FormattableString.Invariant($"history.{epoch}");

    private static string Key(int epoch, int metric) => FormattableString.Invariant($"history.{epoch}.metric.{metric}");

    private static string OutputKey(int epoch, int output) => FormattableString.Invariant($"history.{epoch}.output.{output}");

    /// <summary>The model's own has no number, as before there were others.</summary>
    private static string TallyKey(Model model, int output) => output == 0 ? "tally" : $"tally.{model.Layout.Heads[output - 1].Output}";

    private static string Text(OutputResult output) => string.Create(
        CultureInfo.InvariantCulture, $"{output.Loss:R} {output.Accuracy:R} {(output.Validation is { } v ? string.Create(CultureInfo.InvariantCulture, $"{v.Loss:R} {v.Correct} {v.Count}") : "")}").TrimEnd();

    /// <summary>Each output's figures of an epoch; none where the model has one loss.</summary>
    private static OutputResult[] ReadOutputs(StateMatch match, int epoch, Model model)
    {
        List<OutputResult> outputs = [];
        for (int i = 0; model.Layout.Heads.Count > 0 && i <= model.Layout.Heads.Count; i++)
        {
            string name = model.Description.Outputs[i].Name;
            match.Parse(OutputKey(epoch, i), "two numbers of an output, and three of its validation", t => TryAddOutput(outputs, name, t));
        }

        return [.. outputs];
    }

    private static bool TryAddOutput(List<OutputResult> outputs, string name, string text)
    {
        string[] words = text.Split(' ');
        if (words.Length is not (2 or 5)
            || !double.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double loss)
            || !double.TryParse(words[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double accuracy))
        {
            return false;
        }

        StepResult? validation = null;
        if (words.Length == 5)
        {
            if (!double.TryParse(words[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double validated)
                || !int.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out int correct)
                || !int.TryParse(words[4], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            {
                return false;
            }

            validation = new StepResult(validated, correct, count);
        }

        outputs.Add(new OutputResult(name, loss, accuracy, validation));
        return true;
    }

    private static bool TryAddMetric(List<MetricValue> metrics, string text)
    {
        int end = text.IndexOf(' ', StringComparison.Ordinal);
        bool isMetric = double.TryParse(text.AsSpan(0, int.Max(0, end)), NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        metrics.Add(new MetricValue(text[(end + 1)..], value));
        return isMetric;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private bool TryAdd(int epoch, string text)
    {
        string[] words = text.Split(' ');
        double[] numbers = new double[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        if (words.Length is not (5 or 8) || !float.TryParse(words[2], NumberStyles.Float, CultureInfo.InvariantCulture, out float rate) || !long.TryParse(words[4], out long ticks))
        {
            return false;
        }

        StepResult? validation = words.Length == 8 ? new StepResult(numbers[5], (int)numbers[6], (int)numbers[7]) : null;
        _history.Add(new EpochResult(epoch, numbers[0], numbers[1], rate, numbers[3], TimeSpan.FromTicks(ticks), validation));
        return true;
    }
}
