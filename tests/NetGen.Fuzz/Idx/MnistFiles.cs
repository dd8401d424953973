namespace NetGen.Fuzz;

/// <summary>A folder with the four files of MNIST, in small, of which one is damaged.</summary>
internal sealed class MnistFiles(DirectoryInfo folder)
{
    private static readonly string[] s_names = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// <summary>One case; what is wrong, or null.</summary>
    public string? Try(ref RandomSource random)
    {
        byte[][] files = new byte[4][];
        for (int i = 0; i < 4; i++)
        {
            int count = 3 + (i / 2);
            byte[] elements = new byte[i % 2 == 0 ? count * 20 : count];
            for (int e = 0; e < elements.Length; e++)
            {
                elements[e] = (byte)random.Next(10);
            }

            files[i] = PlainIdx.Make(0x08, i % 2 == 0 ? [count, 4, 5] : [count], elements);
        }

        int which = random.Next(4);
        bool damaged = random.Next(8) != 0;
        if (damaged && which % 2 == 1 && random.Next(2) == 0)
        {
            files[which][^1] = (byte)(10 + random.Next(246));
        }
        else if (damaged)
        {
            files[which] = RandomDamage.Of(files[which], ref random);
        }

        for (int i = 0; i < 4; i++)
        {
            File.Delete(Path.Combine(folder.FullName, s_names[i]));
            File.Delete(Path.Combine(folder.FullName, s_names[i] + ".gz"));
            bool packs = random.Next(2) == 0;
            File.WriteAllBytes(Path.Combine(folder.FullName, s_names[i] + (packs ? ".gz" : "")), packs ? PlainIdx.Pack(files[i]) : files[i]);
        }

        Mnist? read = null;
        Attempt attempt = Attempt.Make(() => read = Mnist.Load(folder.FullName));
        if (attempt.Excess(16 << 20) is { } excess)
        {
            return excess;
        }

        if (read is null)
        {
            return damaged ? IdxFuzzer.WrongRefusal(attempt.Refusal!, folder.FullName) : $"good files were refused: {attempt.Refusal}";
        }

        ImageDataset set = which < 2 ? read.Train : read.Test;
        return files.All(f => PlainIdx.IsWhole(f)) && Enumerable.Range(0, set.Count).All(i => set.Label(i) == files[(which / 2 * 2) + 1][8 + i] && set.Label(i) < Mnist.Classes)
            ? null
            : "damaged files were read";
    }
}
