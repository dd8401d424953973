using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Activations that no layer before them can apply, over channel counts.</summary>
internal static class PointwiseCases
{
    public static IEnumerable<SweepCase> All()
    {
        int[] channels = [1, 3, 5, 15, 16, 17, 33, 70];
        foreach (int count in channels)
        {
            foreach ((string name, Func<PlainLayer> make) in new (string, Func<PlainLayer>)[]
            {
                ("ReLU", () => PlainActivation.Leaky(0)),
                ("LeakyReLU(0.3f)", () => PlainActivation.Leaky(0.3f)),
                ("ReLU6", () => new PlainActivation(v => Math.Clamp(v, 0, 6), v => v is > 0 and < 6 ? 1 : 0)),
                ("Sigmoid", PlainActivation.Sigmoid),
                ("Tanh", PlainActivation.Tanh),
                ("Tanh(Scale = 1.7159f, Slope = 0.75f)", () => PlainActivation.Tanh(1.7159f, 0.75)),
                ("Softmax", () => new PlainSoftmax()),
            })
            {
                yield return new SweepCase($"[Input({count}, 3, 5)] [{name}]", new PlainShape(count, 3, 5), 3, (name, make()));
            }

            yield return new SweepCase($"[Input({count})] [Softmax]", new PlainShape(count, 1, 1), 4, ("softmax1", new PlainSoftmax()));
        }
    }
}
