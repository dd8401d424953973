using System.Diagnostics;
using NetGen;

namespace Style;

/// <summary>Repaints a picture by a painter that was trained before.</summary>
internal static class PaintCommand
{
    public static int Run(PaintOptions options)
    {
        float[] pixels = Pixels.Of(Pixels.Load("picture", options.Picture, PictureSize.Height, PictureSize.Width));
        using PhotographPainter painter = Load(options.Network);
        painter.Threads = options.Threads;
        float[] painted = new float[PhotographPainter.OutputSize];
        long started = Stopwatch.GetTimestamp();
        painter.Predict(pixels, painted);
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        Pixels.ToPicture(painted, PhotographPainter.Info.OutputShape).SavePng(options.Out);
        Console.WriteLine($"{options.Out}: painted in {time.TotalMilliseconds:F0} ms");
        return 0;
    }

    private static PhotographPainter Load(string file)
    {
        try
        {
            return PhotographPainter.FromFile(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--network: {problem.Message}");
        }
    }
}
