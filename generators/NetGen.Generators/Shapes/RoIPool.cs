namespace NetGen.Generators.Shapes;

internal sealed class RoIPool : RoIRule;
