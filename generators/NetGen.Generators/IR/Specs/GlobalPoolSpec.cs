using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>One value of each channel for all pixels of an image, or for all steps of a sequence.</summary>
/// <param name="Lengths">The tag that says how many of its steps each sequence has; null where each has all.</param>
internal abstract record GlobalPoolSpec(string? Lengths) : JoinSpec(Lengths is null ? EquatableArray<string>.Empty : new EquatableArray<string>([Lengths]))
{
    public override int? LengthsInput => Lengths is null ? null : 1;

    public override bool NeedsTags => false;

    public override string ArgumentOf(int tag) => nameof(Lengths);

    /// <summary>Lengths are counted.</summary>
    public override bool PassesGradientTo(int input) => input != LengthsInput;
}
