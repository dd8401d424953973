using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// What recurrent layers share. The input's product is one for all steps; then come the steps, each a product of the state for all images of the chunk, and the cell. In training all steps
/// are kept; the way back goes through the cells from the last step to the first, with a product each, and then multiplies the gradients of all steps at once. Before the first step the state is
/// 0, so that step has no product, unless the layer is given one.
/// </summary>
internal abstract partial class RecurrentLowering
{
    private readonly RecurrentSpec _spec;
    private readonly ConvGeometry _fromInput;
    private readonly ConvGeometry _fromState;
    private readonly Dictionary<string, Operand> _turned = new(StringComparer.Ordinal);
    private Operand? _stateWeights;

    protected RecurrentLowering(Lowering lowering, ShapedNode node)
    {
        Lowering = lowering;
        Node = node;
        _spec = node.Spec<RecurrentSpec>();
        Steps = node.Inputs[0].Steps;
        int padded = _spec.Gates * Plane.PitchOf(_spec.Units);
        _fromInput = new ConvGeometry(Window.Point, node.Inputs[0].Features, padded, 1);
        _fromState = new ConvGeometry(Window.Point, _spec.Units, padded, 1);
        GatesOfAll = Plane.Of(Shape.Sequence(Steps, padded));
        StatesOfAll = Plane.Of(Shape.Sequence(Steps, _spec.Units));
    }

    protected Lowering Lowering { get; }

    protected ShapedNode Node { get; }

    protected int Steps { get; }

    /// <summary>The gates of all steps.</summary>
    protected Plane GatesOfAll { get; }

    /// <summary>The gates of a step among all.</summary>
    protected Plane GatesOfStep => GatesOfAll.Steps(1);

    /// <summary>The states of all steps.</summary>
    protected Plane StatesOfAll { get; }

    /// <summary>A state by itself.</summary>
    protected Plane State => Plane.Of(Shape.Vector(_spec.Units));

    /// <summary>The gates of a step by themselves.</summary>
    protected Plane StepAlone => Plane.Of(Shape.Vector(GatesOfAll.C));

    /// <summary>Whether states of all steps are in memory.</summary>
    private bool HasStates => Lowering.Training || _spec.ReturnSequences;

    /// <summary>How a step's state lies.</summary>
    protected Plane StateOfStep => CarriedPlane is { } carried ? carried : HasStates ? StatesOfAll.Steps(1) : State;

    /// <summary>The gates.</summary>
    protected Operand Gates => Lowering.Saved(Node, BufferRole.Gates, GatesOfAll);

    /// <summary>The states, or where one is in memory alone, that: the layer's value where it is all or the last.</summary>
    private Operand States => Lowering.Training && !_spec.ReturnSequences ? Lowering.Saved(Node, BufferRole.States, StatesOfAll) : Lowering.Value(Node.Id);

    /// <summary>The gradient by the state of a step from the one behind it.</summary>
    private Operand StateGradient => Lowering.Saved(Node, BufferRole.StateGradient, State);

    /// <summary>The packed bias of the state's product: all that it gives in the first step.</summary>
    protected Operand StateBias => Lowering.Weights(Node, BufferRole.Bias, GatesOfAll.C, "FromState");

    /// <summary>
    /// Whether what the state adds to the gates' sums is kept of each step in training, because its gradients are others than those by the sums. Otherwise it goes into the cell at
    /// once, and one step's is enough.
    /// </summary>
    protected virtual bool KeepsFromState => false;

    private bool HasFromState => KeepsFromState && Lowering.Training;

    /// <summary>How it lies.</summary>
    protected Plane FromStateOfStep => HasFromState ? GatesOfStep : StepAlone;

    private Operand FromState => Lowering.Saved(Node, BufferRole.FromState, HasFromState ? GatesOfAll : StepAlone);

    /// <summary>What the state before a step adds to its gates' sums, and on the way back the gradient by it where that is another than by the sums.</summary>
    protected Operand FromStateAt(int step, int move) => HasFromState ? At(FromState, GatesOfAll, step, move) : FromState;

