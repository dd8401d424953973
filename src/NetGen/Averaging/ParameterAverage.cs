using NetGen.Runtime;

namespace NetGen;

/// <summary>Keeps an average of a model's parameters over the steps of its training, which often predicts better than the last of them.</summary>
/// <remarks>Not safe to use from several threads at once. It holds as many floats as the model has parameters and buffers, and twice as many once it
/// was applied.</remarks>
public abstract partial class ParameterAverage
{
    private ParameterSet? _parameters;
    private float[] _average = [];
    private float[]? _trained;
    private bool _applied;

    private protected ParameterAverage()
    {
    }

    /// <summary>How many times <see cref="Update"/> was called.</summary>
    public long Updates { get; private set; }

    /// <summary>Whether buffers, such as running statistics, are averaged as well; otherwise the average takes them as they were at the last
    /// <see cref="Update"/>, as PyTorch's <c>AveragedModel</c> does.</summary>
    public bool AverageBuffers { get; init; }

    /// <summary>Takes the parameters into the average, after a step. The first time the average becomes what they are.</summary>
    /// <param name="parameters">The same model's each time.</param>
    /// <exception cref="ArgumentException">They are another model's than at the first time.</exception>
    /// <exception cref="InvalidOperationException">The average stands in the model, as <see cref="Apply"/> put it there.</exception>
    public void Update(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequireNotApplied();
        using Gate.Use use = parameters.Gate is { } gate ? gate.EnterToRead() : default;
        Attach(parameters);
        AverageRule rule = new(Updates == 0 ? 1 : (float)Share(Updates));
        int start = 0;
        for (int i = 0; i < parameters.Count; i++)
        {
            Parameter parameter = parameters[i];
            Span<float> average = _average.AsSpan(start, parameter.Length);
            if (Updates == 0 || (!parameter.Trainable && !AverageBuffers))
            {
                parameter.Values.CopyTo(average);
            }
            else
            {
                UpdatePass.Run(rule, average, parameter.Values, default, default, default);
            }

            start += parameter.Length;
        }

        Updates++;
    }

    /// <summary>Puts the average into the model, to evaluate or save it, until what is returned is disposed of: then the trained values are back, to the bit.</summary>
    /// <param name="parameters">The model's that is averaged. What is changed in them meanwhile is lost.</param>
    /// <returns>Puts the trained values back.</returns>
    /// <exception cref="ArgumentException">They are another model's.</exception>
    /// <exception cref="InvalidOperationException">There is no average yet, it stands in the model already, or the model is at work.</exception>
    public IDisposable Apply(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequireAverage();
        RequireNotApplied();
        Attach(parameters);
        using Gate.Use use = parameters.Gate is { } gate ? gate.Enter() : default;
        _trained ??= new float[_average.Length];
        parameters.CopyTo(_trained);
        parameters.CopyFrom(_average);
        _applied = true;
        return new Applied(this, parameters);
    }

    /// <summary>Copies the average into a model for good.</summary>
    /// <param name="parameters">The model's that is averaged, or another's with the same paths and shapes.</param>
    /// <exception cref="ArgumentException">A path or a shape is another.</exception>
    /// <exception cref="InvalidOperationException">There is no average yet, it stands in the model, or the model is at work.</exception>
    public void CopyTo(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequireAverage();
        RequireNotApplied();
        string expected = Text(_parameters!);
        if (!ReferenceEquals(parameters, _parameters) && Text(parameters) is var actual && actual != expected)
        {
            throw new ArgumentException($"expected parameters {expected}, actual {actual}", nameof(parameters));
        }

        using Gate.Use use = parameters.Gate is { } gate ? gate.Enter() : default;
        parameters.CopyFrom(_average);
    }

    /// <summary>How far the average moves toward the values.</summary>
    /// <param name="updates">How often the values were taken before, 1 or more.</param>
    /// <returns>From 0 to 1.</returns>
    private protected abstract double Share(long updates);

    private static string Text(ParameterSet parameters) => string.Join(", ", parameters.Select(p => $"{p.Path} {ShapeText.Of(p.Shape)}"));

    private void Attach(ParameterSet parameters)
    {
        if (_parameters is null)
        {
            _average = new float[parameters.ValueCount];
            _parameters = parameters;
        }
        else if (!ReferenceEquals(_parameters, parameters))
        {
            throw new ArgumentException("expected the parameters of the first update, actual those of another model", nameof(parameters));
        }
    }

    private void RequireAverage()
    {
        if (Updates == 0)
        {
            throw new InvalidOperationException("expected an average, but Update was not called yet");
        }
    }

    private void RequireNotApplied()
    {
        if (_applied)
        {
            throw new InvalidOperationException("the average stands in the model: dispose of what Apply returned first");
        }
    }

    /// <summary>Puts the trained values back, once.</summary>
    private sealed class Applied(ParameterAverage average, ParameterSet parameters) : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            using Gate.Use use = parameters.Gate is { IsClosed: false } gate ? gate.Enter() : default;
            parameters.CopyFrom(average._trained);
            average._applied = false;
            _disposed = true;
        }
    }
}
