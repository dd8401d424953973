using System.Globalization;
using System.Text;
using NetGen;

namespace Samples;

/// <summary>
/// What a training of several models goes on from: a folder <c>state-STEP</c> with a file for each model and each optimizer. It is written under another name and then renamed, so that
/// there is never half of one; the one before is deleted after that.
/// </summary>
/// <param name="folder">The folder that it is in.</param>
/// <param name="settings">What must be equal for the same training to go on, in words.</param>
internal sealed class SavedState(string folder, string settings)
{
    private const string Prefix = "state-";
    private const string Unfinished = "state.part";
    private const string SettingsFile = "settings.txt";

    private readonly List<(string File, Action<string> Save, Action<string> Load)> _parts = [];

    /// <summary>Has a model's parameters kept.</summary>
    public void Add(string name, Model model) => _parts.Add(($"{name}.safetensors", model.Save, model.Load));

    /// <summary>Has an optimizer's state kept, which changes a model that was added before.</summary>
    public void Add(string name, Optimizer optimizer, ParameterSet parameters) =>
        _parts.Add(($"{name}.safetensors", optimizer.SaveState, path => optimizer.LoadState(parameters, path)));

    /// <summary>Has something else kept, in a file of its own.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="save">Writes it to a path.</param>
    /// <param name="load">Takes it over from a path; an <see cref="IOException"/> says what is wrong with it.</param>
    public void Add(string file, Action<string> save, Action<string> load) => _parts.Add((file, save, load));

    /// <summary>Keeps everything as it is after a number of steps, at least one.</summary>
    /// <exception cref="IOException">It cannot be written; what was kept before is as it was.</exception>
    public void Keep(long steps)
    {
        string unfinished = Path.Combine(folder, Unfinished);
        string kept = Path.Combine(folder, Prefix + steps.ToString(CultureInfo.InvariantCulture));
        if (Directory.Exists(kept))
        {
            return;
        }

        DeleteIfThere(unfinished);
        Directory.CreateDirectory(unfinished);
        foreach ((string file, Action<string> save, _) in _parts)
        {
            save(Path.Combine(unfinished, file));
        }

        File.WriteAllText(Path.Combine(unfinished, SettingsFile), settings, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Directory.Move(unfinished, kept);
        foreach ((long before, string path) in Kept())
        {
            if (before != steps)
            {
                DeleteIfThere(path);
            }
        }
    }

    /// <summary>Takes over what was kept last.</summary>
    /// <returns>The steps after which that was; 0 where nothing was kept, so that the training begins.</returns>
    /// <exception cref="InputException">It is damaged, or of other settings.</exception>
    public long Restore()
    {
        (long steps, string path) = Kept().OrderBy(state => state.Steps).LastOrDefault();
        if (steps == 0)
        {
            return 0;
        }

        string before = File.Exists(Path.Combine(path, SettingsFile)) ? File.ReadAllText(Path.Combine(path, SettingsFile)) : "";
        if (before != settings)
        {
            throw new InputException($"""
                --out: "{path}" was begun with other settings: expected {settings}, actual {(before.Length > 0 ? before : "none")}.
                Give the settings that it was begun with, or another --out.
                """);
        }

        try
        {
            foreach ((string file, _, Action<string> load) in _parts)
            {
                load(Path.Combine(path, file));
            }
        }
        catch (IOException problem)
        {
            throw new InputException($"--out: {problem.Message}\nGive another --out, or delete \"{path}\".");
        }

        return steps;
    }

    private IEnumerable<(long Steps, string Path)> Kept() => !Directory.Exists(folder) ? [] : Directory.GetDirectories(folder, Prefix + "*")
        .Select(path => (long.TryParse(Path.GetFileName(path)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out long steps) ? steps : 0, path))
        .Where(state => state.Item1 > 0)
        .ToArray();

    private static void DeleteIfThere(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
