namespace NetGen;

/// <summary>The base of all attributes that declare a layer of a model. Layers apply from top to bottom, in source order.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>The layer's name in parameter paths, instead of the kind and its ordinal (<c>conv1</c>).</summary>
    /// <remarks>With <see cref="Repeat"/> above one, the names are this one with 1, 2, … behind it.</remarks>
    public string? Name { get; set; }

    /// <summary>How often the layer is applied, each time with parameters of its own. From 1 to 1,000.</summary>
    public int Repeat { get; set; } = 1;

    /// <summary>
    /// Layers, or uses of a block, of the same model (or block) with the same word here are one: they read the same parameters, whose gradients add up over
    /// all of them, as a PyTorch module does that is called several times. They have to be written alike and fit inputs with the same channels. The
    /// parameters go by the path of the first.
    /// </summary>
    /// <remarks>Batch norms that are shared have their running statistics in common, which follow each use in turn.</remarks>
    public string? Share { get; set; }
}
