namespace NetGen.Generators.Planning;

/// <summary>What a plan computes.</summary>
internal enum PlanKind
{
    /// <summary>The output.</summary>
    Prediction,

    /// <summary>The loss and the gradients by parameters and inputs.</summary>
    Training,

    /// <summary>The gradients of outputs by tagged values, of what a prediction computes.</summary>
    Explanation,

    /// <summary>The output of one step of sequences, whose states the caller keeps.</summary>
    Step,
}
