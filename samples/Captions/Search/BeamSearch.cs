namespace Captions;

/// <summary>
/// Looks for the likeliest sentences: at each length it keeps the likeliest beginnings, as many as the beam is wide, and goes on with each by every word (Vinyals et al. 2015, section 3.1, "BeamSearch").
/// </summary>
/// <remarks>
/// A beginning that ends makes a sentence and leaves the beam to the others. A probability only falls with more words, so the search ends once no beginning is likelier than the least of as many sentences
/// as the beam is wide; what it would find after that would not be among these. With a beam of as many places as there are beginnings nothing is left out.
/// </remarks>
/// <param name="model">Gives the words' probabilities.</param>
/// <param name="width">Beginnings that are kept, and sentences that are found at most.</param>
/// <param name="longest">Words of the longest sentence; after so many it ends.</param>
/// <param name="end">The word that ends a sentence.</param>
internal sealed class BeamSearch(IWordModel model, int width, int longest, int end)
{
    /// <summary>Finds up to as many sentences as the beam is wide, the likeliest first.</summary>
    public IReadOnlyList<FoundSentence> Find()
    {
        double[] logs = new double[width * model.Words];
        model.Begin(logs.AsSpan(0, model.Words));
        List<FoundSentence> found = [];
        List<FoundSentence> beam = [new FoundSentence([], 0)];
        for (int length = 0; ; length++)
        {
            List<(int Place, int Word, double Log)> next = [];
            for (int place = 0; place < beam.Count; place++)
            {
                for (int word = 0; word < model.Words; word++)
                {
                    double log = beam[place].Log + logs[(place * model.Words) + word];
                    if (word == end)
                    {
                        found.Add(new FoundSentence(beam[place].Words, log));
                    }
                    else
                    {
                        next.Add((place, word, log));
                    }
                }
            }

            // Both orders are stable: of equal ones the earlier is first, so that every run finds the same.
            found = [.. found.OrderByDescending(sentence => sentence.Log).Take(width)];
            next = [.. next.OrderByDescending(candidate => candidate.Log).Take(width)];
            if (length == longest || next.Count == 0 || (found.Count == width && next[0].Log <= found[^1].Log))
            {
                return found;
            }

            beam = [.. next.Select(candidate => new FoundSentence([.. beam[candidate.Place].Words, candidate.Word], candidate.Log))];
            model.Continue([.. next.Select(candidate => candidate.Place)], [.. next.Select(candidate => candidate.Word)], logs.AsSpan(0, next.Count * model.Words));
        }
    }
}
