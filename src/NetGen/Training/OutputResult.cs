namespace NetGen;

/// <summary>What one output of a model, some of whose outputs have targets of their own, came to over an epoch: its loss by itself, before it was multiplied with its <see cref="OutputAttribute.Weight"/>.</summary>
/// <param name="Output">The output's name; <see cref="ModelInfo.OwnOutput"/> for the model's own.</param>
/// <param name="Loss">The mean training loss, each batch's as it was met: of a sample, or of what samples and labels count for.</param>
/// <param name="Accuracy">The share of right answers in training, likewise, 0 to 1; not a number for losses without classes.</param>
/// <param name="Validation">The outcome on the validation set, where there is one.</param>
public sealed record OutputResult(string Output, double Loss, double Accuracy, StepResult? Validation);
