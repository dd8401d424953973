using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>A value with a tag.</summary>
internal sealed class Tagged(string name, int value, LayerDeclaration declaration, bool hasGradient)
{
    public string Name => name;

    /// <summary>The node that makes it.</summary>
    public int Value => value;

    /// <summary>Whether users may ask for the gradient of outputs by it.</summary>
    public bool HasGradient => hasGradient;

    /// <summary>The attribute that tags it.</summary>
    public LayerDeclaration Declaration => declaration;

    /// <summary>Whether it is the name of an input.</summary>
    public bool IsInput => declaration.Kind == "Input";

    /// <summary>Whether any layer asked for it.</summary>
    public bool Used { get; set; }
}
