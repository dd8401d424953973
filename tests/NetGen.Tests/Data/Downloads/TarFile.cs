using System.Formats.Tar;
using System.Text;

namespace NetGen.Tests.Data.Downloads;

/// <summary>Tar files put together by hand; no content makes a folder.</summary>
internal static class TarFile
{
    public static byte[] Pack(params (string Name, string? Content)[] entries) => IdxBytes.Pack(Bytes(entries));

    public static byte[] Bytes(params (string Name, string? Content)[] entries) =>
        Bytes([.. entries.Select(e => (e.Name, e.Content is null ? null : Encoding.ASCII.GetBytes(e.Content)))]);

    public static byte[] Bytes((string Name, byte[]? Content)[] entries)
    {
        using MemoryStream tar = new();
        using (TarWriter writer = new(tar, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach ((string name, byte[]? content) in entries)
            {
                writer.WriteEntry(content is null
                    ? new UstarTarEntry(TarEntryType.Directory, name)
                    : new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return tar.ToArray();
    }
}
