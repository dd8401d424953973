namespace NetGen;

/// <summary>
/// The gradients by the scales and shifts of a model's batch norms, put aside while a way back is for the inputs alone: their sums are part of it, and are written where they end. Made once for a model, it allocates
/// nothing in a step.
/// </summary>
internal sealed unsafe class NormGradients
{
    private readonly List<Parameter> _parameters = [];
    private readonly float[] _kept;

    public NormGradients(ParameterSet parameters)
    {
        int count = 0;
        foreach (Parameter mean in parameters.Where(Model.IsMean))
        {
            string layer = mean.Path[..(mean.Path.LastIndexOf('.') + 1)];
            foreach (string leaf in (string[])["weight", "bias"])
            {
                if (parameters.TryGet(layer + leaf, out Parameter? parameter))
                {
                    _parameters.Add(parameter);
                    count += parameter.Length;
                }
            }
        }

        _kept = new float[count];
    }

    /// <summary>Puts them aside.</summary>
    public void Keep()
    {
        int at = 0;
        foreach (Parameter parameter in _parameters)
        {
            new Span<float>(parameter.GradientPointer, parameter.Length).CopyTo(_kept.AsSpan(at));
            at += parameter.Length;
        }
    }

    /// <summary>Puts them back.</summary>
    public void Restore()
    {
        int at = 0;
        foreach (Parameter parameter in _parameters)
        {
            _kept.AsSpan(at, parameter.Length).CopyTo(new Span<float>(parameter.GradientPointer, parameter.Length));
            at += parameter.Length;
        }
    }
}
