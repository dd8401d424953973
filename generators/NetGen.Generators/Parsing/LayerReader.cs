using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads the settings of one op from its attribute's arguments. The class is called as the attribute is, without its ending.</summary>
internal abstract class LayerReader
{
    /// <summary>The op's name.</summary>
    public string Name => GetType().Name;

    /// <summary>Whether it is a loss, which ends a model.</summary>
    public virtual bool IsLoss => false;

    /// <summary>The settings from the attribute's arguments, with the defaults of the contract.</summary>
    public abstract Spec Read(ArgumentReader arguments);
}
