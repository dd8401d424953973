using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Fuzz;

/// <summary>Trainings that are killed at any moment and begun again.</summary>
internal sealed class ResumeFuzzer : IFuzzer
{
    /// <summary>Kills of a case; after them it is left to end.</summary>
    private const int MostKills = 6;

    /// <summary>About as long as a child takes from its start to its end.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1.5);

    public string Name => "resume";

    public string Description => "trainings in processes of their own, killed at random moments and begun again, come to the bits of one that was left alone, whatever the threads that load";

    public void Run(FuzzBudget budget)
    {
        int kills = 0;
        while (budget.Next(out ulong seed))
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-fuzz-");
            try
            {
                kills += Run(seed, folder.FullName, problem => budget.Fail(seed, problem));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        Console.WriteLine($"  {kills} kills");
    }

    private static int Run(ulong seed, string folder, Action<string> fail)
    {
        RandomSource random = new(seed + 1);
        byte[] expected = MemoryMarshal.AsBytes(new ResumeCase(seed, random.Next(6)).Train(null).AsSpan()).ToArray();
        string checkpoint = Path.Combine(folder, "last.safetensors");
        string bits = Path.Combine(folder, "bits");
        int kills = 0;
        while (!File.Exists(bits))
        {
            using Process child = ResumeChild.Start(new ResumeCase(seed, random.Next(6)), checkpoint, bits);
            Task<string> errors = child.StandardError.ReadToEndAsync();
            bool killed = kills < MostKills && !child.WaitForExit(s_longest * random.NextSingle());
            if (killed)
            {
                child.Kill();
                kills++;
            }

            child.WaitForExit();
            if (!killed && child.ExitCode != 0)
            {
                fail($"after {kills} kills a training ended with {errors.Result}");
                return kills;
            }
        }

        if (!File.ReadAllBytes(bits).AsSpan().SequenceEqual(expected))
        {
            fail($"after {kills} kills the bits were others than those of a training that was left alone");
        }

        return kills;
    }
}
