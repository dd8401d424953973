using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Layers without parameters that give images another size or more channels, alone and between convolutions whose borders they must leave alone.</summary>
internal static class ResizingCases
{
    public static IEnumerable<SweepCase> All()
    {
        int[] channels = [1, 3, 15, 16, 17, 33, 70];
        for (int i = 0; i < channels.Length; i++)
        {
            PlainShape input = new(channels[i], 4 + (i % 4), 9 - (i % 3));
            int scale = 1 + (i % 5);
            (int H, int W) size = (1 + (i * 2), 12 - (i * 2) + (i / 6));
            (string Layer, PlainLayer Plain)[] layers =
            [
                ($"Upsample({scale})", PlainResampling.Nearest(scale)),
                ($"Upsample({scale}, Mode = UpsampleMode.Bilinear)", PlainResampling.Bilinear(scale)),
                ($"AdaptiveAvgPool({size.H}, {size.W})", PlainResampling.Adaptive(size.H, size.W)),
                ($"AdaptiveAvgPool({input.Height}, 3)", PlainResampling.Adaptive(input.Height, 3)),
                ($"ZeroPad({i % 4})", PlainResampling.Border(i % 4)),
                ($"Crop({i % 2})", PlainResampling.Border(-(i % 2))),
                ("Crop(1)", PlainResampling.Border(-1)),
                ($"Slice({channels[i] / 3}, {channels[i] - (channels[i] / 2)})", new PlainSlice(0, channels[i] / 3, channels[i] - (channels[i] / 2))),
                ($"Slice({i % 3}, {1 + (i % 2)}, Axis = SliceAxis.Height)", new PlainSlice(1, i % 3, 1 + (i % 2))),
                ($"Slice({i % 4}, {1 + (i % 3)}, Axis = SliceAxis.Width)", new PlainSlice(2, i % 4, 1 + (i % 3))),
                ($"ReflectionPad({i % 4})", PlainResampling.Reflection(i % 4)),
                ($"ReplicationPad({i % 6})", PlainResampling.Replication(i % 6)),
                ("PixelShuffle(1)", new PlainPixelShuffle(1)),
                ("InstanceNorm", new PlainGroupNorm(input.Channels) { Affine = false }),
                ($"PadChannels({i})", new PlainPadChannels(i, i)),
                ($"PadChannels({(i * 7) % 19}, {40 - (i * 5)})", new PlainPadChannels((i * 7) % 19, 40 - (i * 5))),
                ($"Reshape({input.Width}, {input.Channels}, {input.Height})", new PlainReshape(new PlainShape(input.Width, input.Channels, input.Height))),
                ($"Reshape({input.Size}, 1, 1)", new PlainReshape(new PlainShape(input.Size, 1, 1))),
                ("GlobalMaxPool", new PlainPool { Max = true, Kernel = (input.Height, input.Width), Stride = (1, 1) }),
            ];
            int shuffled = 2 + (i % 3);
            PlainShape squares = input with { Channels = channels[i] * shuffled * shuffled };
            yield return new SweepCase(
                $"[Input({squares.Channels}, {squares.Height}, {squares.Width})] [PixelShuffle({shuffled})]", squares, 1 + (i % 3), ("layer", new PlainPixelShuffle(shuffled)));
            yield return new SweepCase(
                $"[Input({input.Channels}, {input.Height}, {input.Width})] [InstanceNorm(Affine = true)]", input, 2, ("instancenorm1", new PlainGroupNorm(input.Channels)));
            foreach ((string layer, PlainLayer plain) in layers)
            {
                yield return new SweepCase($"[Input({input.Channels}, {input.Height}, {input.Width})] [{layer}]", input, 1 + (i % 3), ("layer", plain));
                if (layer != "GlobalMaxPool")
                {
                    yield return new SweepCase(
                        $"[Input(4, {input.Height}, {input.Width})] [Conv({input.Channels}, 3, Pad = 1)] [{layer}] [Conv(6, 3, Pad = 1)]",
                        input with { Channels = 4 },
                        2,
                        ("conv1", new PlainConv { Filters = input.Channels, Kernel = (3, 3), Pad = (1, 1) }),
                        ("layer", plain),
                        ("conv2", new PlainConv { Filters = 6, Kernel = (3, 3), Pad = (1, 1) }));
                }
            }
        }
    }
}
