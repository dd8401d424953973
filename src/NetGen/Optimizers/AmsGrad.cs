namespace NetGen;

/// <summary><see cref="Adam"/> with <see cref="Adam.AmsGrad"/> on. Reddi, Kale, Kumar 2018, algorithm 2.</summary>
public sealed class AmsGrad : Adam
{
    /// <summary>Starts with a learning rate.</summary>
    /// <param name="learningRate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public AmsGrad(float learningRate = 0.001f)
        : base(learningRate) => base.AmsGrad = true;
}
