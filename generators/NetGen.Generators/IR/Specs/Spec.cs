namespace NetGen.Generators.IR;

/// <summary>What an op was told, as an equatable record; each op has its own.</summary>
internal abstract record Spec
{
    /// <summary>Whether each value of the output is one of the input's, or a multiple: dropout and what only rearranges.</summary>
    public virtual bool KeepsValues => false;

    /// <summary>The input that says how many steps each sequence has; null where all have all.</summary>
    public virtual int? LengthsInput => null;

    /// <summary>Whether the output has a gradient by an input, or only reads there where others go.</summary>
    public virtual bool PassesGradientTo(int input) => true;
}
