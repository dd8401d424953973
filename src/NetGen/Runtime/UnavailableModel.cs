using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The base of a model whose layers do not fit: it compiles, so that the layers' own error is the only one, and throws.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnavailableModel : Model
{
    /// <summary>Throws.</summary>
    /// <param name="name">The model.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    protected UnavailableModel(string name)
        : base(Refuse(name), null!, 0)
    {
    }

    /// <summary>Throws: for constructors of the user's own.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    protected UnavailableModel()
        : this("the model")
    {
    }

    private static ModelInfo Refuse(string name) => throw Unavailable(name);

    /// <summary>What every member throws.</summary>
    /// <param name="name">The model.</param>
    /// <returns>The exception.</returns>
    protected static InvalidOperationException Unavailable(string name) =>
        new($"The layers of {name} do not fit, so no code was generated for it; the compiler's NG error says why.");
}