    /// <summary>The gradients by what the state added.</summary>
    private Operand FromStateGradient => KeepsFromState ? FromState : Gates;

    /// <summary>Whether this is one step, whose state comes from the one before and goes to the next.</summary>
    private bool IsCarried => Lowering.CarriedState(Node) is not null;

    /// <summary>How a vector of such a state lies; null where the layer goes through all steps.</summary>
    protected Plane? CarriedPlane => IsCarried ? State.Within(Lowering.StateSize) : null;

    /// <summary>A vector of such a state: 0 is what the layer gives.</summary>
    protected Operand? CarriedAt(int vector) => Lowering.CarriedState(Node) is { } state ? Operand.State(state.Value + (vector * State.Pitch)) : null;

    /// <summary>A step's place in something of all steps, and how far it moves from turn to turn.</summary>
    protected Operand At(Operand all, Plane ofAll, int step, int move) => IsCarried ? all : all with { Start = step * ofAll.Pitch, Step = move * ofAll.Pitch };

    /// <summary>The state after a step; the only one where one is in memory alone.</summary>
    protected Operand StateAt(int step, int move) => CarriedAt(0) is { } carried ? carried : HasStates ? At(States, StatesOfAll, step, move) : States;

    /// <summary>Adds the call of a cell.</summary>
    protected abstract void Cell(CallNote note, int step, int move);

    /// <summary>Adds the call of a cell's gradients.</summary>
    protected abstract void CellGradient(CallNote note, int step, int move);

    public void Forward()
    {
        if (!HasBothProducts(Lowering, Node) && (Words is null || BeginsWithStep))
        {
            MultiplyInput();
        }

        if (Words is { } words)
        {
            LookUp(words);
        }

        PackBias("bias_hh_l0", StateBias);
        if (IsCarried)
        {
            ForwardByOne();
            return;
        }

        CallNote note = Node.For(Purpose.Steps);
        if (InitialState is { } state)
        {
            StateProduct(Lowering.Plane(state), note, Lowering.Value(state), 0, 0);
            note = CallNote.Continued;
        }

        Cell(note, 0, 0);
        if (LengthsPlane is not null)
        {
            Lowering.RepeatToLongest(Steps, OwnLengths, down: false, () => Next(1));
            EndOutput();
            return;
        }

        Lowering.Repeat(Steps - 1, Next);
        if (Lowering.Training && !_spec.ReturnSequences)
        {
            Lowering.Call(new CopyKernel(StateOfStep, Lowering.Plane(Node.Id)), CallNote.Continued, At(States, StatesOfAll, Steps - 1, 0), Lowering.Value(Node.Id));
        }

        void Next(int move)
        {
            StateProduct(StateOfStep, CallNote.Continued, StateAt(0, move), 1, move);
            Cell(CallNote.Continued, 1, move);
        }
    }

    /// <summary>The product of the input with its weights, for all steps; where words are looked up, for what sequences begin with.</summary>
    private void MultiplyInput()
    {
        Plane x = Lowering.Plane(Node.Node.Inputs[0]);
        ConvolutionKernel kernel = _fromInput.Kernel(EachStep(x), EachStep(GatesOfAll));
        (Operand weights, Operand bias) = InputWeights(kernel);
        Operand[] operands = [Of(Lowering.Value(Node.Node.Inputs[0]), x), weights, bias, Operand.None, Of(Gates, GatesOfAll), Activation.SlopeOf(null)];
        if (Words is null)
        {
            CallOfSteps(kernel, Node.For(Purpose.Value), operands);
        }
        else
        {
            Lowering.Call(Lowering.AtStart, kernel, Node.For(Purpose.Value), operands);
        }
    }

    /// <summary>The packed weights and bias of the input's product.</summary>
    private (Operand Weights, Operand Bias) InputWeights(ConvolutionKernel product)
    {
        Operand weights = Pack("weight_ih_l0", BufferRole.Weight, product.Walk.Weights, _fromInput.Inputs, "");
        Operand bias = Lowering.Weights(Node, BufferRole.Bias, GatesOfAll.C);
        PackBias("bias_ih_l0", bias);
        return (weights, bias);
    }

