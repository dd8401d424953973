namespace NetGen.Reports;

/// <summary>A tick of an axis.</summary>
/// <param name="Value">Where it is.</param>
/// <param name="Text">What stands beside it.</param>
internal readonly record struct AxisTick(double Value, string Text);
