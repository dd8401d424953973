using Transfer;

return SampleProgram.Run(CommandLine.Make(TransferRun.Run), args);
