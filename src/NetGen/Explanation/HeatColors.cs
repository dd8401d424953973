namespace NetGen;

/// <summary>The colours of heat maps: straight lines between five colours, each brighter than the one before, so that they can be told apart in grey as well.</summary>
internal static class HeatColors
{
    private static readonly (double Red, double Green, double Blue)[] s_colours =
    [
        (38, 16, 80),
        (40, 84, 150),
        (30, 150, 140),
        (140, 204, 70),
        (254, 236, 60),
    ];

    /// <summary>The colour of a value from 0 to 1, each channel from 0 to 255.</summary>
    public static (double Red, double Green, double Blue) Of(double value)
    {
        double at = value * (s_colours.Length - 1);
        int before = Math.Min((int)at, s_colours.Length - 2);
        double share = at - before;
        (double Red, double Green, double Blue) from = s_colours[before];
        (double Red, double Green, double Blue) to = s_colours[before + 1];
        return (from.Red + ((to.Red - from.Red) * share), from.Green + ((to.Green - from.Green) * share), from.Blue + ((to.Blue - from.Blue) * share));
    }
}
