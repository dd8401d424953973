using NetGen;

namespace Samples;

/// <summary>Notes which images of a set are read wrongly; they are shown to it in their order.</summary>
internal sealed class MistakeList : Metric
{
    private readonly List<Mistake> _mistakes = [];
    private int _seen;

    public override string Name => "mistakes";

    public override double Value => _mistakes.Count;

    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    public override void Reset()
    {
        _mistakes.Clear();
        _seen = 0;
    }

    public override void Add(in EvaluationBatch batch)
    {
        for (int i = 0; i < batch.Predictions; i++)
        {
            Mistake outcome = new(_seen++, batch.LabelOf(i), batch.PredictedOf(i));
            if (outcome.Label != outcome.Predicted)
            {
                _mistakes.Add(outcome);
            }
        }
    }
}
