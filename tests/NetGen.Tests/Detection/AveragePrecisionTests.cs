using Shouldly;

namespace NetGen.Tests.Detection;

/// <summary>Figures are those that the challenges' own programs give for the same boxes: <c>COCOeval</c> of cocodataset/cocoapi, and <c>voc_eval.py</c> of rbgirshick/py-faster-rcnn, with and without its added pixel.</summary>
public sealed class AveragePrecisionTests
{
    [Fact]
    public void Coco_AgreesWithItsProgram()
    {
        CocoAveragePrecision metric = new(3);
        foreach ((LabelledBox[] truth, DetectedBox[] detections) in DrawnBoxes.Images)
        {
            metric.Add(detections, truth);
        }

        metric.Images.ShouldBe(8);
        metric.Value.ShouldBe(0.30615092652228093, 1e-12);
        metric.Ap50.ShouldBe(0.6634486836433415, 1e-12);
        metric.Ap75.ShouldBe(0.3458308383186932, 1e-12);
        metric.SmallObjects.ShouldBe(0.17297029702970293, 1e-12);
        metric.MediumObjects.ShouldBe(0.3696052700508146, 1e-12);
        metric.LargeObjects.ShouldBe(0.8584158415841584, 1e-12);
        double[] at50 = [0.5862845921525678, 0.6200830609376727, 0.7839783978397841];
        double[] at75 = [0.2462383895435384, 0.38531353135313534, 0.40594059405940597];
        for (int c = 0; c < 3; c++)
        {
            metric.Of(c).ShouldBe(at50[c], 1e-12);
            metric.Of(c, 0.75).ShouldBe(at75[c], 1e-12);
        }
    }

    [Theory]
    [InlineData(AveragePrecisionForm.Area, false, 0.4411718398560504, 0.5771170006464125, 0.7428571428571429)]
    [InlineData(AveragePrecisionForm.ElevenPoints, false, 0.4477855477855478, 0.5625668449197861, 0.7077922077922076)]
    [InlineData(AveragePrecisionForm.Area, true, 0.720952380952381, 0.5771170006464125, 0.7538461538461538)]
    [InlineData(AveragePrecisionForm.ElevenPoints, true, 0.722857142857143, 0.5625668449197861, 0.7202797202797205)]
    public void Voc_AgreesWithItsProgram(AveragePrecisionForm form, bool inclusive, double first, double second, double third)
    {
        VocAveragePrecision metric = new(3, form: form) { InclusivePixels = inclusive };
        foreach ((LabelledBox[] truth, DetectedBox[] detections) in DrawnBoxes.Images)
        {
            metric.Add(detections, truth);
        }

        metric.Of(0).ShouldBe(first, 1e-12);
        metric.Of(1).ShouldBe(second, 1e-12);
        metric.Of(2).ShouldBe(third, 1e-12);
        metric.Value.ShouldBe((first + second + third) / 3, 1e-12);
    }

    /// <summary>Worked by hand: right, wrong, right of three boxes. Precisions 1, 1/2, 2/3 at recalls 1/3, 1/3, 2/3; made to fall 1, 2/3, 2/3.</summary>
    [Fact]
    public void ACurve_IsAveragedInEachWay()
    {
        LabelledBox[] truth = [.. Enumerable.Range(0, 3).Select(i => new LabelledBox(new BoundingBox(20 * i, 0, (20 * i) + 10, 10), 0))];
        DetectedBox[] detections =
        [
            new(truth[1].Box, 0, 0.5f),
            new(truth[0].Box, 0, 0.9f),
            new(truth[0].Box, 0, 0.7f),
        ];
        VocAveragePrecision area = new(1);
        VocAveragePrecision points = new(1, form: AveragePrecisionForm.ElevenPoints);
        CocoAveragePrecision coco = new(1);
        area.Add(detections, truth);
        points.Add(detections, truth);
        coco.Add(detections, truth);

        area.Value.ShouldBe((1 + (2 / 3.0)) / 3, 1e-15);
        points.Value.ShouldBe(((4 * 1) + (3 * 2 / 3.0)) / 11, 1e-15);
        coco.Ap50.ShouldBe(((34 * 1) + (33 * 2 / 3.0)) / 101, 1e-12);
    }

    [Fact]
    public void WithoutTrueBoxes_ThereIsNoFigure()
    {
        VocAveragePrecision voc = new(2);
        CocoAveragePrecision coco = new(2);
        voc.Value.ShouldBe(0);
        coco.Value.ShouldBe(0);
        DetectedBox[] found = [new(new BoundingBox(0, 0, 5, 5), 1, 0.5f)];
        voc.Add(found, [new LabelledBox(new BoundingBox(0, 0, 5, 5), 0)]);
        coco.Add(found, [new LabelledBox(new BoundingBox(0, 0, 5, 5), 0)]);

        voc.Of(0).ShouldBe(0);
        double.IsNaN(voc.Of(1)).ShouldBeTrue();
        double.IsNaN(coco.Of(1)).ShouldBeTrue();
        voc.Value.ShouldBe(0);
    }

    [Fact]
    public void WhatCannotBe_IsRefused()
    {
        VocAveragePrecision voc = new(2);
        BoundingBox box = new(0, 0, 5, 5);

        Should.Throw<ArgumentException>(() => voc.Add([new(box, 2, 1)], [])).Message.ShouldBe("detection 0: expected a class from 0 to 1, actual 2 (Parameter 'detections')");
        Should.Throw<ArgumentException>(() => voc.Add([], [new(box, 0), new(box, -1)])).Message.ShouldBe("true box 1: expected a class from 0 to 1, actual -1 (Parameter 'truth')");
        Should.Throw<ArgumentException>(() => new CocoAveragePrecision(2).Add([new(box, 0, float.NaN)], [])).Message.ShouldBe("detection 0: expected a number as its score, actual NaN (Parameter 'detections')");
        Should.Throw<ArgumentOutOfRangeException>(() => voc.Of(2));
        Should.Throw<ArgumentOutOfRangeException>(() => new CocoAveragePrecision(1).Of(0, 0)).ParamName.ShouldBe("threshold");
        Should.Throw<ArgumentOutOfRangeException>(() => new VocAveragePrecision(0)).ParamName.ShouldBe("classes");
        Should.Throw<ArgumentOutOfRangeException>(() => new VocAveragePrecision(1, 1)).ParamName.ShouldBe("threshold");
        Should.Throw<ArgumentOutOfRangeException>(() => new VocAveragePrecision(1, form: (AveragePrecisionForm)7)).ParamName.ShouldBe("form");
        voc.Images.ShouldBe(0);
    }
}
