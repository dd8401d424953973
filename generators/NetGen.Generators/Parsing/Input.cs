namespace NetGen.Generators.Ops;

internal sealed partial class Input : Op
{
    public override string Name => "Input";

    public override Spec Read(ArgumentReader arguments) => new InputSpec(arguments.Has("features")
        ? Shape.Vector(arguments.Int("features"))
        : Shape.Image(arguments.Int("c"), arguments.Int("h"), arguments.Int("w")));
}
