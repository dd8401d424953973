using Shouldly;

namespace NetGen.Zoo.Tests;

[Input(1, 67, 67)] [AlexNet(classes: 3, width: 12, units: 24)] [SoftmaxCrossEntropy]
internal sealed partial class SmallAlexNet;

[Input(3, 67, 67)] [OneTowerAlexNet(classes: 3, width: 8, units: 24)] [SoftmaxCrossEntropy]
internal sealed partial class SmallTower;

[Input(1, 16, 16)] [Nin(classes: 3, width: 24)] [SoftmaxCrossEntropy]
internal sealed partial class SmallNin;

[Input(3, 32, 32)] [Vgg(16, classes: 3, width: 8, units: 24, LastIs1x1 = true, LocalResponseNorm = true)] [SoftmaxCrossEntropy]
internal sealed partial class SmallVgg;

[Input(2, 36, 44)] [Vgg(19, classes: 3, width: 8, units: 24, BatchNorm = true)] [SoftmaxCrossEntropy]
internal sealed partial class SmallVggWithBatchNorm;

[Input(1, 16, 16)] [AblationNet(classes: 3, width: 8, ResBlocks = true, Dropout = true)] [SoftmaxCrossEntropy]
internal sealed partial class SmallAblationWithoutBatchNorm;

/// <summary>The blocks with widths, classes and images of a user's own: their models learn a batch by heart.</summary>
public class OwnSizesTests
{
    [Fact]
    public void AlexNet_Learns() => Learns(new SmallAlexNet(1), 0.002f);

    [Fact]
    public void OneTowerAlexNet_Learns() => Learns(new SmallTower(1), 0.002f);

    [Fact]
    public void Nin_Learns() => Learns(new SmallNin(1), 0.004f);

    [Fact]
    public void Vgg_Learns() => Learns(new SmallVgg(1), 0.002f);

    [Fact]
    public void VggWithBatchNorm_Learns() => Learns(new SmallVggWithBatchNorm(1), 0.002f);

    [Fact]
    public void AblationNet_TakesEachAdditionWithoutTheOthers() => Learns(new SmallAblationWithoutBatchNorm(1), 0.002f);

    [Fact]
    public void Vgg_HasTheConvolutionsOfItsTable()
    {
        int[] kernels = [.. SmallVgg.Info.Parameters.Where(p => p.Path.Contains("conv") && p.Path.EndsWith("weight")).Select(p => p.Shape[2])];
        kernels.ShouldBe([3, 3, 3, 3, 3, 3, 1, 3, 3, 1, 3, 3, 1]);
        SmallVggWithBatchNorm.Info.Layers.Count(l => l.Name.Contains("conv")).ShouldBe(16);
    }

    private static void Learns(Model model, float rate)
    {
        using (model)
        {
            model.Description.OutputSize.ShouldBe(3);
            // Steps enough that the last bits of a kernel's sums, after which dropout leads training elsewhere, do not decide.
            const int Steps = 300;

            // Four images of noise, each with a brightness of its own so that little has to be learned.
            int size = model.Description.InputSize;
            Random random = new(5);
            float[] inputs = new float[4 * size];
            for (int i = 0; i < inputs.Length; i++)
            {
                inputs[i] = random.NextSingle() * ((i / size) - 1.5f);
            }

            int[] labels = [0, 1, 2, 0];
            double before = model.ComputeGradients(inputs, labels).Loss;
            Adam optimizer = new(rate);
            double last = 0;
            for (int step = 0; step < Steps; step++)
            {
                double loss = model.TrainStep(inputs, labels, optimizer).Loss;
                double.IsFinite(loss).ShouldBeTrue();
                last += step >= Steps - 10 ? loss / 10 : 0;
            }

            last.ShouldBeLessThan(0.7 * before);
        }
    }
}
