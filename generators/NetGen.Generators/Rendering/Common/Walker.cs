using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>A pointer that a walk moves over a plane whose sizes stand in the text: a port's, or a copy of one.</summary>
internal readonly record struct Walker(string Pointer, Plane Plane);
