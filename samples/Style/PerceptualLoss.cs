using NetGen;

namespace Style;

/// <summary>
/// How far pictures are from a photograph's content and a painting's style, as a frozen network sees them: Gatys, Ecker and Bethge 2016, "Image Style Transfer Using Convolutional Neural Networks", equation 7, with
/// the total variation of Johnson, Alahi and Fei-Fei 2016. Each term is divided by its value for features of 0, so that weights need not be found anew for another network or size.
/// </summary>
internal sealed class PerceptualLoss
{
    private const string Picture = ModelInfo.OwnOutput;

    private readonly Model _features;
    private readonly LossRecipe _recipe;
    private readonly GramLoss[] _style;
    private readonly FeatureLoss _content;
    private readonly TotalVariationLoss _roughness;
    private readonly LossSum _seen;
    private readonly OutputSet _read;
    private float[] _targets = [];

    /// <param name="features">The frozen network, which reads pictures.</param>
    /// <param name="recipe">What is compared.</param>
    /// <param name="style">The painting's Gram matrices, as <see cref="StyleOf"/> makes them.</param>
    public PerceptualLoss(Model features, LossRecipe recipe, IReadOnlyList<float[]> style)
    {
        (_features, _recipe) = (features, recipe);
        _style = [.. recipe.Style.Zip(style, (output, gram) => new GramLoss(output, gram, 1 / (recipe.Style.Count * SumOfSquares(gram))))];
        _content = new FeatureLoss(recipe.Content, default);
        _seen = new LossSum([_content, .. _style]);
        _roughness = new TotalVariationLoss(Picture, recipe.SmoothWeight);
        _read = new OutputSet(features.Description);
    }

    /// <summary>The Gram matrices of a painting, one for each of the recipe's outputs.</summary>
    /// <param name="features">The network, of the painting's size.</param>
    /// <param name="recipe">What is compared.</param>
    /// <param name="painting">The painting, as the network reads it.</param>
    public static IReadOnlyList<float[]> StyleOf(Model features, LossRecipe recipe, ReadOnlySpan<float> painting)
    {
        OutputSet read = new(features.Description);
        features.Predict(painting, read);
        return [.. recipe.Style.Select(output => GramMatrix.Of(read[output], features.Description.Outputs.First(o => o.Name == output).Shape[0]))];
    }

    /// <summary>The figures of the pictures that were computed last.</summary>
    public LossFigures Figures
    {
        get
        {
            double content = _content.Weight * _content.Value / _recipe.ContentWeight;
            double style = _style.Sum(term => term.Weight * term.Value);
            return new LossFigures((_recipe.ContentWeight * content) + style + (_roughness.Weight * _roughness.Value), content, style, _roughness.Value);
        }
    }

    /// <summary>Sets the photographs whose content the pictures should have.</summary>
    public void SetContent(ReadOnlySpan<float> photographs)
    {
        _features.Predict(photographs, _read);
        Span<float> seen = _read[_recipe.Content];
        if (_targets.Length != seen.Length)
        {
            _content.Targets = _targets = new float[seen.Length];
        }

        seen.CopyTo(_targets);
        _content.Weight = _recipe.ContentWeight * seen.Length / SumOfSquares(seen);
    }

    /// <summary>The loss of pictures that a model has made, and its gradient by them.</summary>
    public double Compute(OutputSet made, OutputSet gradients) =>
        _features.InputGradients(made[Picture], _seen.Compute, gradients[Picture]).Loss + _roughness.Compute(made, gradients);

    /// <summary>The figures of what a model makes, without its gradients.</summary>
    /// <param name="maker">The model.</param>
    /// <param name="inputs">What it reads.</param>
    public LossFigures Of(Model maker, ReadOnlySpan<float> inputs)
    {
        OutputSet made = new(maker.Description);
        OutputSet gradients = new(maker.Description);
        maker.Predict(inputs, made);
        gradients.Resize(made.Batch);
        Compute(made, gradients);
        return Figures;
    }

    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += (double)value * value;
        }

        return sum;
    }
}
