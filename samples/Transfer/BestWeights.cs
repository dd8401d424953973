using NetGen;

namespace Transfer;

/// <summary>Keeps the weights of the epoch with the best validation accuracy in a file; of two as good, those with the smaller loss. It goes on from one training to the next.</summary>
internal sealed class BestWeights(string file) : TrainingCallback
{
    private StepResult? _best;

    /// <summary>Whether there is a file of an epoch.</summary>
    public bool Exist => _best is not null;

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state)
    {
        StepResult result = state.History[^1].Validation!.Value;
        if (_best is not { } best || result.Correct > best.Correct || (result.Correct == best.Correct && result.Loss < best.Loss))
        {
            _best = result;
            state.Model.Save(file);
        }
    }
}
