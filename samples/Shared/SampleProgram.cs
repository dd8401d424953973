using System.CommandLine;
using System.Globalization;
using System.Text;
using NetGen;

namespace Samples;

/// <summary>What every sample does around its work: one spelling of numbers, and a line instead of a stack trace.</summary>
internal static class SampleProgram
{
    private const int BadInput = 2;
    private const int Failed = 1;

    /// <summary>Reads the command line and runs the command it names; answers help and mistakes itself.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(RootCommand root, string[] args)
    {
        // Every number in and out is written the same way, whatever the machine's language.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            ParseResult result = root.Parse(args);
            if (result.Errors.Count > 0)
            {
                throw new InputException(result.Errors[0].Message);
            }

            // Our own exceptions are answered below.
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InputException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("interrupted");
            return Interruption.ExitCode;
        }
        catch (Exception problem) when (problem is TrainingDivergedException or NotFiniteNumberException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return Failed;
        }
    }
}
