using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>Exact counts of trainable parameters (a batch norm has two a channel), as published or as PyTorch's torchvision counts them.</summary>
public class CountTests
{
    [Theory]
    [InlineData("LeNet-5, modern", 61_706)]
    [InlineData("AlexNet", 60_965_224)]
    [InlineData("AlexNet, one tower", 61_100_840)]
    [InlineData("NIN", 966_986)]
    [InlineData("VGG-11", 132_863_336)]
    [InlineData("VGG-11, LRN", 132_863_336)]
    [InlineData("VGG-13", 133_047_848)]
    [InlineData("VGG-16, 1×1", 133_638_952)]
    [InlineData("VGG-16", 138_357_544)]
    [InlineData("VGG-19", 143_667_240)]
    [InlineData("VGG-11, batch norm", 132_868_840)]
    [InlineData("VGG-13, batch norm", 133_053_736)]
    [InlineData("VGG-16, batch norm", 138_365_992)]
    [InlineData("VGG-19, batch norm", 143_678_248)]
    [InlineData("DeepConvNet", 123_552)]
    [InlineData("Ablation: ten convolutions", 3_182_090)]
    [InlineData("Ablation: + batch norm", 3_185_802)]
    [InlineData("Ablation: + residual blocks", 3_185_802)]
    [InlineData("Ablation: + global average pooling", 3_109_002)]
    [InlineData("Ablation: + dropout", 3_109_002)]
    public void Parameters(string name, long parameters) => Zoo.Find(name).Describe().ParameterCount.ShouldBe(parameters);

    /// <summary>Multiplications with addition of the convolutions and dense layers, for one image of the network's own size.</summary>
    [Theory]
    [InlineData("AlexNet", 724_406_816)]
    [InlineData("AlexNet, one tower", 714_188_480)]
    [InlineData("NIN", 222_486_528)]
    [InlineData("VGG-11", 7_609_090_048)]
    [InlineData("VGG-13", 11_308_466_176)]
    [InlineData("VGG-16", 15_470_264_320)]
    [InlineData("VGG-19", 19_632_062_464)]
    [InlineData("VGG-16, batch norm", 15_470_264_320)]
    [InlineData("Ablation: ten convolutions", 284_966_912)]
    [InlineData("Ablation: + dropout", 284_890_112)]
    public void Macs(string name, long macs) => Zoo.Find(name).Describe().Macs.ShouldBe(macs);
}
