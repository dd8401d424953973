namespace Classify;

/// <summary>The files of <c>--out</c>.</summary>
/// <param name="folder">The folder.</param>
internal sealed class OutFiles(string folder)
{
    /// <summary>The model of the epoch with the best validation accuracy: what is shipped.</summary>
    public string Model => Path.Combine(folder, "model.safetensors");

    /// <summary>What an interrupted training goes on from.</summary>
    public string Checkpoint => Path.Combine(folder, "checkpoint.safetensors");

    /// <summary>A line an epoch.</summary>
    public string Log => Path.Combine(folder, "log.csv");

    /// <summary>The validation pictures with their predictions.</summary>
    public string Predictions => Path.Combine(folder, "predictions.csv");

    /// <summary>Curves, tables and pictures of the training.</summary>
    public string Report => Path.Combine(folder, "report.html");

    /// <summary>Makes the folder.</summary>
    /// <exception cref="InputException">It holds a training already, which is not to go on.</exception>
    public void Prepare(bool resume)
    {
        Directory.CreateDirectory(folder);
        if (!resume && File.Exists(Checkpoint))
        {
            throw new InputException($"--out: \"{folder}\" holds a training already. --resume goes on with it; another --out begins anew.");
        }

        if (resume && !File.Exists(Checkpoint))
        {
            Console.WriteLine($"{Checkpoint}: not there yet, so the training begins");
        }
    }
}
