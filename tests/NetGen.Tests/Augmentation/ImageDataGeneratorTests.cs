using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Augmenting;

public sealed class ImageDataGeneratorTests
{
    [Fact]
    public void Nothing_ChangesNothing()
    {
        Augmentation.ImageDataGenerator([1, 4, 5]).After(Images.Sample).ShouldBe(Images.Sample);
    }

    [Fact]
    public void Geometry_IsOneResampling_OfRotationShiftShearAndZoom()
    {
        InputTransform transform = Augmentation.ImageDataGenerator(
            [1, 4, 5], rotationRange: 40, widthShiftRange: 0.3f, heightShiftRange: 0.5f, shearRange: 20, zoomRange: 0.25f, fillMode: FillMode.Reflect);
        for (ulong seed = 0; seed < 50; seed++)
        {
            RandomSource random = new(seed);
            double angle = random.NextUniform(-40, 40);
            double down = 4 * random.NextUniform(-0.5, 0.5);
            double right = 5 * random.NextUniform(-0.3f, 0.3f);
            double shear = random.NextUniform(-20, 20);
            double zoomX = random.NextUniform(0.75, 1.25);
            double zoomY = random.NextUniform(0.75, 1.25);

            // Rotation · shift · shear · zoom of (x, y) from the centre, by hand.
            (double sin, double cos) = Math.SinCos(angle * Math.PI / 180);
            (double slant, double lean) = Math.SinCos(shear * Math.PI / 180);
            (double xx, double xy, double yy) = (zoomX, -slant * zoomY, lean * zoomY);
            AffineMatrix matrix = new(
                cos * xx,
                (cos * xy) - (sin * yy),
                2 + (cos * right) - (sin * down) - (cos * xx * 2) - (((cos * xy) - (sin * yy)) * 1.5),
                sin * xx,
                (sin * xy) + (cos * yy),
                1.5 + (sin * right) + (cos * down) - (sin * xx * 2) - (((sin * xy) + (cos * yy)) * 1.5));

            transform.After(Images.Sample, seed).ShouldBe(PlainLoops.Resampled(Images.Sample, 4, 5, matrix, FillMode.Reflect, 0), 1e-4);
        }
    }

    [Fact]
    public void WidthShift_MovesColumns_AndHeightShiftRows()
    {
        float[] columns = [1, 2, 3, 4, 1, 2, 3, 4];
        float[] rows = [1, 1, 2, 2, 3, 3, 4, 4];

        Augmentation.ImageDataGenerator([1, 2, 4], heightShiftRange: 0.5f).After(columns).ShouldBe(columns);
        Augmentation.ImageDataGenerator([1, 4, 2], widthShiftRange: 0.5f).After(rows).ShouldBe(rows);
        Augmentation.ImageDataGenerator([1, 2, 4], widthShiftRange: 0.5f).After(columns).ShouldNotBe(columns);
        Augmentation.ImageDataGenerator([1, 4, 2], heightShiftRange: 0.5f).After(rows).ShouldNotBe(rows);
    }

    [Fact]
    public void Shifts_AreSpreadEvenlyOverTheirRange()
    {
        // Of a ramp, the value at the centre tells the shift.
        float[] ramp = [.. Enumerable.Range(0, 101).Select(i => (float)i)];
        InputTransform transform = Augmentation.ImageDataGenerator([1, 1, 101], widthShiftRange: 0.2f);

        double[] shifts = [.. Enumerable.Range(0, 4_000).Select(seed => transform.After(ramp, (ulong)seed)[50] - 50.0)];

        shifts.Min().ShouldBeInRange(-20.21, -19.9);
        shifts.Max().ShouldBeInRange(19.9, 20.21);
        shifts.Average().ShouldBe(0, 0.8);
        shifts.Count(s => Math.Abs(s) < 10.1).ShouldBeInRange(1_850, 2_150);
    }

    [Fact]
    public void Flips_HappenToEverySecondImage_EachOnItsOwn()
    {
        InputTransform transform = Augmentation.ImageDataGenerator([1, 2, 2], horizontalFlip: true, verticalFlip: true);

        Dictionary<string, int> counts = Enumerable.Range(0, 4_000)
            .Select(seed => string.Join(',', transform.After([1, 2, 3, 4], (ulong)seed))).GroupBy(order => order).ToDictionary(g => g.Key, g => g.Count());

        counts.Keys.Order().ShouldBe(["1,2,3,4", "2,1,4,3", "3,4,1,2", "4,3,2,1"]);
        counts.Values.ShouldAllBe(count => count > 850 && count < 1_150);
    }

