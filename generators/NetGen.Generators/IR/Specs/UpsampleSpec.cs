namespace NetGen.Generators.IR;

/// <summary>An image that many times as high and wide.</summary>
internal sealed record UpsampleSpec(int Scale, UpsampleMode Mode) : Spec;
