namespace NetGen.Fuzz;

/// <summary>Tries random cases of one kind until its time is over.</summary>
internal interface IFuzzer
{
    /// <summary>The word that chooses it on the command line.</summary>
    string Name { get; }

    /// <summary>What it tries and what must hold, in a sentence.</summary>
    string Description { get; }

    /// <summary>Runs until the budget is used up. A failed case is reported with the seed that makes it again.</summary>
    /// <param name="budget">The seed, the time and where failures go.</param>
    void Run(FuzzBudget budget);
}
