using NetGen.Generators.IR;

namespace NetGen.Generators.Tests.Support;

/// <summary>
/// What is wrong with a plan's operands by the ports of the kernels that are called with them: their number, what they are, and in which order memory is
/// written and read. It follows a plan call by call, as a chunk of images goes through it.
/// </summary>
internal sealed class PlanCheck
{
    private readonly Plan _plan;
    private readonly List<string> _problems = [];

    /// <summary>Buffers that hold what was written to them, with the conditions under which it was.</summary>
    private readonly Dictionary<int, HashSet<Condition>> _held = [];

    private PlanCheck(Plan plan) => _plan = plan;

    /// <summary>All that is wrong, a line each.</summary>
    public static IEnumerable<string> Problems(Plan plan)
    {
        PlanCheck check = new(plan);
        check.Walk();
        return check._problems;
    }

    private void Walk()
    {
        foreach (PackRoutine pack in _plan.Packs)
        {
            HoldOperandsNamed("Packed", pack);
        }

        foreach (Phase phase in _plan.Phases)
        {
            foreach (KernelCall call in phase.Calls)
            {
                Visit(call.Kernel, call.Operands, call.Condition, KernelWork.Chunk, call.StepsOfEach is not null);
                CheckSizes(call);
            }

            foreach (PhaseEndCall call in phase.Ends)
            {
                Visit(call.Kernel, call.Operands, Condition.Always, KernelWork.BatchPart);
            }

            foreach (ShardRoutine routine in phase.Once)
            {
                HoldOperandsNamed("Statistics", routine);
            }
        }

        foreach (BatchCall call in _plan.BatchCalls)
        {
            Visit(call.Kernel, call.Operands, Condition.Always, KernelWork.BatchItem);
        }
    }

    private void Visit(Kernel kernel, IReadOnlyList<Operand> operands, Condition condition, KernelWork work, bool forEach = false)
    {
        if (kernel.Work != work || operands.Count != kernel.Ports.Count)
        {
            _problems.Add($"{kernel}: {operands.Count} operands for {kernel.Ports.Count} ports, {kernel.Work} where {work} is called");
            return;
        }

        List<(Port Port, Operand Operand)> pairs = [.. kernel.Ports.Zip(operands)];
        foreach ((Port port, Operand operand) in pairs)
        {
            if (Complaint(port, operand, work) is { } complaint)
            {
                _problems.Add($"{kernel}, {port.Name}: {complaint}");
            }
            else if (port.Plane is { } plane && kernel is not SizedKernel && operand.Kind == OperandKind.Buffer && _plan.Buffers[operand.Index] is { Region: Region.Slot } buffer
                && (buffer.Origin != plane.Origin || buffer.Size != Aligned(forEach ? operand.SequenceStep : plane.Image, buffer)))
            {
                _problems.Add($"{kernel}, {port.Name}: {buffer.Name} has other sizes");
            }
        }

        // What a kernel reads it may overwrite: it reads first.
        foreach ((Port port, Operand operand) in pairs.Where(p => p.Operand.Kind == OperandKind.Buffer && p.Port.Direction != PortDirection.Write))
        {
            if (_plan.Buffers[operand.Index].Region != Region.Shard && !Holds(operand.Index, condition) && !(port.Name == "weights" && ReadsNoWeights(kernel)))
            {
                _problems.Add($"{kernel}, {port.Name}: {_plan.Buffers[operand.Index].Name} is read but was not written before");
            }
        }

        foreach ((_, Operand operand) in pairs.Where(p => p.Operand.Kind == OperandKind.Buffer && p.Port.Direction == PortDirection.Write))
        {
            Overwrite(operand.Index);
            if (kernel is not ClearBorderKernel)
            {
                Hold(operand.Index, condition);
            }
        }
    }

