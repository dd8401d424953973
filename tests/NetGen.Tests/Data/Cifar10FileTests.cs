using Shouldly;

namespace NetGen.Tests.Data;

public sealed class Cifar10FileTests(CifarFiles files) : IClassFixture<CifarFiles>
{
    [CifarFact]
    public void TheRealFiles_AreAsPublished()
    {
        Cifar10 cifar = Cifar10.Load(files.Folder, Cifar10.Mean, Cifar10.Deviation);

        cifar.Train.Count.ShouldBe(50_000);
        cifar.Test.Count.ShouldBe(10_000);
        Enumerable.Range(0, 10).Select(cifar.Train.Label).ShouldBe([6, 9, 9, 4, 1, 1, 2, 7, 8, 3]);
        Enumerable.Range(0, 10).Select(cifar.Test.Label).ShouldBe([3, 8, 8, 0, 6, 6, 1, 6, 3, 1]);
        cifar.Train.Pixels(0)[..5].ToArray().ShouldBe(new byte[] { 59, 43, 50, 68, 98 });
        cifar.Train.Pixels(0)[^5..].ToArray().ShouldBe(new byte[] { 57, 104, 140, 84, 72 });
        cifar.Test.Pixels(0)[..5].ToArray().ShouldBe(new byte[] { 158, 159, 165, 166, 160 });
        Classes(cifar.Train).ShouldBe(Enumerable.Repeat(5_000, 10));
        Classes(cifar.Test).ShouldBe(Enumerable.Repeat(1_000, 10));
    }

    [CifarFact]
    public void MeanAndDeviation_AreThoseOfTheTrainingImages()
    {
        ImageDataset train = Cifar10.Load(files.Folder, Cifar10.Mean, Cifar10.Deviation).Train;
        double[] sums = new double[3];
        double[] squares = new double[3];
        float[] input = new float[3072];
        for (int i = 0; i < train.Count; i++)
        {
            train.CopyInput(i, input);
            for (int j = 0; j < input.Length; j++)
            {
                sums[j / 1024] += input[j];
                squares[j / 1024] += (double)input[j] * input[j];
            }
        }

        sums.Select(s => s / train.Count / 1024).ShouldAllBe(mean => Math.Abs(mean) < 1e-3);
        squares.Select(s => s / train.Count / 1024).ShouldAllBe(square => Math.Abs(square - 1) < 1e-3);
    }

    private static IEnumerable<int> Classes(ImageDataset set) =>
        Enumerable.Range(0, set.Count).CountBy(set.Label).OrderBy(c => c.Key).Select(c => c.Value);
}
