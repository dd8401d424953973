using Digits;

return SampleProgram.Run(CommandLine.Make(DigitsRun.Go), args);
