using Captions;

namespace NetGen.Samples.Tests;

/// <summary>A model of sentences whose probabilities depend on the whole beginning, as a table says.</summary>
/// <param name="words">The words there are.</param>
/// <param name="row">Of a beginning, the probability of each next word.</param>
internal sealed class WordTable(int words, Func<IReadOnlyList<int>, double[]> row) : IWordModel
{
    private int[][] _beginnings = [];

    public int Words => words;

    /// <summary>How often a search went on.</summary>
    public int Continued { get; private set; }

    public void Begin(Span<double> logs)
    {
        _beginnings = [[]];
        Write(logs);
    }

    public void Continue(ReadOnlySpan<int> places, ReadOnlySpan<int> next, Span<double> logs)
    {
        int[][] before = _beginnings;
        _beginnings = new int[places.Length][];
        for (int i = 0; i < places.Length; i++)
        {
            _beginnings[i] = [.. before[places[i]], next[i]];
        }

        Continued++;
        Write(logs);
    }

    private void Write(Span<double> logs)
    {
        for (int i = 0; i < _beginnings.Length; i++)
        {
            double[] probabilities = row(_beginnings[i]);
            for (int word = 0; word < words; word++)
            {
                logs[(i * words) + word] = Math.Log(probabilities[word]);
            }
        }
    }
}
