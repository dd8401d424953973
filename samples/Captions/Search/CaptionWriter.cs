using NetGen;

namespace Captions;

/// <summary>Has the network write the sentence of a picture, by a beam search over its steps.</summary>
internal sealed class CaptionWriter : IWordModel, IDisposable
{
    private readonly StepPredictor _predictor;
    private readonly StepStates _states;
    private readonly BeamSearch _search;
    private readonly float[] _picture = new float[SceneDrawing.Pixels];
    private readonly float[] _words;
    private readonly float[] _logits;

    /// <summary>Takes the weights that the network has now.</summary>
    /// <param name="network">The network.</param>
    /// <param name="width">The beam's width.</param>
    public CaptionWriter(Captioner network, int width)
    {
        _predictor = network.CreateStepPredictor();
        _states = _predictor.CreateStates(width);
        _search = new BeamSearch(this, width, Vocabulary.Longest, Vocabulary.End);
        _words = new float[width];
        _logits = new float[width * Vocabulary.Count];
    }

    int IWordModel.Words => Vocabulary.Count;

    /// <summary>The likeliest sentence of a scene that the search finds.</summary>
    public string Write(SceneSet scenes, int index) => Vocabulary.Text(Find(scenes, index)[0].Words);

    /// <summary>The sentences of a scene that the search finds, the likeliest first.</summary>
    public IReadOnlyList<FoundSentence> Find(SceneSet scenes, int index)
    {
        scenes.CopyPicture(index, _picture);
        return _search.Find();
    }

    void IWordModel.Begin(Span<double> logs)
    {
        _states.Clear(1);
        _predictor.Start(_states, _picture, _logits.AsSpan(0, logs.Length));
        ToLogs(logs);
    }

    void IWordModel.Continue(ReadOnlySpan<int> places, ReadOnlySpan<int> words, Span<double> logs)
    {
        _states.Reorder(places);
        for (int i = 0; i < words.Length; i++)
        {
            _words[i] = words[i];
        }

        _predictor.Step(_states, _words.AsSpan(0, words.Length), _logits.AsSpan(0, logs.Length));
        ToLogs(logs);
    }

    public void Dispose() => _predictor.Dispose();

    /// <summary>The logarithms of the softmax of each row of logits.</summary>
    private void ToLogs(Span<double> logs)
    {
        for (int first = 0; first < logs.Length; first += Vocabulary.Count)
        {
            ReadOnlySpan<float> row = _logits.AsSpan(first, Vocabulary.Count);
            double largest = row[Logits.ArgMax(row)];
            double sum = 0;
            foreach (float logit in row)
            {
                sum += Math.Exp(logit - largest);
            }

            for (int word = 0; word < Vocabulary.Count; word++)
            {
                logs[first + word] = row[word] - largest - Math.Log(sum);
            }
        }
    }
}
