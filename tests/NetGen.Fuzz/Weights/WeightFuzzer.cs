using System.Runtime.InteropServices;

namespace NetGen.Fuzz;

/// <summary>Damaged files of weights.</summary>
internal sealed class WeightFuzzer : IFuzzer
{
    public string Name => "weights";

    public string Description => "safetensors files, damaged, are loaded as they say, as a whole or in part, or refused by a WeightFileException that leaves the model as it was";

    public void Run(FuzzBudget budget)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-fuzz-");
        try
        {
            using Model conv = new ConvWeights(1);
            using Model vector = new VectorWeights(1);
            while (budget.Next(out ulong seed))
            {
                RandomSource random = new(seed);
                Model model = random.Next(2) == 0 ? conv : vector;
                if (Try(model, Path.Combine(folder.FullName, "weights.safetensors"), ref random) is { } wrong)
                {
                    budget.Fail(seed, wrong);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One case; what is wrong, or null.</summary>
    private static string? Try(Model model, string path, ref RandomSource random)
    {
        Fill(model, ref random);
        byte[] saved = Bits(model);
        string prefix = random.Next(2) == 0 ? "" : "module.";
        byte[] file = Write(model, path, prefix, ref random);
        Fill(model, ref random);
        byte[] before = Bits(model);
        int kind = random.Next(20);
        byte[] damaged = kind switch
        {
            0 => file,
            1 => HeaderDamage.Harmless(file, ref random),
            < 10 => RandomDamage.Of(file, ref random),
            _ => HeaderDamage.Of(file, ref random),
        };
        File.WriteAllBytes(path, damaged);

        // Every tensor that is not a parameter's is left out, as a user leaves out what a file holds beside.
        Attempt attempt = Attempt.Make(() => model.Load(path, Rename));
        if (attempt.Excess((40L * damaged.Length) + (1 << 20)) is { } excess)
        {
            return excess;
        }

        if (kind <= 1)
        {
            return attempt.Refusal is { } refusal ? $"a good file was refused: {refusal}"
                : Bits(model).AsSpan().SequenceEqual(saved) ? null : "what was loaded is not what was saved";
        }

        if (attempt.Refusal is null)
        {
            return model.Parameters.FirstOrDefault(p => !PlainSafetensors.Says(damaged, prefix + p.Path, p)) is { } other
                ? $"{other.Path} is not as the file says"
                : null;
        }

        if (Refused(attempt.Refusal, model, path, before) is { } wrong)
        {
            return wrong;
        }

        LoadResult? result = null;
        Attempt matching = Attempt.Make(() => result = model.LoadMatching(path, Rename));
        return matching.Excess((40L * damaged.Length) + (1 << 20))
            ?? (matching.Refusal is { } problem ? Refused(problem, model, path, before) : Matched(result!, model, damaged, prefix, before));

        string? Rename(string name) => name.StartsWith(prefix, StringComparison.Ordinal) && model.Parameters.TryGet(name[prefix.Length..], out _) ? name[prefix.Length..] : null;
    }

    private static string? Refused(Exception refusal, Model model, string path, byte[] before) =>
        refusal is not WeightFileException exception ? $"expected a WeightFileException, actual {refusal}"
        : exception.Path != path || !exception.Message.StartsWith(path + ": ", StringComparison.Ordinal) ? $"the message does not begin with the path: {exception.Message}"
        : Bits(model).AsSpan().SequenceEqual(before) ? null : $"a refused file changed the model: {exception.Message}";

    /// <summary>What was loaded is as the file says, the rest as before, and each parameter is told once.</summary>
    private static string? Matched(LoadResult result, Model model, byte[] damaged, string prefix, byte[] before)
    {
        int start = 0;
        foreach (Parameter parameter in model.Parameters)
        {
            int told = (result.Loaded.Contains(parameter.Path) ? 1 : 0) + (result.Missing.Contains(parameter.Path) ? 1 : 0) + (result.Different.Any(d => d.Path == parameter.Path) ? 1 : 0);
            bool right = result.Loaded.Contains(parameter.Path)
                ? PlainSafetensors.Says(damaged, prefix + parameter.Path, parameter)
                : MemoryMarshal.AsBytes(parameter.Values).SequenceEqual(before.AsSpan(start, parameter.Length * sizeof(float)));
            if (told != 1 || !right)
            {
                return $"{parameter.Path} is not as the file says, or told {told} times: {result}";
            }

            start += parameter.Length * sizeof(float);
        }

        return null;
    }

    /// <summary>Writes the parameters under a prefix, with metadata and tensors of other types between them; the file's bytes.</summary>
    private static byte[] Write(Model model, string path, string prefix, ref RandomSource random)
    {
        if (prefix.Length == 0 && random.Next(2) == 0)
        {
            model.Save(path);
            return File.ReadAllBytes(path);
        }

        List<SafetensorsTensor> tensors = [.. model.Parameters.Select(p => SafetensorsTensor.FromFloats(prefix + p.Path, p.Shape, p.Values))];
        for (int i = random.Next(4); i > 0; i--)
        {
            DType type = (DType)random.Next(13);
            int size = type switch { <= DType.I8 => 1, DType.U16 or DType.I16 or DType.F16 or DType.BF16 => 2, DType.U64 or DType.I64 or DType.F64 => 8, _ => 4 };
            int count = random.Next(4);
            tensors.Insert(random.Next(tensors.Count + 1), new SafetensorsTensor($"other{i} é\"\\\n", type, random.Next(2) == 0 ? [count] : [1, count, 1], new byte[count * size]));
        }

        SafetensorsFile.Write(path, tensors, random.Next(2) == 0 ? null : new Dictionary<string, string> { ["format"] = "pt", ["\u0001\"ü"] = "" });
        return File.ReadAllBytes(path);
    }

    /// <summary>All bits are possible: NaNs of any payload, infinities, zeros of both signs, denormals.</summary>
    private static void Fill(Model model, ref RandomSource random)
    {
        foreach (Parameter parameter in model.Parameters)
        {
            foreach (ref float value in parameter.Edit())
            {
                uint bits = (uint)random.NextUInt64();
                value = BitConverter.UInt32BitsToSingle(random.Next(8) switch
                {
                    0 => bits | 0x7f800000,
                    1 => bits & 0x80000000,
                    2 => bits & 0x807fffff,
                    3 => (bits & 0x80000000) | 0x7f800000,
                    _ => bits,
                });
            }
        }
    }

    private static byte[] Bits(Model model) => [.. model.Parameters.SelectMany(p => MemoryMarshal.AsBytes(p.Values).ToArray())];
}