    [Fact]
    public void ChannelShift_AddsOneNumber_WithinTheImagesValues()
    {
        InputTransform transform = Augmentation.ImageDataGenerator([2, 1, 3], channelShiftRange: 1.5f);
        float[] image = [0, 1, 2, 3, 4, 5];
        for (ulong seed = 0; seed < 20; seed++)
        {
            float shift = (float)new RandomSource(seed).NextUniform(-1.5, 1.5);

            transform.After(image, seed).ShouldBe([.. image.Select(v => Math.Clamp(v + shift, 0, 5))]);
        }
    }

    [Fact]
    public void Brightness_MultipliesAndClamps()
    {
        Augmentation.ImageDataGenerator([1, 1, 3], brightnessRange: (1.5f, 1.5f)).After([0, 0.5f, 0.8f]).ShouldBe([0, 0.75f, 1]);
        Augmentation.ImageDataGenerator([1, 1, 3], brightnessRange: (0, 0)).After([0, 0.5f, 0.8f]).ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void Fill_IsAValueAChannel()
    {
        // Draws near the greatest zoom look up to 0.9 pixels beyond the border, the others inside.
        InputTransform transform = Augmentation.ImageDataGenerator([2, 3, 3], zoomRange: 0.9f, fillMode: FillMode.Constant, fill: [7, 8]);
        float[] zeros = new float[18];

        float[][] results = [.. Enumerable.Range(0, 50).Select(seed => transform.After(zeros, (ulong)seed))];

        results.SelectMany(r => r[..9]).Distinct().Order().ShouldBe([0f, 7]);
        results.SelectMany(r => r[9..]).Distinct().Order().ShouldBe([0f, 8]);
    }

    [Fact]
    public void Everything_AllocatesNothing_AndDependsOnTheSeedAlone()
    {
        InputTransform transform = Augmentation.ImageDataGenerator(
            [3, 8, 8], 20, 0.2f, 0.2f, (0.5f, 1), 10, 0.1f, 0.1f, FillMode.Constant, [1, 2, 3], true, true);
        float[] image = [.. Enumerable.Range(0, 192).Select(i => i / 192f)];
        float[] expected = transform.After(image, 5);
        Parallel.For(0, 200, _ => transform.After(image, 5).ShouldBe(expected));

        RandomSource random = new(1);
        transform(image, ref random);
        Allocations.OnThisThread(() => transform(image, ref random), 1_000).ShouldBeLessThan(1_000 * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], rotationRange: -1)).Message.ShouldStartWith("expected degrees from 0 to 360, actual -1");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], widthShiftRange: 1)).ParamName.ShouldBe("widthShiftRange");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], heightShiftRange: float.NaN)).ParamName.ShouldBe("heightShiftRange");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], shearRange: 90)).ParamName.ShouldBe("shearRange");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], zoomRange: 1)).ParamName.ShouldBe("zoomRange");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], channelShiftRange: float.PositiveInfinity)).ParamName.ShouldBe("channelShiftRange");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], brightnessRange: (1, 0.5f))).Message
            .ShouldStartWith("expected two finite numbers of 0 or more, the smaller first, actual (1, 0.5)");
        Should.Throw<ArgumentException>(() => Augmentation.ImageDataGenerator([1, 2, 2], fill: [0])).Message
            .ShouldStartWith("expected no values with FillMode.Nearest, only with FillMode.Constant, actual 1");
        Should.Throw<ArgumentException>(() => Augmentation.ImageDataGenerator([3, 2, 2], fillMode: FillMode.Constant, fill: [0])).Message
            .ShouldStartWith("expected a value for each of 3 channels, actual 1");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ImageDataGenerator([1, 2, 2], fillMode: (FillMode)9)).ParamName.ShouldBe("fillMode");
        Should.Throw<ArgumentException>(() => Augmentation.ImageDataGenerator([1, 2])).ParamName.ShouldBe("shape");
        Should.Throw<ArgumentException>(() => Augmentation.ImageDataGenerator([1, 2, 2]).After(new float[5])).ParamName.ShouldBe("input");
    }
}