    /// <summary>What is wrong with an operand by itself; null where nothing is.</summary>
    private string? Complaint(Port port, Operand operand, KernelWork work)
    {
        if (operand.Kind == OperandKind.None)
        {
            return port.MayBeNull ? null : "is null";
        }

        if (!port.IsPointer || operand.Kind is OperandKind.BatchCount or OperandKind.FirstImage or OperandKind.StepCount or OperandKind.StepFirst or OperandKind.Noise or OperandKind.Turn or OperandKind.Round or OperandKind.Slope or OperandKind.LabelWeight or OperandKind.SampleCount)
        {
            return port.Scalar == operand.Kind ? null : $"is given {operand.Kind}";
        }

        (ElementType element, PortDirection[] directions) = operand.Kind switch
        {
            OperandKind.Buffer => (_plan.Buffers[operand.Index].Element, Directions(_plan.Buffers[operand.Index].Region, work)),
            OperandKind.State => (ElementType.Float32, [PortDirection.Read, PortDirection.Write]),
            OperandKind.Labels => (ElementType.Int32, [PortDirection.Read]),
            OperandKind.Totals => (ElementType.ShardTotals, [PortDirection.Update]),
            OperandKind.Parameter or OperandKind.Inputs or OperandKind.ClassWeights or OperandKind.SampleWeights or OperandKind.Targets or OperandKind.OutputGradients => (ElementType.Float32, [PortDirection.Read]),
            OperandKind.ParameterGradient or OperandKind.Outputs or OperandKind.Features or OperandKind.FeatureGradients or OperandKind.InputGradients or OperandKind.Work => (ElementType.Float32, new[] { PortDirection.Write }),
            _ => throw new InvalidOperationException($"What is {operand.Kind}?"),
        };
        return element != port.Element ? $"{operand.Kind} is {element}, not {port.Element}"
            : !directions.Contains(port.Direction) ? $"{operand} is no place to {port.Direction}"
            : null;
    }

    private static PortDirection[] Directions(Region region, KernelWork work) => region switch
    {
        Region.Slot => work switch
        {
            KernelWork.Chunk => [PortDirection.Read, PortDirection.Write, PortDirection.Update],
            KernelWork.BatchPart => [PortDirection.Read],
            _ => [],
        },
        Region.Weights or Region.Statistics => [PortDirection.Read],
        Region.Shard => [PortDirection.Update],
        Region.Kept => [work == KernelWork.Chunk ? PortDirection.Write : PortDirection.Read],
        _ => throw new InvalidOperationException($"What is {region}?"),
    };

    /// <summary>A size that names a port is its buffer's.</summary>
    private void CheckSizes(KernelCall call)
    {
        foreach ((Port port, Operand operand) in call.Kernel.Ports.Zip(call.Operands).Where(p => p.Second.Kind == OperandKind.Buffer && _plan.Buffers[p.Second.Index].Region == Region.Slot))
        {
            if (call.Sizes.Where(s => s.Name == port.Name + "Image").Any(s => Aligned(s.Value, _plan.Buffers[operand.Index]) != _plan.Buffers[operand.Index].Size))
            {
                _problems.Add($"{call.Kernel}, {port.Name}: {_plan.Buffers[operand.Index].Name} has other images");
            }
        }
    }

    private static long Aligned(long image, PlacedBuffer buffer) => ((image * buffer.Images) + 15) / 16 * 16;

    private bool Holds(int buffer, Condition condition) =>
        _held.TryGetValue(buffer, out HashSet<Condition>? written) && (written.Contains(Condition.Always) || written.Contains(condition) || (written.Contains(Condition.WantsTag(0)) && written.Contains(Condition.WantsTag(1))));

    private void Hold(int buffer, Condition condition)
    {
        if (!_held.TryGetValue(buffer, out HashSet<Condition>? written))
        {
            _held.Add(buffer, written = []);
        }

        written.Add(condition);
    }

    /// <summary>Forgets what others held where this buffer lies.</summary>
    private void Overwrite(int buffer)
    {
        PlacedBuffer place = _plan.Buffers[buffer];
        foreach (int other in _held.Keys.Where(o => o != buffer && _plan.Buffers[o] is var held && held.Region == place.Region && held.Start < place.End && place.Start < held.End).ToList())
        {
            _held.Remove(other);
        }
    }

    private void HoldOperandsNamed(string name, Routine routine)
    {
        if (routine.GetType().GetProperty(name)?.GetValue(routine) is Operand operand)
        {
            Hold(operand.Index, Condition.Always);
        }
    }

    /// <summary>A phase of a strided gradient that no tap reaches: it writes zeros, and its weights are a place alone.</summary>
    private static bool ReadsNoWeights(Kernel kernel) => kernel is ConvolutionKernel { Walk.TapsY: 0 };
}
