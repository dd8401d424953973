using Segmentation;

return SampleProgram.Run(CommandLine.Make(SegmentationRun.Run), args);
