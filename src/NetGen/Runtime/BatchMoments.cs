namespace NetGen.Runtime;

/// <summary>Count, mean and squared deviations of values that come in parts, each with its own.</summary>
internal struct BatchMoments
{
    public double Count;
    public double Mean;
    public double Squares;

    /// <summary>Takes a part in (Chan, Golub, LeVeque 1979, "Updating formulae and a pairwise algorithm for computing sample variances").</summary>
    public void Add(double count, double mean, double squares)
    {
        if (count > 0)
        {
            double delta = mean - Mean;
            double total = Count + count;
            Mean += delta * count / total;
            Squares += squares + (delta * delta * Count * count / total);
            Count = total;
        }
    }
}
