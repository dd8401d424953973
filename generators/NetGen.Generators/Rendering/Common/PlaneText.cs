using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>How planes are named and described.</summary>
internal static class PlaneText
{
    extension(Plane plane)
    {
        /// <summary>A short name for kernels: channels, height, width, then the border and an unpadded pitch where there is one.</summary>
        public string Key => (plane.IsVector ? $"{plane.C}" : $"{plane.C}x{plane.H}x{plane.W}") + (plane.Contiguous ? "" : $"h{plane.HaloY}{(plane.HaloX == plane.HaloY ? "" : "_" + plane.HaloX)}")
            + (plane.Pitch == Plane.PitchOf(plane.C) ? "" : "d");

        /// <summary>The layout for comments: height, width and channels as they follow in memory, then the border and the pitch where there is one.</summary>
        public string Words => (plane.IsVector ? $"{plane.C}" : $"{plane.H}×{plane.W}×{plane.C}")
            + (plane.Contiguous ? "" : plane.HaloX == plane.HaloY ? $", border {plane.HaloY}" : $", border {plane.HaloY}×{plane.HaloX}")
            + (plane.Pitch == plane.C ? "" : $", {plane.Pitch} floats a pixel");
    }
}
