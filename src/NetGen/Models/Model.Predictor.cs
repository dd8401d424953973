namespace NetGen;

/// <content>What evaluation needs to know; explicit, since generated models have members of these names.</content>
public abstract unsafe partial class Model : IPredictor
{
    string IPredictor.Name => Description.Name;

    IReadOnlyList<int> IPredictor.InputShape => Description.InputShape;

    IReadOnlyList<int> IPredictor.OutputShape => Description.OutputShape;

    /// <inheritdoc/>
    /// <remarks>A loss over classes takes the softmax itself, so that only a model without a loss that ends in <see cref="SoftmaxAttribute"/> gives probabilities.</remarks>
    bool IPredictor.GivesProbabilities =>
        Layout.Classes < 0 && Description.Layers is [.., { Kind: var last }] && (last == "Softmax" || last.StartsWith("Softmax(", StringComparison.Ordinal));
}
