namespace NetGen;

public abstract unsafe partial class Optimizer
{
    private GradientClipping? _clipping;

    /// <summary>
    /// The largest L2 norm of all gradients of what moves, taken together; <see langword="null"/>, as it is unless set, for no limit. Where they have a
    /// larger one, a step first multiplies each with this / (norm + 1e-6), in place. As <c>torch.nn.utils.clip_grad_norm_</c>.
    /// </summary>
    /// <remarks>Pascanu, Mikolov, Bengio 2013, algorithm 1. A gradient that is no number makes all of them so, as in PyTorch.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not over 0, or not finite.</exception>
    public double? GradientClipNorm
    {
        get;
        set => field = value is { } norm ? Check.Positive(norm, nameof(GradientClipNorm)) : null;
    }

    /// <summary>
    /// The largest magnitude of a gradient; <see langword="null"/>, as it is unless set, for no limit. A step first puts larger ones of what moves at this,
    /// in place, before their norm is taken. As <c>torch.nn.utils.clip_grad_value_</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not over 0, or not finite.</exception>
    public double? GradientClipValue
    {
        get;
        set => field = value is { } limit ? Check.Positive(limit, nameof(GradientClipValue)) : null;
    }

    /// <summary>The norm of the gradients at the last step, before <see cref="GradientClipNorm"/> limited it; <see langword="null"/> where that was not set.</summary>
    public double? LastGradientNorm { get; private set; }

    private void Clip(Span<float> gradients, ParameterRuns runs)
    {
        LastGradientNorm = null;
        if (GradientClipNorm is not null || GradientClipValue is not null)
        {
            _clipping ??= new GradientClipping();
            LastGradientNorm = _clipping.Run(_pool, gradients, runs, GradientClipValue, GradientClipNorm);
        }
    }
}
