using System.Globalization;
using System.Text;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.TensorBoard.Tests;

public sealed class EventFileTests : IDisposable
{
    /// <summary>The beginning of a grey PNG file of 3×2 pixels, as far as it is looked into.</summary>
    private static readonly byte[] Png = Convert.FromHexString("89504E470D0A1A0A" + "0000000D" + "49484452" + "00000003" + "00000002" + "0800000000" + "00000000");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Worked out by a Python program of struct.pack and a CRC-32C bit by bit, for a wall time of 1700000000.5.</summary>
    [Fact]
    public void Bytes_AreAsWorkedOut()
    {
        using EventFile file = new(_folder.Root, new FixedClock());
        file.Scalar("loss", 300, 0.25f);
        file.Dispose();

        Convert.ToHexString(File.ReadAllBytes(file.Path)).ShouldBe(
            "1800000000000000A37F4B220900002040FC54D9411A0D627261696E2E4576656E743A322B353110"
            + "1B000000000000001A0D9E130900002040FC54D94110AC022A0D0A0B0A046C6F7373150000803EC5F6859B");
    }

    [Fact]
    public void Name_TellsTimeHostAndProcess_AndEachFileIsANewOne()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            using EventFile first = new(_folder["runs/one"], new FixedClock());
            using EventFile second = new(_folder["runs/one"], new FixedClock());

            string start = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.1700000000.{Environment.MachineName}.{Environment.ProcessId}.");
            Path.GetFileName(first.Path).ShouldStartWith(start);
            Path.GetFileName(second.Path).ShouldStartWith(start);
            second.Path.ShouldNotBe(first.Path);
            Path.GetDirectoryName(first.Path).ShouldBe(_folder["runs/one"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0L, 0f)]
    [InlineData(1L, -0f)]
    [InlineData(long.MaxValue, float.MaxValue)]
    [InlineData(127L, float.NaN)]
    [InlineData(128L, float.NegativeInfinity)]
    public void Scalar_ComesBack_WhileTheFileIsOpen(long step, float value)
    {
        using EventFile file = new(_folder.Root, new FixedClock());
        file.Scalar("größe/a", step, value);

        ReadEvent read = EventReader.Events(file.Path).Single();
        read.WallTime.ShouldBe(1_700_000_000.5);
        read.Step.ShouldBe(step);
        read.Tag.ShouldBe("größe/a");
        BitConverter.SingleToInt32Bits(read.Scalar).ShouldBe(BitConverter.SingleToInt32Bits(value));
    }

    [Fact]
    public void Image_ComesBack()
    {
        using EventFile file = new(_folder.Root);
        file.Image("sample", 5, 3, 2, 1, Png);

        ReadEvent read = EventReader.Events(file.Path).Single();
        read.Step.ShouldBe(5);
        ILookup<int, byte[]> image = EventReader.Fields(read.Value[4].Single());
        BitConverter.ToInt64(image[1].Single()).ShouldBe(2);
        BitConverter.ToInt64(image[2].Single()).ShouldBe(3);
        BitConverter.ToInt64(image[3].Single()).ShouldBe(1);
        image[4].Single().ShouldBe(Png);
    }

    /// <summary>The limits around each value were worked out in Python: v = 1e-12, then v *= 1.1 while under 1e20.</summary>
    [Fact]
    public void Histogram_CountsInTensorFlowsBuckets()
    {
        using EventFile file = new(_folder.Root);
        file.Histogram("weights", 2, [0, 1, 3.5f, -2, 1, 0]).ShouldBe(0);

        ReadEvent read = EventReader.Events(file.Path).Single();
        ILookup<int, byte[]> histogram = EventReader.Fields(read.Value[5].Single());
        double[] figures = [.. Enumerable.Range(1, 5).Select(field => BitConverter.ToDouble(histogram[field].Single()))];
        figures.ShouldBe([-2, 3.5, 6, 3.5, 18.25]);
        EventReader.Doubles(histogram[6].Single()).ShouldBe(
            [-2.1628190051144287, -1.9661990955585713, 0, 1e-12, 0.917246389039776, 1.0089710279437536, 3.48324163592684, 3.8315657995195243]);
        EventReader.Doubles(histogram[7].Single()).ShouldBe([0, 1, 0, 2, 0, 2, 0, 1]);
        read.Value[9].ShouldBeEmpty();
    }

