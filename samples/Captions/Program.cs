using Captions;

return SampleProgram.Run(CommandLine.Make(CaptionsRun.Go), args);
