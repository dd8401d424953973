using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>Exact counts of trainable parameters (a batch norm has two a channel), as published or as PyTorch's torchvision counts them.</summary>
public class CountTests
{
    [Theory]
    [InlineData("DeepConvNet", 123_552)]
    [InlineData("ResNet-18", 11_689_512)]
    [InlineData("ResNet-34", 21_797_672)]
    [InlineData("ResNet-50", 25_557_032)]
    [InlineData("ResNet-101", 44_549_160)]
    [InlineData("ResNet-152", 60_192_808)]
    [InlineData("ResNet-50 (2015)", 25_557_032)]
    [InlineData("ResNet-101 (2015)", 44_549_160)]
    [InlineData("ResNet-152 (2015)", 60_192_808)]
    [InlineData("CIFAR ResNet-20", 269_722)]
    [InlineData("CIFAR ResNet-32", 464_154)]
    [InlineData("CIFAR ResNet-44", 658_586)]
    [InlineData("CIFAR ResNet-56", 853_018)]
    [InlineData("CIFAR ResNet-110", 1_727_962)]
    [InlineData("CIFAR ResNet-20 (B)", 272_474)]
    [InlineData("CIFAR ResNet-32 (B)", 466_906)]
    [InlineData("CIFAR ResNet-44 (B)", 661_338)]
    [InlineData("CIFAR ResNet-56 (B)", 855_770)]
    [InlineData("CIFAR ResNet-110 (B)", 1_730_714)]
    [InlineData("CIFAR plain-20", 269_722)]
    [InlineData("CIFAR plain-32", 464_154)]
    [InlineData("CIFAR plain-44", 658_586)]
    [InlineData("CIFAR plain-56", 853_018)]
    [InlineData("CIFAR plain-110", 1_727_962)]
    public void Parameters(string name, long parameters) => Zoo.Find(name).Describe().ParameterCount.ShouldBe(parameters);

    /// <summary>Multiplications with addition for one image, in millions, as published or as torchvision's shapes give them.</summary>
    [Theory]
    [InlineData("ResNet-18", 1_814)]
    [InlineData("ResNet-50", 4_089)]
    [InlineData("ResNet-50 (2015)", 3_857)]
    [InlineData("CIFAR ResNet-20", 40)]
    public void Macs(string name, long millions) => (Zoo.Find(name).Describe().Macs / 1_000_000).ShouldBe(millions);
}
