using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>How planes are described.</summary>
internal static class PlaneText
{
    extension(Plane plane)
    {
        /// <summary>The layout for comments: height, width and channels as they follow in memory, then the border and the pitch where there is one.</summary>
        public string Words => (plane.IsVector ? $"{plane.C}" : $"{plane.H}×{plane.W}×{plane.C}")
            + (plane.Gap > 0 ? $", of {plane.Image / plane.Pitch} steps" : plane.Contiguous ? "" : plane.HaloX == plane.HaloY ? $", border {plane.HaloY}" : $", border {plane.HaloY}×{plane.HaloX}")
            + (plane.Pitch == plane.C ? "" : $", {plane.Pitch} floats a pixel");
    }
}
