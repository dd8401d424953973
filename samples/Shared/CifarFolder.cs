using NetGen;

namespace Samples;

/// <summary>Loads CIFAR-10, and says how to get it where it is not there.</summary>
internal static class CifarFolder
{
    public static Cifar10 Load(string folder, float[] mean, float[] deviation)
    {
        try
        {
            return Cifar10.Load(folder, mean, deviation);
        }
        catch (FileNotFoundException problem)
        {
            throw new InputException($"""
                --data: {problem.Message}
                To get them, unpack https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz and give its folder cifar-10-batches-bin as --data.
                """);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--data: {problem.Message}");
        }
    }
}
