namespace NetGen;

/// <summary>Files of records with one or more labels of a byte each and then an image's bytes, as CIFAR-10's and CIFAR-100's binary versions are
/// published (https://www.cs.toronto.edu/~kriz/cifar.html, "Binary version").</summary>
internal static class LabelledImageFile
{
    /// <summary>Reads files of equal length, one after the other.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="imagesPerFile">The records in each.</param>
    /// <param name="imageSize">An image's bytes.</param>
    /// <param name="labels">The labels of a record, in their order: what each is called, and its classes, from 0 to one less.</param>
    /// <returns>All images, and for each label those of all images.</returns>
    /// <exception cref="DataFileException">A file has another length, or a label is too large.</exception>
    public static (byte[] Pixels, byte[][] Labels) Read(
        IReadOnlyList<string> paths, int imagesPerFile, int imageSize, params (string Name, int Classes)[] labels)
    {
        // All lengths first: a set of which one file is damaged takes no memory.
        foreach (string path in paths)
        {
            CheckLength(path, imagesPerFile, imageSize, labels.Length);
        }

        byte[] pixels = GC.AllocateUninitializedArray<byte>(checked(paths.Count * imagesPerFile * imageSize));
        byte[][] values = [.. labels.Select(_ => new byte[paths.Count * imagesPerFile])];
        for (int i = 0; i < paths.Count; i++)
        {
            int first = i * imagesPerFile;
            Read(paths[i], values, first, pixels.AsSpan(first * imageSize, imagesPerFile * imageSize), imageSize);
            for (int label = 0; label < labels.Length; label++)
            {
                CheckLabels(paths[i], labels[label].Name, labels[label].Classes, values[label].AsSpan(first, imagesPerFile));
            }
        }

        return (pixels, values);
    }

    private static void CheckLength(string path, int images, int imageSize, int labels)
    {
        long expected = images * ((long)labels + imageSize);
        long actual = new FileInfo(path).Length;
        if (actual != expected)
        {
            throw new DataFileException(
                path, $"expected {expected} bytes ({images} images of {labels} label{(labels == 1 ? "" : "s")} and {imageSize} pixel bytes), actual {actual}");
        }
    }

    private static void CheckLabels(string path, string name, int classes, ReadOnlySpan<byte> labels)
    {
        int wrong = labels.IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        if (wrong >= 0)
        {
            throw new DataFileException(path, $"{name} {wrong}: expected 0 to {classes - 1}, actual {labels[wrong]}");
        }
    }

    private static void Read(string path, byte[][] labels, int first, Span<byte> pixels, int imageSize)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            for (int i = 0; i < pixels.Length / imageSize; i++)
            {
                foreach (byte[] label in labels)
                {
                    stream.ReadExactly(label.AsSpan(first + i, 1));
                }

                stream.ReadExactly(pixels.Slice(i * imageSize, imageSize));
            }
        }
        catch (EndOfStreamException e)
        {
            throw new DataFileException(path, "became shorter while it was read", e);
        }
    }
}
