using NetGen;

namespace Transfer;

/// <summary>Keeps the weights with the best validation accuracy in a file; of two as good, those with the smaller loss. It goes on from one training to the next.</summary>
internal sealed class BestWeights(string file) : TrainingCallback
{
    private StepResult? _best;

    /// <summary>Whether there is a file of this run.</summary>
    public bool Exist => _best is not null;

    /// <summary>Keeps a model where it is better than all before it.</summary>
    public void Offer(Model model, StepResult validation)
    {
        if (_best is not { } best || validation.Correct > best.Correct || (validation.Correct == best.Correct && validation.Loss < best.Loss))
        {
            _best = validation;
            model.Save(file);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state) => Offer(state.Model, state.History[^1].Validation!.Value);
}
