using Play;

return SampleProgram.Run(CommandLine.Make(PlayRun.Go), args);
