using NetGen.Generators.IR;
using NetGen.Generators.Rendering;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Rendering;

/// <summary>Every kernel has who writes it, and no two go by one name.</summary>
public sealed class KernelTextsTests
{
    [Fact]
    public void KernelsThatDiffer_HaveNamesThatDiffer()
    {
        Dictionary<string, Kernel> byName = new(StringComparer.Ordinal);
        foreach (ModelPlan plan in Networks.All.Select(Networks.Plan))
        {
            foreach (Kernel kernel in plan.Predict.Kernels.Concat(plan.Train.Kernels))
            {
                byName.TryAdd(kernel.Name, kernel);
                (byName[kernel.Name] == kernel).ShouldBeTrue(kernel.Name);
            }
        }

        byName.Count.ShouldBeGreaterThan(100);
    }

    /// <summary>A name is kept with its record, and a changed copy has its own.</summary>
    [Fact]
    public void AChangedKernel_HasAnotherName()
    {
        SoftmaxKernel kernel = new(Plane.Of(Shape.Vector(5)), Plane.Of(Shape.Vector(5)));
        SoftmaxKernel same = kernel with { };

        kernel.Name.ShouldBe("Softmax_5");
        (kernel with { Y = Plane.Of(Shape.Vector(7)) }).Name.ShouldBe("Softmax_5_7");
        same.ShouldBe(kernel);
        same.GetHashCode().ShouldBe(kernel.GetHashCode());
    }

    /// <summary>A kernel without a line in the list would be found out by the user's build. Some have a text more, for the whole batch.</summary>
    [Fact]
    public void EveryKernel_HasItsText()
    {
        string[] kernels = [.. typeof(Kernel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Kernel)) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal)];
        string[] texts = [.. typeof(Kernel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(KernelText)) && !t.IsAbstract)
            .Select(t => t.GetConstructors().Single().GetParameters().Single().ParameterType.Name).Distinct().Order(StringComparer.Ordinal)];

        texts.ShouldBe(kernels);
    }
}
