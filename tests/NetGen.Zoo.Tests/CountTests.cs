using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>Exact counts of trainable parameters (a batch norm has two a channel), as published or as PyTorch's torchvision counts them.</summary>
public class CountTests
{
    [Theory]
    [InlineData("DeepConvNet", 123_552)]
    public void Parameters(string name, long parameters) => Zoo.Find(name).Describe().ParameterCount.ShouldBe(parameters);
}
