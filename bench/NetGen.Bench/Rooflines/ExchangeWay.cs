namespace NetGen.Bench.Rooflines;

/// <summary>Where images are brought into the network's order and back: a prediction goes through a cache's worth of them at a time, training keeps the whole batch's in memory.</summary>
internal enum ExchangeWay
{
    /// <summary>Images in and out of a prediction.</summary>
    Prediction,

    /// <summary>Images in and out of training's way forward.</summary>
    Forward,

    /// <summary>Gradients in and out of the way back.</summary>
    Backward,
}
