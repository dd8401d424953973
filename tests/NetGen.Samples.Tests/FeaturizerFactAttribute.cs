using NetGen.Tests.Weights;

namespace NetGen.Samples.Tests;

/// <summary>A test that needs the restored package of weights and reference outputs for them, and says so where one is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FeaturizerFactAttribute : FactAttribute
{
    public const string References = "data/onnx/resnet18-featurizer";

    public FeaturizerFactAttribute()
    {
        if (!File.Exists(ModelPath))
        {
            Skip = "Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1 is not restored: dotnet restore samples/TransferWeights";
        }
        else if (SharedDataFactAttribute.Find(References) is null)
        {
            Skip = $"shared/{References} is not beside the repository";
        }
    }

    /// <summary>The file in NuGet's folder of packages.</summary>
    public static string ModelPath { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "microsoft.ml.dnnimagefeaturizer.resnet18", "0.23.1", "tools", "DnnImageModels", "ResNet18Onnx", "ResNet18.onnx");
}
