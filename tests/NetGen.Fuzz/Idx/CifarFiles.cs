namespace NetGen.Fuzz;

/// <summary>A folder with the six files of CIFAR-10, empty but for their lengths, of which one is damaged.</summary>
internal sealed class CifarFiles
{
    private const long FileLength = 10_000 * 3_073;

    private readonly string[] _paths;
    private readonly string _folder;

    public CifarFiles(DirectoryInfo folder)
    {
        _folder = folder.FullName;
        _paths = [.. Enumerable.Range(1, 5).Select(i => Path.Combine(_folder, $"data_batch_{i}.bin")), Path.Combine(_folder, "test_batch.bin")];
        foreach (string path in _paths)
        {
            SetLength(path, FileLength);
        }
    }

    /// <summary>One case, a file of another length or none; what is wrong, or null.</summary>
    public string? Try(ref RandomSource random)
    {
        // Only those that are read first: images are read before the test set's length is looked at.
        string path = _paths[random.Next(5)];
        bool absent = random.Next(5) == 0;
        if (absent)
        {
            File.Delete(path);
        }
        else
        {
            long length = random.Next(3) switch { 0 => FileLength - 1 - random.Next(4_000), 1 => FileLength + 1 + random.Next(4_000), _ => random.Next((int)FileLength) };
            SetLength(path, length);
        }

        Attempt attempt = Attempt.Make(() => Cifar10.Load(_folder));
        SetLength(path, FileLength);
        return attempt.Excess(1 << 20)
            ?? (attempt.Refusal is null ? "damaged files were read"
            : absent && attempt.Refusal is FileNotFoundException ? null
            : IdxFuzzer.WrongRefusal(attempt.Refusal, path));
    }

    private static void SetLength(string path, long length)
    {
        using FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.Write);
        stream.SetLength(length);
    }
}
