namespace NetGen.Fuzz.Networks;

/// <summary>Random networks from the declaration to two steps of training.</summary>
internal sealed class NetworkFuzzer : IFuzzer
{
    // A compilation's fixed costs are near those of this many networks.
    private const int Together = 16;

    public string Name => "networks";

    public string Description => "random declarations are refused by NG errors alone or compile cleanly, and then predict and train as plain loops do, with the same bits on any number of threads";

    public void Run(FuzzBudget budget)
    {
        int refused = 0;
        List<NetworkCase> cases = [];
        do
        {
            cases.Clear();
            while (cases.Count < Together && budget.Next(out ulong seed))
            {
                cases.Add(NetworkDraw.Draw(seed));
            }

            Try(cases, budget, ref refused);
        }
        while (cases.Count > 0);
        Console.WriteLine($"  {refused} declarations were refused by the generator; {PlainCheck.Tensors.Compared} tensors compared with plain loops, {PlainCheck.Tensors.Left} too near rounding");
    }

    private static void Try(IReadOnlyList<NetworkCase> cases, FuzzBudget budget, ref int refused)
    {
        if (cases.Count == 0)
        {
            return;
        }

        Compiled compiled = CaseCompiler.Compile(cases);
        if (compiled.Problem is { } problem)
        {
            if (cases.Count == 1)
            {
                Fail(budget, cases[0], problem);
                return;
            }

            // Half of them at a time, down to the one whose fault it is.
            int failures = budget.Failures;
            NetworkCase[] first = [.. cases.Take(cases.Count / 2)];
            Try(first, budget, ref refused);
            Try([.. cases.Skip(first.Length)], budget, ref refused);
            if (budget.Failures == failures)
            {
                budget.Fail(cases[0].Seed, $"{cases.Count} cases from this seed on hold one by one but not together: {problem}");
            }

            return;
        }

        foreach (NetworkCase drawn in cases)
        {
            if (compiled.Errors.Contains(drawn.Path))
            {
                refused++;
                if (drawn.Plain is not null)
                {
                    Fail(budget, drawn, "a good declaration was refused: " + string.Join("; ", compiled.Errors[drawn.Path]));
                }

                continue;
            }

            try
            {
                if (NetworkCheck.Check(drawn, compiled.Assembly!.GetType($"{drawn.Namespace}.Net")!) is { } wrong)
                {
                    Fail(budget, drawn, wrong);
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Fail(budget, drawn, e.ToString());
            }
        }
    }

    private static void Fail(FuzzBudget budget, NetworkCase drawn, string what) => budget.Fail(drawn.Seed, $"{what}\n{drawn.Declaration}");
}
