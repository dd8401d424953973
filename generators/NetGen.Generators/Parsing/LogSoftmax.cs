namespace NetGen.Generators.Ops;

internal sealed partial class LogSoftmax : Op
{
    public override string Name => "LogSoftmax";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}
