namespace NetGen;

/// <summary>What Keras's <c>ImageDataGenerator</c> varies and how far; a range of 0 is none.</summary>
internal sealed record ImageDataGeneratorSettings
{
    /// <summary>Degrees.</summary>
    public required double Rotation { get; init; }

    /// <summary>A fraction of the width.</summary>
    public required double WidthShift { get; init; }

    /// <summary>A fraction of the height.</summary>
    public required double HeightShift { get; init; }

    /// <summary>Degrees.</summary>
    public required double Shear { get; init; }

    /// <summary>How far the two scales are from 1.</summary>
    public required double Zoom { get; init; }

    /// <summary>Factors of all values.</summary>
    public required Interval? Brightness { get; init; }

    /// <summary>In the values' own unit.</summary>
    public required double ChannelShift { get; init; }

    public required bool HorizontalFlip { get; init; }

    public required bool VerticalFlip { get; init; }

    /// <summary>Whether anything moves pixels by other than mirroring.</summary>
    public bool IsResampled => Rotation != 0 || WidthShift != 0 || HeightShift != 0 || Shear != 0 || Zoom != 0;
}
