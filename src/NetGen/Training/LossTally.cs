namespace NetGen;

/// <summary>Sums the outcomes of batches for a model: of its own loss, and of each output with targets of its own.</summary>
internal sealed class LossTally(Model model)
{
    private readonly Tally[] _heads = new Tally[model.Layout.Heads.Count];
    private Tally _own;

    /// <summary>Whether outputs have targets of their own, so that there is more than one loss to tell of.</summary>
    public bool HasOutputs => _heads.Length > 0;

    /// <summary>The loss over all samples: of several outputs, the weighted sum of their means.</summary>
    public double Loss
    {
        get
        {
            double loss = _own.Loss;
            for (int i = 0; i < _heads.Length; i++)
            {
                loss += model.Layout.Heads[i].Weight * _heads[i].Loss;
            }

            return loss;
        }
    }

    /// <summary>The share of right answers of the model's own output.</summary>
    public double Accuracy => _own.Accuracy;

    /// <summary>The samples so far.</summary>
    public long Samples => _own.Samples;

    /// <summary>The sums as they stand in a checkpoint: the model's own first.</summary>
    public IReadOnlyList<Tally> Parts
    {
        get => [_own, .. _heads];
        set
        {
            _own = value[0];
            for (int i = 0; i < _heads.Length; i++)
            {
                _heads[i] = value[i + 1];
            }
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _own = default;
        Array.Clear(_heads);
    }

    /// <summary>Adds a batch that the model has just trained on or evaluated.</summary>
    public void Add(BatchBuffer batch, StepResult result)
    {
        if (_heads.Length == 0)
        {
            _own.Add(result, batch.Count, batch.LossWeight(model));
            return;
        }

        _own.Add(model.ResultAt(0), batch.Count, model.LossWeightAt(0));
        for (int i = 0; i < _heads.Length; i++)
        {
            _heads[i].Add(model.ResultAt(i + 1), batch.Count, model.LossWeightAt(i + 1));
        }
    }

    /// <summary>Adds a batch of a model of one loss.</summary>
    public void Add(StepResult result, int samples, double weight) => _own.Add(result, samples, weight);

    /// <summary>The whole as one result, with the hits of the model's own output.</summary>
    /// <exception cref="OverflowException">There were 2^31 predictions or more.</exception>
    public StepResult ToResult() => _own.ToResult() with { Loss = Loss };

    /// <summary>Each output by itself; none for a model of one loss.</summary>
    public IReadOnlyList<StepResult> Outputs() => HasOutputs ? [_own.ToResult(), .. _heads.Select(h => h.ToResult())] : [];

    /// <summary>Each output by itself, with what validation found of it; none for a model of one loss.</summary>
    public IReadOnlyList<OutputResult> Outputs(IReadOnlyList<StepResult> validated) => !HasOutputs ? [] :
    [
        .. Parts.Select((tally, i) => new OutputResult(model.Description.Outputs[i].Name, tally.Loss, tally.Accuracy, i < validated.Count ? validated[i] : null)),
    ];
}
