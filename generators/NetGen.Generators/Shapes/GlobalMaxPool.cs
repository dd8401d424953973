namespace NetGen.Generators.Shapes;

internal sealed class GlobalMaxPool : GlobalPool;
