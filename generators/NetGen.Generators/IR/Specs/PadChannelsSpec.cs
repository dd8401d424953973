namespace NetGen.Generators.IR;

/// <summary>Channels of zeros before and after the input's.</summary>
internal sealed record PadChannelsSpec(int Before, int After) : Spec;
