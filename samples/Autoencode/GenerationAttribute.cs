using NetGen;

namespace Autoencode;

/// <summary>The decoder: of a code the logits of an image's pixels.</summary>
[Dense(200)] [Tanh]
[Dense(200)] [Tanh]
[Dense(28 * 28, Name = "pixels")]
public sealed class GenerationAttribute : BlockAttribute;
