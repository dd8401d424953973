namespace NetGen.Tests.Detection;

/// <summary>Eight images of boxes of three classes, and detections near them, by a generator of numbers that a program in any language can repeat.</summary>
internal static class DrawnBoxes
{
    public static IReadOnlyList<(LabelledBox[] Truth, DetectedBox[] Detections)> Images { get; } = Make();

    public static DetectedBox[] AllDetections => [.. Images.SelectMany(i => i.Detections)];

    private static List<(LabelledBox[] Truth, DetectedBox[] Detections)> Make()
    {
        uint state = 1;
        int count = 0;
        List<(LabelledBox[], DetectedBox[])> images = [];
        for (int image = 0; image < 8; image++)
        {
            List<LabelledBox> truth = [];
            List<DetectedBox> detections = [];
            int boxes = 2 + Next(6);
            for (int b = 0; b < boxes; b++)
            {
                int size = 1 + Next(4);
                (int left, int top) = (Next(200), Next(200));
                (int width, int height) = (8 + (Next(40) * size), 8 + (Next(40) * size));
                int label = Next(3);
                bool crowd = Next(8) == 0;
                bool difficult = Next(6) == 0;
                truth.Add(new LabelledBox(BoundingBox.FromSize(left, top, width, height), label) { IsCrowd = crowd, IsDifficult = difficult });
                int near = Next(3) + (Next(4) != 0 ? 1 : 0);
                for (int d = 0; d < near; d++)
                {
                    int[] e = [Next(13) - 6, Next(13) - 6, Next(13) - 6, Next(13) - 6];
                    BoundingBox box = new(left + e[0], top + e[1], left + width + Math.Abs(e[2]), top + height + Math.Abs(e[3]));
                    detections.Add(new DetectedBox(box, Next(5) != 0 ? label : Next(3), Score()));
                }
            }

            int others = Next(3);
            for (int d = 0; d < others; d++)
            {
                (int left, int top) = (Next(220), Next(220));
                float score = Score();
                detections.Add(new DetectedBox(new BoundingBox(left, top, left + 10 + Next(60), top + 10 + Next(60)), Next(3), score));
            }

            images.Add(([.. truth], [.. detections]));
        }

        return images;

        float Score() => ++count * 37 % 127 / 128f;

        int Next(int bound)
        {
            state = ((state * 1103515245) + 12345) & 0x7fffffff;
            return (int)((state >> 16) % (uint)bound);
        }
    }
}
