using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Input : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new InputSpec(
        arguments.Has("steps") ? Shape.Sequence(arguments.Int("steps"), arguments.Int("features"))
        : arguments.Has("features") ? Shape.Vector(arguments.Int("features"))
        : Shape.Image(arguments.Int("c"), arguments.Int("h"), arguments.Int("w")),
        arguments.Bool("Stepwise"));
}
