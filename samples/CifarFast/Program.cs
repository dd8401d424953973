using CifarFast;

return SampleProgram.Run(CommandLine.Make(Race.Run), args);
