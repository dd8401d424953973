namespace NetGen.Generators.IR;

/// <summary>Packs the weights of phases one after the other, whose last taps follow each other.</summary>
internal sealed record PackConvTurnedPhases(Operand Weight, Operand Packed, ConvSizes Sizes, TurnedTaps Taps, int PhasesY, int PhasesX, string? Connections) : PackRoutine
{
    public override string Method => Connections is null ? "Pack.ConvTurnedPhases" : "SparsePack.ConvTurnedPhases";
}
