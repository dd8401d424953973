namespace NetGen.Zoo.Tests;

/// <summary>What <see cref="LearningTests"/> asks of each network, for those of more than 40 million weights.</summary>
public class LargeLearningTests
{
    public static TheoryData<string> Names => [.. Networks.All.Where(n => n.Describe().ParameterCount > LearningTests.Large).Select(n => n.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_FallsOnARepeatedBatch(string name) => LearningTests.LossFalls(name);
}
