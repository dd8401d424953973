using System.Globalization;

namespace NetGen;

public abstract partial class ParameterAverage
{
    /// <summary>What files call this average, and what the names of its tensors begin with.</summary>
    private protected abstract string Kind { get; }

    private string UpdatesKey => $"{Kind}.updates";

    /// <summary>Writes the average, as tensors such as <c>ema.conv1.weight</c> of a safetensors file.</summary>
    /// <param name="path">The file to make or replace; a reader sees the old file or the whole new one.</param>
    /// <exception cref="InvalidOperationException">There is no average yet.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one, where there was one, is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    public void SaveState(string path) => CaptureState().Write(path);

    /// <summary>Reads an average of the same kind, also before the first <see cref="Update"/>. On any error nothing changes.</summary>
    /// <param name="parameters">The model's that is averaged.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The parameters are another model's than at the first update.</exception>
    /// <exception cref="WeightFileException">The file is damaged, of another kind or of another network; the message lists all that is wrong.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public void LoadState(ParameterSet parameters, string path)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RestoreState(parameters, NamedState.Read(path), path);
    }

    /// <summary>What <see cref="SaveState"/> writes.</summary>
    internal NamedState CaptureState()
    {
        RequireAverage();
        List<SafetensorsTensor> tensors = [];
        int start = 0;
        foreach (Parameter parameter in _parameters!)
        {
            tensors.Add(SafetensorsTensor.FromFloats(TensorName(parameter), parameter.Shape, _average.AsSpan(start, parameter.Length)));
            start += parameter.Length;
        }

        return new NamedState(tensors, new Dictionary<string, string>(StringComparer.Ordinal) { [UpdatesKey] = Updates.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>Takes over what <see cref="CaptureState"/> gave, once all of it is found to fit.</summary>
    /// <param name="parameters">The model's that is averaged.</param>
    /// <param name="state">The state, and nothing else's tensors; other metadata may stand beside its own.</param>
    /// <param name="path">The file's path, for messages.</param>
    internal void RestoreState(ParameterSet parameters, NamedState state, string path)
    {
        StateMatch match = new(state, path);
        long updates = match.Count(UpdatesKey, 1);
        SafetensorsTensor?[] found = [.. parameters.Select(p => match.Floats(TensorName(p), p.Shape))];
        match.End();
        Attach(parameters);
        int start = 0;
        foreach (SafetensorsTensor? tensor in found)
        {
            tensor!.CopyTo(_average.AsSpan(start, tensor.Length));
            start += tensor.Length;
        }

        Updates = updates;
    }

    private string TensorName(Parameter parameter) => $"{Kind}.{parameter.Path}";
}
