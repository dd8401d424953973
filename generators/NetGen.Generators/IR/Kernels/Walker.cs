namespace NetGen.Generators.IR;

/// <summary>A plane that a kernel walks over, with the name of its pointer, which the names of its sizes begin with.</summary>
internal readonly record struct Walker(string Pointer, Plane Plane);
