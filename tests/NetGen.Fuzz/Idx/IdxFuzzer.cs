using System.Buffers.Binary;
using System.Numerics;

namespace NetGen.Fuzz;

/// <summary>Damaged files of training data.</summary>
internal sealed class IdxFuzzer : IFuzzer
{
    public string Name => "idx";

    public string Description => "IDX files, plain and packed, sets of MNIST and CIFAR-10, damaged, are read as they say or refused by a DataFileException";

    public void Run(FuzzBudget budget)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-fuzz-");
        try
        {
            MnistFiles mnist = new(folder.CreateSubdirectory("mnist"));
            CifarFiles cifar = new(folder.CreateSubdirectory("cifar"));
            while (budget.Next(out ulong seed))
            {
                RandomSource random = new(seed);
                string? wrong = random.Next(10) switch
                {
                    0 => mnist.Try(ref random),
                    1 => cifar.Try(ref random),
                    < 6 => TryPlain(Path.Combine(folder.FullName, "a.idx"), ref random),
                    _ => TryPacked(Path.Combine(folder.FullName, "a.idx.gz"), ref random),
                };
                if (wrong is not null)
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

    /// <summary>What is wrong with how a file was refused, or null.</summary>
    public static string? WrongRefusal(Exception refusal, string path) =>
        refusal is not DataFileException exception ? $"expected a DataFileException, actual {refusal}"
        : exception.Message.StartsWith(path, StringComparison.Ordinal) ? null : $"the message does not begin with the path: {exception.Message}";

    private static string? TryPlain(string path, ref RandomSource random)
    {
        byte[] file = Damage(Make(ref random), ref random);
        if (file is [0x1f, 0x8b, ..])
        {
            return null;
        }

        File.WriteAllBytes(path, file);
        IdxFile? read = null;
        Attempt attempt = Attempt.Make(() => read = IdxFile.Read(path));
        return attempt.Excess((8L * file.Length) + (1 << 20)) ?? Compare(read, attempt.Refusal, file, path, mayBeRefused: false);
    }

    private static string? TryPacked(string path, ref RandomSource random)
    {
        byte[] whole = random.Next(40) == 0 ? Bomb(ref random) : Make(ref random);
        byte[] file = random.Next(2) == 0 ? PlainIdx.Pack(Damage(whole, ref random)) : RandomDamage.Of(PlainIdx.Pack(whole), ref random);
        if (file is not [0x1f, 0x8b, ..])
        {
            return null;
        }

        File.WriteAllBytes(path, file);
        IdxFile? read = null;
        Attempt attempt = Attempt.Make(() => read = IdxFile.Read(path));
        (byte[] unpacked, bool good) = PlainIdx.Unpack(file);
        BigInteger asked = PlainIdx.Elements(unpacked)?.Bytes ?? 0;
        return attempt.Excess((8L * file.Length) + (4 * (long)BigInteger.Min(asked, unpacked.Length)) + (4 << 20))
            ?? Compare(read, attempt.Refusal, good ? unpacked : [], path, mayBeRefused: true);
    }

    /// <summary>Compares with the plain reading. Packed data whose end is damaged may be refused though they unpack.</summary>
    private static string? Compare(IdxFile? read, Exception? refusal, byte[] file, string path, bool mayBeRefused)
    {
        if (read is null)
        {
            return WrongRefusal(refusal!, path)
                ?? (PlainIdx.IsWhole(file) && !mayBeRefused ? $"a good file was refused: {refusal!.Message}" : null);
        }

        if (!PlainIdx.IsWhole(file))
        {
            return "a damaged file was read";
        }

        (DType type, int size) = PlainIdx.Types[file[2]];
        if (read.DType != type || read.Shape.Count != file[3] || read.Length != (file.Length - 4 - (4 * file[3])) / size)
        {
            return $"read as {read.Length} of {read.DType}, which the file does not say";
        }

        bool equal = type != DType.U8 || read.ToBytes().AsSpan().SequenceEqual(file.AsSpan(4 + (4 * file[3])));
        return equal ? null : "the elements are not the file's";
    }

    private static byte[] Make(ref RandomSource random)
    {
        byte[] codes = [.. PlainIdx.Types.Keys];
        byte type = codes[random.Next(codes.Length)];
        int[] shape = new int[1 + random.Next(random.Next(10) == 0 ? 255 : 4)];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = shape.Length > 4 ? 1 : random.Next(7);
        }

        byte[] elements = new byte[PlainIdx.Types[type].Size * shape.Aggregate(1, (product, size) => product * size)];
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = (byte)random.Next(256);
        }

        return PlainIdx.Make(type, shape, elements);
    }

    /// <summary>A small file that unpacks to 30 MB, of which its header asks for little, for all or for far more.</summary>
    private static byte[] Bomb(ref RandomSource random) =>
        PlainIdx.Make(0x08, random.Next(3) switch { 0 => [10], 1 => [30_000_000], _ => [2, 1_000_000_000] }, new byte[30_000_000]);

    private static byte[] Damage(byte[] file, ref RandomSource random)
    {
        switch (random.Next(4))
        {
            case 0:
                return file;
            case 1 when file.Length >= 8:
                // One dimension or several blown up.
                uint[] sizes = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x10000, 0x7fffff00];
                byte[] changed = [.. file];
                for (int i = 4; i + 4 <= Math.Min(file.Length, 4 + (4 * file[3])); i += 4)
                {
                    if (random.Next(2) == 0)
                    {
                        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(i), sizes[random.Next(sizes.Length)]);
                    }
                }

                return changed;
            default:
                return RandomDamage.Of(file, ref random);
        }
    }
}
