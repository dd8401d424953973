namespace NetGen;

/// <summary>Several classifiers as one, which predicts the mean of their probabilities.</summary>
/// <remarks>
/// Members are models, predictors or ensembles again, and stay the caller's: the ensemble disposes of none, and sees what training changes in them. It serves one thread at a time; for
/// another thread, make one of other predictors. After the first call, a prediction allocates nothing unless its batch is larger.
/// </remarks>
public sealed class Ensemble : IPredictor
{
    private readonly IPredictor[] _members;
    private float[] _scratch = [];

    /// <summary>Makes an ensemble.</summary>
    /// <param name="members">One classifier or more, of the same input and output shape.</param>
    /// <exception cref="ArgumentException">There is none, their shapes differ, or one of them is no classifier.</exception>
    public Ensemble(params IPredictor[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Length == 0)
        {
            throw new ArgumentException("expected one member or more, actual 0", nameof(members));
        }

        _members = [.. members];
        foreach (IPredictor member in _members)
        {
            ClassProbabilities.CheckClassifier(member, nameof(members));
            CheckSame("input", _members[0], _members[0].InputShape, member, member.InputShape);
            CheckSame("output", _members[0], _members[0].OutputShape, member, member.OutputShape);
        }
    }

    /// <summary>The members, in their order.</summary>
    public IReadOnlyList<IPredictor> Members => _members;

    /// <summary>What the mean is taken of.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such value.</exception>
    /// <exception cref="ArgumentException">The logits are wanted of a member that gives probabilities.</exception>
    public EnsembleAverage Average
    {
        get;
        init
        {
            if (!Enum.IsDefined(value))
            {
                throw new ArgumentOutOfRangeException(nameof(Average), value, "expected Probabilities or Logits");
            }

            if (value == EnsembleAverage.Logits && Array.Find(_members, m => m.GivesProbabilities) is { } member)
            {
                throw new ArgumentException($"expected members that give logits, actual {member.Name}, which gives probabilities", nameof(Average));
            }

            field = value;
        }
    }

    /// <inheritdoc/>
    public string Name => $"the ensemble of {string.Join(", ", _members.Select(m => m.Name))}";

    /// <inheritdoc/>
    public IReadOnlyList<int> InputShape => _members[0].InputShape;

    /// <inheritdoc/>
    public IReadOnlyList<int> OutputShape => _members[0].OutputShape;

    /// <inheritdoc/>
    public bool GivesProbabilities => true;

    /// <summary>Computes the mean probabilities for a batch of any size.</summary>
    /// <param name="inputs">Whole inputs, one after the other, NCHW.</param>
    /// <param name="outputs">Receives the probabilities of the classes, as a member's outputs lie.</param>
    /// <exception cref="ArgumentException">A length is no whole number of inputs, or the lengths disagree.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ClassProbabilities.CheckBatch(this, inputs.Length, outputs.Length);
        if (_scratch.Length < outputs.Length && _members.Length > 1)
        {
            _scratch = new float[outputs.Length];
        }

        // The first goes to the outputs at once, so that an ensemble of one is its member to the bit.
        PredictMember(_members[0], inputs, outputs);
        for (int i = 1; i < _members.Length; i++)
        {
            Span<float> values = _scratch.AsSpan(0, outputs.Length);
            PredictMember(_members[i], inputs, values);
            ClassProbabilities.Add(outputs, values);
        }

        ClassProbabilities.Divide(outputs, _members.Length);
        if (Average == EnsembleAverage.Logits)
        {
            ClassProbabilities.Softmax(outputs, OutputShape);
        }
    }

    private static void CheckSame(string what, IPredictor first, IReadOnlyList<int> expected, IPredictor other, IReadOnlyList<int> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new ArgumentException(
                $"expected members of the same {what} shape, actual {first.Name} with {ShapeText.Of(expected)} and {other.Name} with {ShapeText.Of(actual)}", "members");
        }
    }

    private void PredictMember(IPredictor member, ReadOnlySpan<float> inputs, Span<float> values)
    {
        if (Average == EnsembleAverage.Logits)
        {
            member.Predict(inputs, values);
        }
        else
        {
            ClassProbabilities.Predict(member, inputs, values);
        }
    }
}
