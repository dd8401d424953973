using Autoencode;

return SampleProgram.Run(CommandLine.Make(AutoencodeRun.Go), args);