    /// <summary>A limit belongs to the bucket above it; the largest floats are in the last buckets.</summary>
    [Fact]
    public void Histogram_OfTheEnds()
    {
        HistogramSummary ends = new([float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon]);
        ends.Limits.ShouldBe([-double.MaxValue, -9.920775621859783e+19, -1e-12, 0, 1e-12, 9.920775621859783e+19, double.MaxValue]);
        ends.Counts.ShouldBe([0, 1, 0, 1, 1, 0, 1]);
        ends.Sum.ShouldBe(0);
        ends.SumOfSquares.ShouldBe(2 * (double)float.MaxValue * float.MaxValue);
    }

    [Fact]
    public void Histogram_LeavesOutWhatIsNotFinite_AndSaysSo()
    {
        using EventFile file = new(_folder.Root);
        file.Histogram("some", 0, [float.NaN, 2, float.PositiveInfinity, float.NegativeInfinity]).ShouldBe(3);
        file.Histogram("all", 0, [float.NaN]).ShouldBe(1);

        List<ReadEvent> events = EventReader.Events(file.Path);
        ILookup<int, byte[]> some = EventReader.Fields(events[0].Value[5].Single());
        ILookup<int, byte[]> all = EventReader.Fields(events[1].Value[5].Single());
        Enumerable.Range(1, 5).Select(field => BitConverter.ToDouble(some[field].Single())).ShouldBe([2, 2, 1, 2, 4]);
        Enumerable.Range(1, 5).Select(field => BitConverter.ToDouble(all[field].Single())).ShouldBe([0, 0, 0, 0, 0]);
        EventReader.Doubles(all[6].Single()).ShouldBe([double.MaxValue]);
        EventReader.Doubles(all[7].Single()).ShouldBe([0]);
        Description(events[0]).ShouldBe("3 of 4 values are NaN or infinite and left out");
        Description(events[1]).ShouldBe("1 of 1 values are NaN or infinite and left out");

        static string Description(ReadEvent read) => Encoding.UTF8.GetString(EventReader.Fields(read.Value[9].Single())[3].Single());
    }

    [Fact]
    public void BadArguments_AreNamed_AndWriteNothing()
    {
        using EventFile file = new(_folder.Root);
        Should.Throw<ArgumentNullException>(() => file.Scalar(null!, 0, 1)).ParamName.ShouldBe("tag");
        Should.Throw<ArgumentException>(() => file.Scalar("", 0, 1)).ParamName.ShouldBe("tag");
        Should.Throw<ArgumentException>(() => file.Scalar("ab\uD800", 0, 1)).Message.ShouldStartWith("expected whole Unicode characters, actual half a surrogate pair at 2");
        Should.Throw<ArgumentOutOfRangeException>(() => file.Scalar("a", -1, 1)).Message.ShouldStartWith("expected a step of 0 or more, actual -1");
        Should.Throw<ArgumentException>(() => file.Histogram("a", 0, [])).Message.ShouldStartWith("expected one value or more, actual none");
        Should.Throw<ArgumentOutOfRangeException>(() => file.Image("a", 0, 0, 2, 1, Png)).ParamName.ShouldBe("width");
        Should.Throw<ArgumentOutOfRangeException>(() => file.Image("a", 0, 3, 0, 1, Png)).ParamName.ShouldBe("height");
        Should.Throw<ArgumentOutOfRangeException>(() => file.Image("a", 0, 3, 2, 5, Png)).ParamName.ShouldBe("channels");
        Should.Throw<ArgumentException>(() => file.Image("a", 0, 2, 3, 1, Png)).Message.ShouldStartWith("expected a PNG file of 2×3 pixels, actual 3×2");
        Should.Throw<ArgumentException>(() => file.Image("a", 0, 3, 2, 1, Png.AsSpan(0, 32))).Message.ShouldStartWith("expected a PNG file, actual 32 bytes");
        Should.Throw<ArgumentException>(() => file.Image("a", 0, 3, 2, 1, new byte[33])).ParamName.ShouldBe("pngBytes");
        EventReader.Events(file.Path).ShouldBeEmpty();

        file.Dispose();
        file.Dispose();
        Should.Throw<ObjectDisposedException>(() => file.Scalar("a", 0, 1));
        Should.Throw<ObjectDisposedException>(file.Flush);
    }

    [Fact]
    public void AFileInTheFoldersPlace_IsRefused()
    {
        _folder.Write("taken", []);
        Should.Throw<IOException>(() => new EventFile(_folder["taken"])).Message.ShouldContain(_folder["taken"]);
        Should.Throw<ArgumentException>(() => new EventFile("")).ParamName.ShouldBe("folder");
    }
}
