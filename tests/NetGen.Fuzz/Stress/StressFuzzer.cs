namespace NetGen.Fuzz;

/// <summary>Threads that do anything to the same models at any time.</summary>
internal sealed class StressFuzzer : IFuzzer
{
    /// <summary>Failures shown of a case; the others mostly follow from the first.</summary>
    private const int Shown = 3;

    public string Name => "stress";

    public string Description => "threads train, predict, save, load, dispose and forget models at the same time: nothing hangs, only what is documented is thrown, and no bit is wrong";

    public void Run(FuzzBudget budget)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-fuzz-");
        long calls = 0;
        long refused = 0;
        long steps = 0;
        try
        {
            while (budget.Next(out ulong seed))
            {
                StressCase next = new(seed, folder.FullName);
                next.Run(pending =>
                {
                    budget.Fail(seed, pending);
                    folder.Delete(recursive: true);
                    Environment.Exit(1);
                });
                calls += next.Failures.Calls;
                refused += next.Failures.Refused;
                steps += next.Trainee.Steps;
                foreach (string failure in next.Failures.Found.Take(Shown))
                {
                    budget.Fail(seed, failure);
                }

                if (Directory.GetFiles(folder.FullName).Length != 2)
                {
                    budget.Fail(seed, $"expected two files, actual {string.Join(", ", Directory.GetFiles(folder.FullName).Select(Path.GetFileName))}");
                    Array.ForEach(Directory.GetFiles(folder.FullName), File.Delete);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
            Console.WriteLine($"  {calls} calls, {refused} of them refused as documented, beside {steps} steps of training");
        }
    }
}
