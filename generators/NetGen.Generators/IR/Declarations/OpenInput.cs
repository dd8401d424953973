using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>An input whose height or width is open, with the sizes that the network is compiled for.</summary>
/// <param name="Layer">The attribute's index.</param>
/// <param name="Sizes">The sizes; of several open inputs, those at the same place go together.</param>
internal sealed record OpenInput(int Layer, EquatableArray<ImageSize> Sizes);