    /// <summary>The packed weights of the state's product, of which there may be several in a plan.</summary>
    private Operand StateWeights(ConvolutionKernel product) => _stateWeights ??= Pack("weight_hh_l0", BufferRole.Weight, product.Walk.Weights, _fromState.Inputs, "FromState");

    /// <summary>The product of the state before a step with its weights.</summary>
    private void StateProduct(Plane plane, CallNote note, Operand state, int step, int move)
    {
        ConvolutionKernel product = _fromState.Kernel(plane, FromStateOfStep);
        Lowering.Call(product, note, state, StateWeights(product), StateBias, Operand.None, FromStateAt(step, move), Activation.SlopeOf(null));
    }

    public void Backward()
    {
        int last = Steps - 1;
        if (LengthsPlane is not null)
        {
            BackToLongest();
        }
        else
        {
            CellGradient(Node.For(Purpose.StepsBack), last, 0);
            Lowering.Repeat(last - 1, move =>
            {
                Back(last, -move);
                CellGradient(CallNote.Continued, last - 1, -move);
            });
            if (last > 0)
            {
                Back(1, 0);
                CellGradient(CallNote.Continued, 0, 0);
            }
        }

        Gradients();
        if (Lowering.Target(Node, 0) is { } target)
        {
            TurnedWalk way = _fromInput.Turned(EachStep(GatesOfAll), EachStep(target.Plane)).Single();
            Operand weights = PackTurned("weight_ih_l0", way.Weights, _fromInput.Inputs, "");
            CallOfSteps(way.Kernel, Node.For(Purpose.InputGradient), [Of(Gates, GatesOfAll), weights, Operand.None, Operand.None, Of(target.Operand, target.Plane), Activation.SlopeOf(null)], target);
            ClearPadding(target);
        }

        InitialGradients();
    }

    /// <summary>The gradients by the parameters, from those by the sums of all steps.</summary>
    private void Gradients()
    {
        Plane x = Lowering.Plane(Node.Node.Inputs[0]);
        Operand db = BiasGradient(Gates, "");
        ReduceBias("bias_ih_l0", db);
        ReduceBias("bias_hh_l0", FromStateGradient == Gates ? db : BiasGradient(FromStateGradient, "FromState"));
        Operand dw = Lowering.Shard(Node, BufferRole.WeightGradient, _fromInput.Straight(EachStep(x), EachStep(GatesOfAll)).Weights);
        CallOfSteps(_fromInput.WeightGradientKernel(EachStep(x), EachStep(GatesOfAll)), Node.For(Purpose.WeightGradient), [Of(Lowering.Value(Node.Node.Inputs[0]), x), Of(Gates, GatesOfAll), dw]);
        Lowering.Reduce(new ReduceGates(dw, Lowering.ParameterGradient(Node, "weight_ih_l0"), _spec.Gates, _spec.Units, _fromInput.Inputs));

        // A step's sums saw the state of the step before.
        Operand dv = Lowering.Shard(Node, BufferRole.WeightGradient, (long)_fromState.Inputs * GatesOfAll.C, "FromState");
        if (LengthsPlane is not null)
        {
            ConvolutionWeightGradientKernel kernel = _fromState.WeightGradientKernel(EachStep(StatesOfAll), EachStep(GatesOfAll));
            Lowering.CallForEach(OwnLengths with { Less = 1 }, kernel, CallNote.Continued, Of(StateAt(0, 0), StatesOfAll), Of(At(FromStateGradient, GatesOfAll, 1, 0), GatesOfAll), dv);
        }
        else if (Steps > 1)
        {
            ConvolutionWeightGradientKernel kernel = _fromState.WeightGradientKernel(StatesOfAll.Steps(Steps - 1), GatesOfAll.Steps(Steps - 1));
            Lowering.Call(kernel, CallNote.Continued, StateAt(0, 0), At(FromStateGradient, GatesOfAll, 1, 0), dv);
        }

        if (InitialState is { } state)
        {
            Lowering.Call(_fromState.WeightGradientKernel(Lowering.Plane(state), GatesOfStep), CallNote.Continued, Lowering.Value(state), At(FromStateGradient, GatesOfAll, 0, 0), dv);
        }

        Lowering.Reduce(new ReduceGates(dv, Lowering.ParameterGradient(Node, "weight_hh_l0"), _spec.Gates, _spec.Units, _fromState.Inputs));
    }

