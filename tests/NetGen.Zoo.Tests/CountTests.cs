using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>Exact counts of trainable parameters (a batch norm has two a channel), as published or as PyTorch's torchvision counts them.</summary>
public class CountTests
{
    [Theory]
    [InlineData("DeepConvNet", 123_552)]
    [InlineData("GoogLeNet", 13_378_280)]
    [InlineData("Inception-v2", 11_188_288)]
    [InlineData("Inception-v3", 27_161_264)]
    [InlineData("Inception-v4", 42_679_816)]
    public void Parameters(string name, long parameters) => Zoo.Find(name).Describe().ParameterCount.ShouldBe(parameters);

    /// <summary>Without what trains alone, such as auxiliary classifiers.</summary>
    [Theory]
    [InlineData("GoogLeNet", 6_998_552)]
    [InlineData("Inception-v3", 23_834_568)]
    public void ParametersOfPredictions(string name, long parameters) => Zoo.Find(name).Describe().PredictionParameterCount.ShouldBe(parameters);

    /// <summary>Multiplications of convolutions and dense layers to predict one image, as fvcore counts them for PyTorch's networks.</summary>
    [Theory]
    [InlineData("GoogLeNet", 1_582_671_872)]
    [InlineData("Inception-v2", 1_934_857_216)]
    [InlineData("Inception-v3", 5_713_216_096)]
    [InlineData("Inception-v4", 12_253_974_624)]
    public void MacsOfPredictions(string name, long macs) => Zoo.Find(name).Describe().PredictionMacs.ShouldBe(macs);
}
