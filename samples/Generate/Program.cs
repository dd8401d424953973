using Generate;

return SampleProgram.Run(CommandLine.Make(GenerateRun.Go), args);
