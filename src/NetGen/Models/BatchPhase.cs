using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>A call over the whole batch, which computes gradients.</summary>
/// <param name="Items">Its items, which threads share.</param>
/// <param name="Phase">The phase after which it can be made.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BatchPhase(int Items, int Phase);
