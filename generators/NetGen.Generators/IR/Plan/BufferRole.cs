namespace NetGen.Generators.IR;

/// <summary>What a buffer holds for its layer. Its name in the generated code follows the layer's label.</summary>
internal enum BufferRole
{
    /// <summary>The layer's value.</summary>
    Value,

    /// <summary>The layer's value, computed again for the way back.</summary>
    ValueAgain,

    /// <summary>The gradient by the layer's value.</summary>
    Gradient,

    /// <summary>The gradient by the value from one of several readers.</summary>
    GradientFrom,

    /// <summary>Packed weights, or a norm's factors a value.</summary>
    Weight,

    /// <summary>Packed weights for the way back.</summary>
    WeightTurned,

    /// <summary>A packed bias, or a norm's summands a value.</summary>
    Bias,

    /// <summary>A norm's factors and summands.</summary>
    Affine,

    /// <summary>Slopes of a leaky ReLU that learns them.</summary>
    Slopes,

    /// <summary>Centres of radial basis functions.</summary>
    Centres,

    /// <summary>The gradient by weights.</summary>
    WeightGradient,

    /// <summary>The gradient by a bias.</summary>
    BiasGradient,

    /// <summary>The gradient by slopes.</summary>
    SlopeGradient,

    /// <summary>The gradient by centres.</summary>
    CentreGradient,

    /// <summary>Counts, means and squared deviations of a batch; or means and deviations of images.</summary>
    Moments,

    /// <summary>Sums of gradient times normalised value.</summary>
    Products,

    /// <summary>Sums of gradients.</summary>
    Sums,

    /// <summary>A norm's statistics of the batch, and what its gradient takes off.</summary>
    Statistics,

    /// <summary>What a norm's gradient takes off.</summary>
    Lines,

    /// <summary>A loss's targets.</summary>
    Targets,

    /// <summary>Squares of a pixel's channels.</summary>
    Squares,

    /// <summary>Rows of a pixel's channels.</summary>
    Rows,

    /// <summary>The input, each channel as often as it has outputs.</summary>
    Repeated,

    /// <summary>The same once more, for the gradients.</summary>
    RepeatedAgain,

    /// <summary>The gradient by the repeated input.</summary>
    RepeatedGradient,

    /// <summary>The input with zeros around it.</summary>
    Padded,

    /// <summary>The same once more, for the gradients.</summary>
    PaddedAgain,

    /// <summary>The gradient by the output with zeros around it.</summary>
    PaddedGradient,

    /// <summary>The inputs of the whole batch, in panels.</summary>
    InputPanels,

    /// <summary>The gradients of the whole batch, in panels.</summary>
    GradientPanels,

    /// <summary>The words of the whole batch.</summary>
    Words,

    /// <summary>The gradients by the rows of the whole batch's words.</summary>
    WordGradients,

    /// <summary>A recurrent layer's gates of each step, and on the way back the gradients by their sums.</summary>
    Gates,

    /// <summary>What the state of the step before adds to the sums of a recurrent layer's gates.</summary>
    FromState,

    /// <summary>The states of a recurrent layer after each step.</summary>
    States,

    /// <summary>An LSTM's cells after each step.</summary>
    Cells,

    /// <summary>The gradient by a state from the step behind it.</summary>
    StateGradient,

    /// <summary>The gradient by what goes from a step to the next beside the product: an LSTM's cells, or the share of a GRU's state that is kept.</summary>
    Carry,
}
