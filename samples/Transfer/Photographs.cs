using NetGen;
using NetGen.Images;

namespace Transfer;

/// <summary>Loads the photographs, and says how to get them where they are not there.</summary>
internal static class Photographs
{
    /// <summary>As the weights' network was validated: the shorter side at 256, and the middle of it.</summary>
    private const int ShorterSide = 256;

    public static (ImageFolder Train, ImageFolder Validation) Load(string folder, int threads, CancellationToken cancellation)
    {
        ImageFolderOptions options = new()
        {
            Shape = AntsAndBees.Info.InputShape,
            Fit = Fit.CenterCrop,
            ShorterSide = ShorterSide,
            Mean = AntsAndBees.Mean,
            Deviation = AntsAndBees.Deviation,
            BadFile = BadFile.Skip,
            Threads = threads,
        };
        try
        {
            ImageFolder train = ImageFolder.Load(Path.Combine(folder, "train"), options, cancellation: cancellation);
            ImageFolder validation = ImageFolder.Load(Path.Combine(folder, "val"), options with { ClassNames = train.ClassNames }, cancellation: cancellation);
            foreach (SkippedFile file in train.Skipped.Concat(validation.Skipped))
            {
                Console.WriteLine($"left out: {file.Reason}");
            }

            return train.ClassNames.Count == AntsAndBees.OutputSize
                ? (train, validation)
                : throw new InputException($"--data: the network has {AntsAndBees.OutputSize} classes, but {train.Folder} has {train.ClassNames.Count}: {string.Join(", ", train.ClassNames)}.");
        }
        catch (DirectoryNotFoundException problem)
        {
            throw new InputException($"""
                --data: {problem.Message}
                To get the photographs:
                  curl -O https://download.pytorch.org/tutorial/hymenoptera_data.zip && unzip hymenoptera_data.zip
                and give the folder hymenoptera_data as --data.
                """);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--data: {problem.Message}");
        }
    }
}
