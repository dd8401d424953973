namespace NetGen.Generators.IR;

/// <summary>Packs a batch norm's running statistics, γ and β as the statistics that its kernels read (<see cref="BatchNormRows"/>), which depend on no input.</summary>
internal sealed record PackRunningStatistics(Operand Weight, Operand Bias, Operand Mean, Operand Variance, Operand Packed, int Channels, int Pitch, float Epsilon) : PackRoutine
{
    public override string Method => "BatchNormPacking.RunningStatistics";
}
