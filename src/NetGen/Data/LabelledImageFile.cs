namespace NetGen;

/// <summary>Files of records with a label of one byte and then an image's bytes, as CIFAR-10's binary version is published
/// (https://www.cs.toronto.edu/~kriz/cifar.html, "Binary version").</summary>
internal static class LabelledImageFile
{
    /// <summary>Reads files of equal length, one after the other.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="imagesPerFile">The records in each.</param>
    /// <param name="imageSize">An image's bytes.</param>
    /// <param name="classes">Labels run from 0 to one less.</param>
    /// <returns>All images, and the label of each.</returns>
    /// <exception cref="DataFileException">A file has another length, or a label is too large.</exception>
    public static (byte[] Pixels, byte[] Labels) Read(IReadOnlyList<string> paths, int imagesPerFile, int imageSize, int classes)
    {
        // All lengths first: a set of which one file is damaged takes no memory.
        foreach (string path in paths)
        {
            CheckLength(path, imagesPerFile, imageSize);
        }

        byte[] pixels = GC.AllocateUninitializedArray<byte>(checked(paths.Count * imagesPerFile * imageSize));
        byte[] labels = new byte[paths.Count * imagesPerFile];
        for (int i = 0; i < paths.Count; i++)
        {
            Span<byte> fileLabels = labels.AsSpan(i * imagesPerFile, imagesPerFile);
            Read(paths[i], fileLabels, pixels.AsSpan(i * imagesPerFile * imageSize, imagesPerFile * imageSize), imageSize);
            int wrong = fileLabels.IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
            if (wrong >= 0)
            {
                throw new DataFileException(paths[i], $"label {wrong}: expected 0 to {classes - 1}, actual {fileLabels[wrong]}");
            }
        }

        return (pixels, labels);
    }

    private static void CheckLength(string path, int images, int imageSize)
    {
        long expected = images * (1L + imageSize);
        long actual = new FileInfo(path).Length;
        if (actual != expected)
        {
            throw new DataFileException(path, $"expected {expected} bytes ({images} images of 1 label and {imageSize} pixel bytes), actual {actual}");
        }
    }

    private static void Read(string path, Span<byte> labels, Span<byte> pixels, int imageSize)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            for (int i = 0; i < labels.Length; i++)
            {
                stream.ReadExactly(labels.Slice(i, 1));
                stream.ReadExactly(pixels.Slice(i * imageSize, imageSize));
            }
        }
        catch (EndOfStreamException e)
        {
            throw new DataFileException(path, "became shorter while it was read", e);
        }
    }
}
