using System.Diagnostics;

namespace Samples;

/// <summary>Takes the steps of a training that is written out in a sample, for example of two models at once: it tells how that goes, keeps the state, and ends where it is cancelled.</summary>
/// <param name="title">What is trained, before every line.</param>
/// <param name="figures">What a step tells, such as "loss": the means since the epoch's start are shown.</param>
/// <param name="epochs">Passes over the samples.</param>
/// <param name="stepsPerEpoch">Steps in each.</param>
/// <param name="batchSize">Samples a step.</param>
/// <param name="samples">What the samples are.</param>
internal sealed class StepLoop(string title, IReadOnlyList<string> figures, int epochs, int stepsPerEpoch, int batchSize, string samples = "images")
{
    private static readonly TimeSpan s_keepEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_showEvery = TimeSpan.FromSeconds(0.25);

    private readonly double[] _sums = new double[figures.Count];
    private readonly bool _live = !Console.IsOutputRedirected;
    private int _summed;

    /// <summary>Takes a step, of which it gets the number, from 0, and gives its figures.</summary>
    public delegate void Step(long number, Span<double> figures);

    /// <summary>All steps of the training.</summary>
    public long Steps => (long)epochs * stepsPerEpoch;

    /// <summary>Takes all steps from the given one on.</summary>
    /// <param name="state">Keeps the state every half minute and at the end; what was kept before decides where it begins.</param>
    /// <param name="step">Takes a step. It may depend on its number and on what the state holds, and on nothing else, or going on would not come to the same bits.</param>
    /// <param name="epochEnded">What is told after an epoch beside the figures; nothing where absent.</param>
    /// <param name="cancellation">Ends it after a step.</param>
    /// <returns>Whether all steps are taken; otherwise it was cancelled, and the same call goes on.</returns>
    /// <exception cref="NotFiniteNumberException">A figure is no finite number. What was kept before stays.</exception>
    public bool Run(SavedState state, Step step, Func<string>? epochEnded, CancellationToken cancellation)
    {
        long first = state.Restore();
        if (first > 0)
        {
            Console.WriteLine($"{title}  goes on after {first} of {Steps} steps");
        }

        Span<double> values = stackalloc double[figures.Count];
        long started = Stopwatch.GetTimestamp();
        (long kept, long shown) = (started, started);
        for (long number = first; number < Steps; number++)
        {
            if (cancellation.IsCancellationRequested)
            {
                if (number > 0)
                {
                    state.Keep(number);
                }

                Clear();
                return false;
            }

            step(number, values);
            Add(values, number);
            bool ended = (number + 1) % stepsPerEpoch == 0;
            if (ended || Stopwatch.GetElapsedTime(shown) > s_showEvery)
            {
                shown = Stopwatch.GetTimestamp();
                Show(number, (number + 1 - first) / Stopwatch.GetElapsedTime(started).TotalSeconds, ended ? epochEnded?.Invoke() ?? "" : null);
            }

            if (number + 1 == Steps || Stopwatch.GetElapsedTime(kept) > s_keepEvery)
            {
                state.Keep(number + 1);
                kept = Stopwatch.GetTimestamp();
            }
        }

        return true;
    }

    private void Add(ReadOnlySpan<double> values, long number)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _sums[i] += double.IsFinite(values[i])
                ? values[i]
                : throw new NotFiniteNumberException(
                    FormattableString.Invariant($"{title}: the training diverged: expected a finite {figures[i]}, actual {values[i]} in epoch {(number / stepsPerEpoch) + 1}, step {number + 1}."), values[i]);
        }

        _summed++;
    }

    /// <param name="number">The step.</param>
    /// <param name="stepsPerSecond">Since the beginning.</param>
    /// <param name="ended">What is told of an epoch that has ended; null within one.</param>
    private void Show(long number, double stepsPerSecond, string? ended)
    {
        if (!_live && ended is null)
        {
            return;
        }

        string means = string.Concat(figures.Select((name, i) => $"  {name} {_sums[i] / _summed:F4}"));
        TimeSpan left = TimeSpan.FromSeconds((Steps - number - 1) / stepsPerSecond);
        string line = $"{title}  epoch {(number / stepsPerEpoch) + 1,2}/{epochs}{means}{ended}  {stepsPerSecond * batchSize:F0} {samples}/s  {(int)left.TotalMinutes}:{left.Seconds:00} left";
        Clear();
        if (ended is not null)
        {
            Console.WriteLine(line);
            Array.Clear(_sums);
            _summed = 0;
        }
        else
        {
            Console.Write(line);
        }
    }

    /// <summary>Takes the live line away.</summary>
    private void Clear()
    {
        if (_live)
        {
            Console.Write("\r\e[K");
        }
    }
}