    /// <summary>The gradient by the state before a step.</summary>
    private void Back(int step, int move)
    {
        TurnedWalk way = _fromState.Turned(GatesOfStep, State).Single();
        Operand weights = PackTurned("weight_hh_l0", way.Weights, _fromState.Inputs, "FromState");
        Lowering.Call(way.Kernel, CallNote.Continued, At(FromStateGradient, GatesOfAll, step, move), weights, Operand.None, Operand.None, StateGradient, Activation.SlopeOf(null));
    }

    /// <summary>The gradients by the state that a cell of a step reads: the output's, where there is one, and that of the step behind.</summary>
    protected IEnumerable<Operand> StateGradients(int step, int move)
    {
        if (_spec.ReturnSequences)
        {
            yield return At(Lowering.Gradient(Node.Id), Lowering.GradientPlane(Node.Id), step, move);
        }
        else if (step == Steps - 1 || LengthsPlane is not null)
        {
            yield return Lowering.Gradient(Node.Id);
        }

        if (step < Steps - 1)
        {
            yield return StateGradient;
        }
    }

    /// <summary>How the output's gradient lies in a step; null where the step has none.</summary>
    private Plane? OutputGradient(int step) => _spec.ReturnSequences ? Lowering.GradientPlane(Node.Id).Steps(1)
        : step == Steps - 1 || LengthsPlane is not null ? Lowering.GradientPlane(Node.Id)
        : null;

    /// <summary>A cell's gradient kernel as it is in a step.</summary>
    protected RecurrentCellGradientKernel Gradient(RecurrentCellGradientKernel kernel, int step) => kernel with
    {
        Dy = OutputGradient(step),
        IsLast = step == Steps - 1,
        Lengths = LengthsPlane,
        DyAtEnd = LengthsPlane is not null && !_spec.ReturnSequences,
    };

    private Operand Pack(string leaf, BufferRole role, long size, int inputs, string suffix)
    {
        Operand packed = Lowering.Weights(Node, role, size, suffix);
        Lowering.Pack(new PackGates(Lowering.Parameter(Node, leaf), packed, _spec.Gates, _spec.Units, inputs));
        return packed;
    }

    private void PackBias(string leaf, Operand packed) => Lowering.Pack(new PackGateBias(Lowering.Parameter(Node, leaf), packed, _spec.Gates, _spec.Units));

    private Operand PackTurned(string leaf, long size, int inputs, string suffix)
    {
        if (_turned.TryGetValue(leaf, out Operand there))
        {
            return there;
        }

        Operand packed = Lowering.Weights(Node, BufferRole.WeightTurned, size, suffix);
        Lowering.Pack(new PackGatesTurned(Lowering.Parameter(Node, leaf), packed, _spec.Gates, _spec.Units, inputs));
        _turned.Add(leaf, packed);
        return packed;
    }

    private Operand BiasGradient(Operand gradient, string suffix)
    {
        Operand db = Lowering.Shard(Node, BufferRole.BiasGradient, GatesOfAll.C, suffix);
        CallOfSteps(new BiasGradientKernel(EachStep(GatesOfAll)), Node.For(Purpose.BiasGradient), [Of(gradient, GatesOfAll), db]);
        return db;
    }

    private void ReduceBias(string leaf, Operand db) => Lowering.Reduce(new ReduceGateBias(db, Lowering.ParameterGradient(Node, leaf), _spec.Gates, _spec.Units));
}
