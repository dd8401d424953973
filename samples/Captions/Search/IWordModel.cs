namespace Captions;

/// <summary>Gives the probability of each next word of several beginnings of sentences side by side.</summary>
internal interface IWordModel
{
    /// <summary>How many words there are, with the sentence's end.</summary>
    int Words { get; }

    /// <summary>Begins anew with one empty sentence.</summary>
    /// <param name="logs">Receives the logarithm of each word's probability to be the first, <see cref="Words"/>.</param>
    void Begin(Span<double> logs);

    /// <summary>Goes on with some of the beginnings, each by a word; one may go on as several.</summary>
    /// <param name="places">For each beginning there is then, its place among those before.</param>
    /// <param name="words">And the word that it goes on by.</param>
    /// <param name="logs">Receives for each the logarithms of the next word's probabilities, <see cref="Words"/> each.</param>
    void Continue(ReadOnlySpan<int> places, ReadOnlySpan<int> words, Span<double> logs);
}
