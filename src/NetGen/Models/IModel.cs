namespace NetGen;

/// <summary>What every declared model can do without an object of it: code that serves models of any class takes one as <c>TModel : Model, IModel&lt;TModel&gt;</c>.</summary>
/// <typeparam name="TSelf">The model's class, which the compiler gives this interface.</typeparam>
[CLSCompliant(false)] // A seed is a ulong.
public interface IModel<TSelf>
    where TSelf : Model, IModel<TSelf>
{
    /// <summary>The layer table and the parameters.</summary>
    static abstract ModelInfo Info { get; }

    /// <summary>Makes a model with freshly initialised parameters.</summary>
    /// <param name="seed">Determines the initial weights and the noise of training; equal seeds give equal bits.</param>
    /// <returns>The model.</returns>
    static abstract TSelf Create(ulong seed = 0);

    /// <summary>Makes a model with the parameters and buffers of a safetensors file; no initial weights are drawn.</summary>
    /// <param name="path">The file.</param>
    /// <param name="seed">Determines the noise of training.</param>
    /// <returns>The model.</returns>
    /// <exception cref="WeightFileException">The file is damaged, or its tensors are not this model's; the message lists all that is wrong.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    static abstract TSelf FromFile(string path, ulong seed = 0);

    /// <summary>Makes a model with the parameters and buffers of a safetensors file of other names, such as a model's from PyTorch; no initial weights are drawn.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rename">Gives the path that a tensor of the file is for, by the tensor's name, or null to leave that tensor out.</param>
    /// <param name="seed">Determines the noise of training.</param>
    /// <returns>The model.</returns>
    /// <exception cref="WeightFileException">The file is damaged, or its tensors are not this model's; the message lists all that is wrong.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    static abstract TSelf FromFile(string path, Func<string, string?> rename, ulong seed = 0);

    /// <summary>Makes a model with the parameters and buffers of a safetensors file of other names, by a table; no initial weights are drawn.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">The path that each tensor of the file is for, by the tensor's name; the empty text leaves a tensor out.</param>
    /// <param name="seed">Determines the noise of training.</param>
    /// <returns>The model.</returns>
    /// <exception cref="WeightFileException">The file is damaged, or its tensors are not this model's; the message lists all that is wrong.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    static abstract TSelf FromFile(string path, IReadOnlyDictionary<string, string> names, ulong seed = 0);
}
