namespace NetGen;

/// <summary>
/// The sum of several terms, each over an output of the same model, as one <see cref="OutputLoss"/>: <c>net.InputGradients(images, sum.Compute, byImage)</c>. Each term's
/// <see cref="LossTerm.Value"/> tells what it came to by itself.
/// </summary>
public sealed class LossSum
{
    private readonly LossTerm[] _terms;

    /// <summary>The sum of terms.</summary>
    /// <param name="terms">The terms; several may be over the same output.</param>
    /// <exception cref="ArgumentNullException">A term is missing.</exception>
    public LossSum(params LossTerm[] terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _terms = [.. terms];
        foreach (LossTerm term in _terms)
        {
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
        }
    }

    /// <summary>The terms, in the order in which they are computed.</summary>
    public IReadOnlyList<LossTerm> Terms => _terms;

    /// <summary>Computes all terms over a batch.</summary>
    /// <param name="outputs">The outputs of the batch.</param>
    /// <param name="gradients">To what is there, each term adds its weight times its gradient.</param>
    /// <returns>The sum of the terms' values times their weights.</returns>
    /// <exception cref="ArgumentNullException">A set is missing.</exception>
    /// <exception cref="ArgumentException">As in <see cref="LossTerm.Compute"/>.</exception>
    public double Compute(OutputSet outputs, OutputSet gradients)
    {
        double sum = 0;
        foreach (LossTerm term in _terms)
        {
            sum += term.Compute(outputs, gradients);
        }

        return sum;
    }
}
