namespace NetGen.Generators.IR;

/// <summary>A border of that many pixels, to add or to take off.</summary>
internal abstract record BorderSpec(int Pixels) : Spec;
