using NetGen.Generators.IR;
using Shouldly;
using Xunit;

namespace NetGen.Generators.Tests;

/// <summary>The network that the generator compiles ahead of a process's first models.</summary>
public class WarmUpTests
{
    [Fact]
    public void TheNetwork_Compiles()
    {
        var model = WarmUp.Compile();

        model.Problems.ShouldBeEmpty();
        model.Plan!.Layers.Select(l => l.Name).ShouldContain("warmup1.conv1");
    }
}
