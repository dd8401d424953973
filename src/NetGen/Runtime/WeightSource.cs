using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Where the parameters and buffers of a model that is being made come from, so that no initial weights are drawn; what <c>FromFile</c> of a generated model takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WeightSource
{
    private readonly Action<ParameterSet> _fill;

    /// <summary>A safetensors file with the model's own names.</summary>
    /// <param name="path">The file.</param>
    public WeightSource(string path) => _fill = parameters => WeightFile.Fill(parameters, path, static name => name);

    /// <summary>A safetensors file of other names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rename">As of <see cref="Model.Load(string, Func{string, string?})"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rename"/> is null.</exception>
    public WeightSource(string path, Func<string, string?> rename)
    {
        ArgumentNullException.ThrowIfNull(rename);
        _fill = parameters => WeightFile.Fill(parameters, path, rename);
    }

    /// <summary>A safetensors file of other names, by a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">As of <see cref="Model.Load(string, IReadOnlyDictionary{string, string})"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    public WeightSource(string path, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _fill = parameters => WeightFile.Fill(parameters, path, names);
    }

    /// <summary>Fills all parameters and buffers, or throws.</summary>
    internal void Fill(ParameterSet parameters) => _fill(parameters);
}
