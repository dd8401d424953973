using NetGen;

namespace Samples;

/// <summary>Loads MNIST, or a set of its form, and says in a line what is wrong with a folder that is not one.</summary>
internal static class MnistFolder
{
    private const int ImageSize = 28 * 28;

    public static (ImageDataset Train, ImageDataset Test) Load(string folder)
    {
        Mnist mnist;
        try
        {
            mnist = Mnist.Load(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--data: {problem.Message}");
        }

        if (mnist.Train.InputSize != ImageSize || mnist.Train.Count == 0 || mnist.Test.Count == 0)
        {
            string shape = string.Join("×", mnist.Train.InputShape);
            throw new InputException($"--data: the network reads 1×28×28 images, but {folder} holds {mnist.Train.Count} and {mnist.Test.Count} of {shape}.");
        }

        return (mnist.Train, mnist.Test);
    }
}
