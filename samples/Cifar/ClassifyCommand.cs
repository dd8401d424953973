using NetGen;
using NetGen.Zoo;

namespace Cifar;

/// <summary>Classifies the test images with weights that were trained in PyTorch.</summary>
internal static class ClassifyCommand
{
    // What the weights were trained with: ImageNet's means and deviations.
    private static readonly float[] s_mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] s_deviation = [0.229f, 0.224f, 0.225f];

    public static int Run(ClassifyOptions options)
    {
        ImageDataset images = CifarFolder.Load(options.Data, s_mean, s_deviation).Test;
        using CifarResNet20 net = Load(options.Weights);
        net.Threads = options.Threads;
        Console.WriteLine($"ResNet-20, {CifarResNet20.ParameterCount} parameters from {options.Weights}; {images.Count} test images");
        Exam exam = Exam.Take(net, images);
        ClassTable.Print(exam, images);
        MistakeSheet.Write(options.Mistakes, exam, images);
        Console.WriteLine($"test accuracy {exam.Accuracy:F4}");
        return 0;
    }

    private static CifarResNet20 Load(string file)
    {
        try
        {
            return CifarResNet20.FromFile(file, PyTorchNames.CifarResNet);
        }
        catch (FileNotFoundException)
        {
            throw new InputException($"""
                --weights: there is no file "{file}".
                It holds the tensors of resnet20-12fca82f.th from https://github.com/akamaster/pytorch_resnet_cifar10, as safetensors and without the prefix "module.".
                """);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--weights: {problem.Message}");
        }
    }
}
