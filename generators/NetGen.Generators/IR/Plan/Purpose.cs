namespace NetGen.Generators.IR;

/// <summary>What a call does for its layer. The words are the emission's.</summary>
internal enum Purpose
{
    /// <summary>It goes on with what the call before it began.</summary>
    Continued,

    /// <summary>The layer's value.</summary>
    Value,

    /// <summary>The steps of a recurrent layer, one after the other.</summary>
    Steps,

    /// <summary>A step of a recurrent layer, from the state before to the one behind.</summary>
    Step,

    /// <summary>What a word adds to a recurrent layer's gates, where that was multiplied beforehand.</summary>
    Words,

    /// <summary>What a recurrent layer is given for the state before its first step.</summary>
    Begin,

    /// <summary>The gradients by the steps of a recurrent layer, the last first.</summary>
    StepsBack,

    /// <summary>Mean and variance of the batch, for the value.</summary>
    BatchStatistics,

    /// <summary>The layer's input with each channel as often as it has outputs.</summary>
    RepeatedInput,

    /// <summary>The layer's input with zeros around it.</summary>
    PaddedInput,

    /// <summary>A loss and the gradient by its input.</summary>
    Loss,

    /// <summary>A loss's targets in the internal layout.</summary>
    Targets,

    /// <summary>The gradient by one of the layer's inputs.</summary>
    InputGradient,

    /// <summary>The gradient by the layer's weights.</summary>
    WeightGradient,

    /// <summary>The gradient by the layer's bias.</summary>
    BiasGradient,

    /// <summary>The gradient by all of the layer's parameters.</summary>
    ParameterGradient,

    /// <summary>The sums that a norm's gradients are made of.</summary>
    GradientSums,

    /// <summary>What is kept of every image for the gradient by the weights.</summary>
    KeptForWeightGradient,

    /// <summary>The gradients of a value that several layers read.</summary>
    GradientsAddUp,

    /// <summary>The gradient of a value that is read only for where others go, which is zero.</summary>
    NoGradient,

    /// <summary>An input of the model in the internal layout.</summary>
    Enter,

    /// <summary>The gradient that a caller brings in the internal layout.</summary>
    EnterGradient,

    /// <summary>The model's output as callers have it.</summary>
    Leave,

    /// <summary>A tagged value as callers have it.</summary>
    LeaveTag,

    /// <summary>A tagged value as callers have it, beside the gradient by it.</summary>
    LeaveTagValue,

    /// <summary>The gradient by a tagged value as callers have it.</summary>
    LeaveTagGradient,

    /// <summary>The gradient by an input as callers have it.</summary>
    LeaveGradient,
}
