namespace NetGen;

/// <summary>What an optimizer's user said of single parameters: groups, what is frozen, and whether biases and norms decay.</summary>
internal sealed class ParameterRules
{
    /// <summary>What was frozen and thawed, in the order of the calls.</summary>
    private readonly List<(string Pattern, bool Frozen)> _frozen = [];

    /// <summary>Starts without any.</summary>
    public ParameterRules() => Groups = new ParameterGroupCollection(() => Changed = true);

    /// <summary>The groups.</summary>
    public ParameterGroupCollection Groups { get; }

    /// <summary>Whether weight decay is for all parameters, or for weights alone.</summary>
    public bool DecayBiasesAndNorms
    {
        get;
        set
        {
            field = value;
            Changed = true;
        }
    } = true;

    /// <summary>Whether something was changed since this was last set to false.</summary>
    public bool Changed { get; set; } = true;

    /// <summary>Freezes or thaws; the last call that a parameter fits decides, so an earlier one with the same pattern is of no use any more.</summary>
    public void Freeze(string pattern, bool frozen)
    {
        _frozen.RemoveAll(f => f.Pattern == pattern);
        _frozen.Add((pattern, frozen));
        Changed = true;
    }

    /// <summary>Looks whether every pattern is fitted.</summary>
    /// <exception cref="InvalidOperationException">One is not.</exception>
    public void Check(ParameterSet parameters)
    {
        if (PathPatterns.Unmatched(Groups.SelectMany(g => g.Patterns).Concat(_frozen.Select(f => f.Pattern)), parameters) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }
    }

    /// <summary>What holds for a parameter; <see langword="null"/> where it is frozen.</summary>
    public (float RateFactor, double? WeightDecay)? Of(Parameter parameter, ParameterSet parameters)
    {
        ParameterGroup? group = null;
        for (int i = 0; i < Groups.Count && group is null; i++)
        {
            group = Groups[i].Takes(parameter) ? Groups[i] : null;
        }

        bool frozen = group?.Frozen ?? false;
        foreach ((string pattern, bool freeze) in _frozen)
        {
            frozen = PathPatterns.Fits(pattern, parameter.Path) ? freeze : frozen;
        }

        double? otherwise = DecayBiasesAndNorms || !IsBiasOrNorm(parameter, parameters) ? null : 0;
        return frozen ? null : (group?.LearningRateFactor ?? 1, group?.WeightDecay ?? otherwise);
    }

    /// <summary>
    /// Biases, scales and shifts have one dimension, and so have the slopes of PReLU. Those of a layer norm over images have an image's three,
    /// but its scale and its shift are of one shape, which a weight and its bias never are.
    /// </summary>
    private static bool IsBiasOrNorm(Parameter parameter, ParameterSet parameters)
    {
        const string Weight = ".weight";
        const string Bias = ".bias";
        if (parameter.Shape.Count <= 1 || parameter.Path.EndsWith(Bias, StringComparison.Ordinal))
        {
            return true;
        }

        return parameter.Path.EndsWith(Weight, StringComparison.Ordinal)
            && parameters.TryGet(parameter.Path[..^Weight.Length] + Bias, out Parameter? bias)
            && bias.Shape.SequenceEqual(parameter.Shape);
    }
}
