namespace NetGen.Generators.IR;

/// <summary>Keeps a chunk's vectors until the whole batch is through.</summary>
internal sealed record KeepKernel(Plane Vector, Panels Panels) : Kernel;
