namespace NetGen;

/// <summary>How a layer's weight starts, in the words of <c>torch.nn.init</c>; biases start at 0 whatever this says. "Fan-in" is the number of inputs that one output sums over, "fan-out" the number of outputs that one input reaches.</summary>
public enum Init
{
    /// <summary>As the network asks for: normal by He's rule where a ReLU follows and by Xavier's otherwise; norms at 1.</summary>
    Default,

    /// <summary>All 0: the scale of a residual block's last norm, so that the block begins as an identity (Goyal et al. 2017, section 5.1).</summary>
    Zeros,

    /// <summary>All 1.</summary>
    Ones,

    /// <summary>Normal with the mean <c>InitMean</c> and the standard deviation <c>InitScale</c>: 0.02 in DCGAN (Radford et al. 2015, section 4).</summary>
    Normal,

    /// <summary>Even between <c>InitMean − InitScale</c> and <c>InitMean + InitScale</c>.</summary>
    Uniform,

    /// <summary>Normal with standard deviation <c>InitScale</c> · √(2 / (fan-in + fan-out)): PyTorch's <c>xavier_normal_</c> with the gain <c>InitScale</c> (Glorot and Bengio 2010, equation 12).</summary>
    XavierNormal,

    /// <summary>Even up to ± <c>InitScale</c> · √(6 / (fan-in + fan-out)): <c>xavier_uniform_</c> with that gain (Glorot and Bengio 2010, equation 16).</summary>
    XavierUniform,

    /// <summary>Normal with standard deviation <c>InitScale</c> · √(2 / fan-in): <c>kaiming_normal_(nonlinearity='relu')</c> (He et al. 2015, section 2.2).</summary>
    HeNormal,

    /// <summary>Even up to ± <c>InitScale</c> · √(6 / fan-in): <c>kaiming_uniform_(nonlinearity='relu')</c>.</summary>
    HeUniform,

    /// <summary>
    /// The weight as a matrix of as many rows as its first dimension has rows, or columns, where there are fewer of those, that are orthonormal, times <c>InitScale</c>: <c>orthogonal_</c> with that gain
    /// (Saxe et al. 2013). It takes rows · columns · the smaller of both operations.
    /// </summary>
    Orthogonal,
}
