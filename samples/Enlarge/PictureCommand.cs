using NetGen;
using NetGen.Images;

namespace Enlarge;

/// <summary>Enlarges one picture by a network that was trained before.</summary>
internal static class PictureCommand
{
    public static int Run(PictureOptions options)
    {
        try
        {
            using Espcn network = Espcn.FromFile(options.Weights);
            network.Threads = options.Threads;
            Picture small = Picture.Load(options.File);
            Picture large = new Enlarger(network).Enlarge(small);
            large.SavePng(options.Out);
            Console.WriteLine($"{options.Out}: {large}, from {small}");
            return 0;
        }
        catch (FileNotFoundException problem)
        {
            throw new InputException(problem.Message);
        }
    }
}
