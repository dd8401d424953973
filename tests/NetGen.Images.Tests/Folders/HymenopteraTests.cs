using System.Security.Cryptography;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Images.Tests.Folders;

/// <summary>Real photographs: 397 of ants and bees, the data of PyTorch's tutorial on transfer learning.</summary>
public sealed class HymenopteraTests
{
    private const string Data = "data/hymenoptera";

    [SharedDataFact(Data)]
    public void Folders_AreAsPublished()
    {
        ImageFolderOptions options = new() { Shape = [3, 64, 64], Fit = Fit.CenterCrop, Keep = false };
        ImageFolder train = ImageFolder.Load(PathOf("train"), options);
        ImageFolder validation = ImageFolder.Load(PathOf("val"), options with { ClassNames = train.ClassNames });

        train.ClassNames.ShouldBe(["ants", "bees"]);
        Enumerable.Range(0, train.Count).CountBy(train.LabelOf).ShouldBe([new(0, 123), new(1, 121)]);
        Enumerable.Range(0, validation.Count).CountBy(validation.LabelOf).ShouldBe([new(0, 70), new(1, 83)]);
        Path.GetFileName(train.PathOf(0)).ShouldBe("0013035.jpg");
        Path.GetFileName(train.PathOf(243)).ShouldBe("98391118_bdb1e80cce.jpg");
    }

    [SharedDataFact(Data)]
    public void AnyNumberOfThreads_GivesTheSameBits()
    {
        string[] hashes = [.. ((int[])[1, 2, 5]).Select(threads =>
        {
            ImageFolder train = ImageFolder.Load(PathOf("train"), new ImageFolderOptions { Shape = [3, 64, 64], Threads = threads });
            train.Count.ShouldBe(244);
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int i = 0; i < train.Count; i++)
            {
                hash.AppendData(train.PictureOf(i).Bytes);
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        })];

        hashes.Distinct().ShouldHaveSingleItem();
    }

    /// <summary>
    /// Pillow 9.4: <c>Image.open(path).resize((64, 64), BILINEAR)</c> has these means of red, green and blue. JPEG decoders differ by about a level in the mean
    /// without a sign, so that the means may by half a level.
    /// </summary>
    [SharedDataFact(Data)]
    public void Photograph_IsThatOfPillow()
    {
        Picture picture = Picture.Load(PathOf("train/ants/0013035.jpg"));
        byte[] small = picture.Resize(64, 64).Bytes.ToArray();

        picture.ToString().ShouldBe("384×256, RGB");
        double[] means = [.. small.Chunk(64 * 64).Select(plane => plane.Average(b => b))];
        means[0].ShouldBe(87.98877, 0.5);
        means[1].ShouldBe(147.40137, 0.5);
        means[2].ShouldBe(217.57764, 0.5);
    }

    private static string PathOf(string name) => Path.Combine(SharedDataFactAttribute.Find(Data)!, name);
}
