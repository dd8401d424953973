namespace Captions;

/// <summary>The files of <c>--out</c>.</summary>
/// <param name="folder">The folder.</param>
internal sealed class OutFiles(string folder)
{
    /// <summary>The network that names things, without the endings of its files.</summary>
    public string Namer => Path.Combine(folder, "namer");

    /// <summary>The network that writes sentences, without the endings of its files.</summary>
    public string Captioner => Path.Combine(folder, "captioner");

    /// <summary>Scenes with their sentences below.</summary>
    public string Sheet => Path.Combine(folder, "captions.png");

    /// <summary>A network's weights.</summary>
    public static string Weights(string network) => network + ".safetensors";
}
