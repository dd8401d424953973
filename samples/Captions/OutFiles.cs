namespace Captions;

/// <summary>The files of <c>--out</c>.</summary>
/// <param name="folder">The folder.</param>
internal sealed class OutFiles(string folder)
{
    /// <summary>The trained network.</summary>
    public string Weights => Path.Combine(folder, "captioner.safetensors");

    /// <summary>What an interrupted training goes on from.</summary>
    public string Checkpoint => Path.Combine(folder, "checkpoint.safetensors");

    /// <summary>A line an epoch.</summary>
    public string Log => Path.Combine(folder, "log.csv");

    /// <summary>Scenes with their sentences below.</summary>
    public string Sheet => Path.Combine(folder, "captions.png");
}
