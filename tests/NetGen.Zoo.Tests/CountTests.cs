using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>Exact counts of trainable parameters (a batch norm has two a channel), as published or as PyTorch's torchvision counts them.</summary>
public class CountTests
{
    [Theory]
    [InlineData("LeNet-5", 60_000)]
    [InlineData("LeNet-5 (modern)", 61_706)]
    [InlineData("AlexNet", 60_965_224)]
    [InlineData("AlexNet (one tower)", 61_100_840)]
    [InlineData("NIN", 966_986)]
    [InlineData("VGG-11", 132_863_336)]
    [InlineData("VGG-11 (LRN)", 132_863_336)]
    [InlineData("VGG-13", 133_047_848)]
    [InlineData("VGG-16 (1×1)", 133_638_952)]
    [InlineData("VGG-16", 138_357_544)]
    [InlineData("VGG-19", 143_667_240)]
    [InlineData("VGG-11 (BN)", 132_868_840)]
    [InlineData("VGG-13 (BN)", 133_053_736)]
    [InlineData("VGG-16 (BN)", 138_365_992)]
    [InlineData("VGG-19 (BN)", 143_678_248)]
    [InlineData("DeepConvNet", 123_552)]
    [InlineData("Ablation: ten convolutions", 3_182_090)]
    [InlineData("Ablation: + batch norm", 3_185_802)]
    [InlineData("Ablation: + residual blocks", 3_185_802)]
    [InlineData("Ablation: + global average pooling", 3_109_002)]
    [InlineData("Ablation: + dropout", 3_109_002)]
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
    [InlineData("CIFAR ResNet-1202", 19_421_274)]
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
    [InlineData("GoogLeNet", 13_378_280)]
    [InlineData("Inception-v2", 11_188_288)]
    [InlineData("Inception-v3", 27_161_264)]
    [InlineData("Inception-v4", 42_679_816)]
    public void Parameters(string name, long parameters) => Zoo.Find(name).Describe().ParameterCount.ShouldBe(parameters);

    /// <summary>Multiplications with addition of the convolutions and dense layers, for one image of the network's own size.</summary>
    [Theory]
    [InlineData("AlexNet", 724_406_816)]
    [InlineData("AlexNet (one tower)", 714_188_480)]
    [InlineData("NIN", 222_486_528)]
    [InlineData("VGG-11", 7_609_090_048)]
    [InlineData("VGG-13", 11_308_466_176)]
    [InlineData("VGG-16", 15_470_264_320)]
    [InlineData("VGG-19", 19_632_062_464)]
    [InlineData("VGG-16 (BN)", 15_470_264_320)]
    [InlineData("Ablation: ten convolutions", 284_966_912)]
    [InlineData("Ablation: + dropout", 284_890_112)]
    public void Macs(string name, long macs) => Zoo.Find(name).Describe().Macs.ShouldBe(macs);

    /// <summary>Multiplications with addition for one image, in millions, as published or as torchvision's shapes give them.</summary>
    [Theory]
    [InlineData("ResNet-18", 1_814)]
    [InlineData("ResNet-50", 4_089)]
    [InlineData("ResNet-50 (2015)", 3_857)]
    [InlineData("CIFAR ResNet-20", 40)]
    public void MacsInMillions(string name, long millions) => (Zoo.Find(name).Describe().Macs / 1_000_000).ShouldBe(millions);

    /// <summary>Without what trains alone, such as auxiliary classifiers.</summary>
    [Theory]
    [InlineData("GoogLeNet", 6_998_552)]
    [InlineData("Inception-v3", 23_834_568)]
    public void ParametersOfPredictions(string name, long parameters) => Zoo.Find(name).Describe().PredictionParameterCount.ShouldBe(parameters);

    /// <summary>Multiplications of convolutions and dense layers to predict one image.</summary>
    [Theory]
    [InlineData("GoogLeNet", 1_582_671_872)]
    [InlineData("Inception-v2", 1_934_857_216)]
    [InlineData("Inception-v3", 5_713_216_096)]
    [InlineData("Inception-v4", 12_253_974_624)]
    public void MacsOfPredictions(string name, long macs) => Zoo.Find(name).Describe().PredictionMacs.ShouldBe(macs);
}
