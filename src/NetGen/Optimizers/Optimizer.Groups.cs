namespace NetGen;

public abstract unsafe partial class Optimizer
{
    private readonly ParameterRules _rules = new();

    /// <summary>Parameters with settings of their own; the first group that a parameter belongs to decides. May change between steps.</summary>
    public ParameterGroupCollection Groups => _rules.Groups;

    /// <summary>
    /// Whether <see cref="WeightDecay"/> is for all parameters, as it is unless set; or for weights alone, and not for biases, the scales and shifts of
    /// norms and the slopes of PReLU. A group's own weight decay goes before it. May be set between steps.
    /// </summary>
    public bool DecayBiasesAndNorms
    {
        get => _rules.DecayBiasesAndNorms;
        set => _rules.DecayBiasesAndNorms = value;
    }

    /// <summary>The learning rate for the run that <see cref="Apply"/> is called for.</summary>
    protected float Rate => LearningRate * _run.RateFactor;

    /// <summary>The weight decay for the run that <see cref="Apply"/> is called for.</summary>
    protected double Decay => _run.WeightDecay ?? WeightDecay;

    /// <summary>The steps that the run which <see cref="Apply"/> is called for has taken, this one included: fewer than <see cref="Steps"/> if it was
    /// frozen for some. Formulas that correct for a state's start at 0 count these.</summary>
    protected long RunSteps => Steps - _run.Missed;

    /// <summary>From the next step on, the parameters that fit stay as they are to the bit, and so does the state for them. Goes before <see cref="Groups"/>;
    /// of several calls of this and <see cref="Thaw"/>, the last that a parameter fits decides.</summary>
    /// <remarks>Running statistics are no parameters that an optimizer changes: see <see cref="Model.FreezeBatchNorm"/>.</remarks>
    /// <param name="patterns">Paths, as of a <see cref="ParameterGroup"/>.</param>
    /// <exception cref="ArgumentException">There is no pattern, one is empty, or after the first step: no trainable parameter fits one. Before the first
    /// step that is found by the step.</exception>
    public void Freeze(params string[] patterns) => SetFrozen(patterns, true);

    /// <summary>From the next step on, the parameters that fit move, whatever froze them.</summary>
    /// <param name="patterns">Paths, as of a <see cref="ParameterGroup"/>.</param>
    /// <exception cref="ArgumentException">As of <see cref="Freeze"/>.</exception>
    public void Thaw(params string[] patterns) => SetFrozen(patterns, false);

    private void SetFrozen(string[] patterns, bool frozen)
    {
        PathPatterns.Check(patterns, nameof(patterns));
        if (_parameters is not null && PathPatterns.Unmatched(patterns, _parameters) is { } problem)
        {
            throw new ArgumentException(problem, nameof(patterns));
        }

        foreach (string pattern in patterns)
        {
            _rules.Freeze(pattern, frozen);
        }
    }
}
