namespace NetGen.Images;

/// <summary>The files of a folder that has a folder for each class.</summary>
/// <param name="ClassNames">The classes, by number.</param>
/// <param name="Paths">The files: class by class.</param>
/// <param name="Labels">The class of each.</param>
internal sealed record ClassFiles(IReadOnlyList<string> ClassNames, IReadOnlyList<string> Paths, IReadOnlyList<int> Labels)
{
    /// <param name="folder">The folder.</param>
    /// <param name="expected">The classes there have to be, by number; any two or more where absent.</param>
    /// <exception cref="DataFileException">There are other classes, fewer than two, or one without pictures.</exception>
    public static ClassFiles Find(string folder, IReadOnlyList<string>? expected)
    {
        FolderSearch.CheckFolder(folder);
        IReadOnlyList<string> names = FolderSearch.Folders(folder);
        if (expected is not null)
        {
            ClassNameCheck.Same(expected, names, folder);
            names = [.. expected];
        }

        if (names.Count < 2)
        {
            throw new DataFileException(
                folder,
                $"expected a folder for each of two classes or more, since nothing is learnt from one, actual {(names.Count == 0 ? "none" : $"\"{names[0]}\" alone")}; "
                + $"{nameof(ImageFiles)}.{nameof(ImageFiles.Find)} lists pictures without classes");
        }

        List<string> paths = [];
        List<int> labels = [];
        for (int label = 0; label < names.Count; label++)
        {
            string classFolder = Path.Combine(folder, names[label]);
            IReadOnlyList<string> pictures = FolderSearch.Pictures(classFolder);
            if (pictures.Count == 0)
            {
                throw new DataFileException(
                    classFolder, $"expected one picture or more of class \"{names[label]}\" ({string.Join(", ", ImageFiles.Extensions)}), actual none");
            }

            paths.AddRange(pictures);
            labels.AddRange(Enumerable.Repeat(label, pictures.Count));
        }

        return new ClassFiles(names, paths, labels);
    }
}
