namespace NetGen.Generators.Shapes;

internal sealed class GlobalAvgPool : GlobalPool;
