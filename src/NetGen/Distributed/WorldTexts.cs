using System.Runtime.InteropServices;
using System.Text;

namespace NetGen;

/// <summary>Texts and files between the ranks of a world.</summary>
internal static class WorldTexts
{
    /// <summary>What a file is sent in at a time.</summary>
    private const int Piece = 16 << 20;

    /// <summary>Each rank's text, in their order.</summary>
    public static string[] Gather(this World world, string own)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(own);
        long[] lengths = new long[world.Size];
        world.Gather(MemoryMarshal.AsBytes([(long)bytes.Length]), MemoryMarshal.AsBytes(lengths.AsSpan()));
        int most = checked((int)lengths.Max());
        byte[] all = new byte[checked(most * world.Size)];
        Array.Resize(ref bytes, most);
        world.Gather(bytes, all);
        return [.. lengths.Select((length, rank) => Encoding.UTF8.GetString(all, rank * most, (int)length))];
    }

    /// <summary>The whole of a file that rank 0 has, on every rank; null where it has none.</summary>
    /// <exception cref="IOException">Rank 0 cannot read it.</exception>
    public static byte[]? BroadcastFile(this World world, string path)
    {
        byte[]? bytes = world.IsFirst && File.Exists(path) ? File.ReadAllBytes(path) : null;
        long[] length = [bytes?.Length ?? -1];
        world.Broadcast(MemoryMarshal.AsBytes(length.AsSpan()));
        if (length[0] < 0)
        {
            return null;
        }

        bytes ??= new byte[length[0]];
        for (int start = 0; start < bytes.Length; start += Piece)
        {
            world.Broadcast(bytes.AsSpan(start, int.Min(Piece, bytes.Length - start)));
        }

        return bytes;
    }
}
