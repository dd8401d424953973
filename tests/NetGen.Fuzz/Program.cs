using System.CommandLine;
using NetGen.Fuzz;
using NetGen.Fuzz.Networks;

// dotnet run -c Release --project tests/NetGen.Fuzz -- [NAME …] [--seconds N] [--seed N] [--cases N]
// Runs the named fuzzers, or all, each for as long; closes with `N passed, N failed`, a fuzzer each.
if (args is [ResumeChild.Word, ..])
{
    return ResumeChild.Run(args);
}

IFuzzer[] fuzzers =
[
    new WeightFuzzer(),
    new IdxFuzzer(),
    new NetworkFuzzer(),
    new StressFuzzer(),
    new ResumeFuzzer(),
];
Argument<string[]> names = new("names") { Description = "Fuzzers to run; all of them unless given: " + string.Join(", ", fuzzers.Select(f => f.Name)), Arity = ArgumentArity.ZeroOrMore };
Option<double> seconds = new("--seconds") { Description = "How long each runs.", DefaultValueFactory = _ => 60 };
Option<ulong?> seed = new("--seed") { Description = "The first case's seed; drawn from the clock and printed unless given." };
Option<long> cases = new("--cases") { Description = "The most cases: with --seed and 1, a case that failed again.", DefaultValueFactory = _ => long.MaxValue };
RootCommand command = new("Random cases against what must always hold.") { names, seconds, seed, cases };
command.SetAction(arguments =>
{
    string[] chosen = arguments.GetValue(names) is { Length: > 0 } given ? given : [.. fuzzers.Select(f => f.Name)];
    if (chosen.FirstOrDefault(n => fuzzers.All(f => f.Name != n)) is { } unknown)
    {
        Console.Error.WriteLine($"no fuzzer \"{unknown}\"; there are {string.Join(", ", fuzzers.Select(f => f.Name))}");
        return 2;
    }

    int failed = 0;
    foreach (IFuzzer fuzzer in chosen.Select(n => fuzzers.First(f => f.Name == n)))
    {
        ulong first = arguments.GetValue(seed) ?? (ulong)DateTime.UtcNow.Ticks;
        FuzzBudget budget = new(first, TimeSpan.FromSeconds(arguments.GetValue(seconds)), arguments.GetValue(cases));
        Console.WriteLine($"{fuzzer.Name}, from seed {first}: {fuzzer.Description}");
        try
        {
            fuzzer.Run(budget);
        }
        catch (Exception e)
        {
            budget.Fail(first, $"the fuzzer itself ended by {e}");
        }

        Console.WriteLine(FormattableString.Invariant($"{fuzzer.Name}: {budget.Cases} cases in {budget.Elapsed.TotalSeconds:0.0} s, {budget.Failures} failures"));
        failed += budget.Failures == 0 ? 0 : 1;
    }

    Console.WriteLine($"{chosen.Length - failed} passed, {failed} failed");
    return failed == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();
