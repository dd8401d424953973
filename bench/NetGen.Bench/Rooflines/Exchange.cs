using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Rooflines;

/// <summary>What it takes to bring images into the network's order or back, which is no part of a kernel: half of what a model takes that does both.</summary>
internal sealed class Exchange(double seconds)
{
    /// <summary>What tables call it.</summary>
    public const string Name = "exchange, NCHW in and out";

    /// <summary>A model for each shape of image that a probe has.</summary>
    private static readonly Func<Model>[] s_models =
    [
        () => new Pass3x224x224(seed: 1), () => new Pass64x112x112(seed: 1), () => new Pass64x56x56(seed: 1),
        () => new Pass64x55x55(seed: 1), () => new Pass64x28x28(seed: 1), () => new Pass256x14x14(seed: 1),
    ];

    private readonly Dictionary<(string Shape, int Batch, ExchangeWay Way), double> _milliseconds = [];

    /// <summary>The shapes of images that there is a model for.</summary>
    public static IEnumerable<IReadOnlyList<int>> Shapes => s_models.Select(ShapeOf);

    /// <summary>Milliseconds one way, in or out. Feature vectors have no other order.</summary>
    public double OneWay(IReadOnlyList<int> shape, int batch, ExchangeWay way)
    {
        if (shape.Count == 1)
        {
            return 0;
        }

        (string Shape, int Batch, ExchangeWay Way) key = (string.Join('x', shape), batch, way);
        if (!_milliseconds.TryGetValue(key, out double milliseconds))
        {
            using Model model = s_models.First(m => ShapeOf(m).SequenceEqual(shape))();
            using Passes passes = new(model, batch);
            double both = way switch
            {
                ExchangeWay.Prediction => Clock.LeastMilliseconds(passes.Predict, seconds),
                ExchangeWay.Forward => Clock.LeastMilliseconds(passes.Forward, seconds),
                _ => Clock.LeastMilliseconds(passes.AllGradients, seconds) - (2 * OneWay(shape, batch, ExchangeWay.Forward)),
            };
            milliseconds = both / 2;
            _milliseconds.Add(key, milliseconds);
        }

        return milliseconds;
    }

    /// <summary>Both ways of a batch, as fast as measured.</summary>
    public Rate RateOf(IReadOnlyList<int> shape)
    {
        const int Batch = 16;
        const int Ways = 2;

        // Each way reads and writes every value.
        double bytes = Ways * 2.0 * sizeof(float) * Batch * shape.Aggregate(1.0, (a, b) => a * b);
        return new Rate(Name, string.Join('x', shape), Batch, "predict", Ways * OneWay(shape, Batch, ExchangeWay.Prediction), 0, 0, bytes);
    }

    private static IReadOnlyList<int> ShapeOf(Func<Model> create)
    {
        using Model model = create();
        return model.Description.InputShape;
    }
}
