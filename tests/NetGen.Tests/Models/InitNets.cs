namespace NetGen.Tests.Models;

/// <summary>A layer by each rule of <see cref="Init"/>.</summary>
[Input(64, 4, 4)]
[Conv(64, 3, Pad = 1, Name = "normal", Init = Init.Normal, InitScale = 0.02f)]
[Conv(64, 3, Pad = 1, Name = "moved", Init = Init.Normal, InitScale = 0.25f, InitMean = 1.5f)]
[Conv(64, 3, Pad = 1, Name = "uniform", Init = Init.Uniform, InitScale = 0.3f)]
[ConvTranspose(64, 3, Pad = 1, Name = "uniform2", Init = Init.Uniform, InitScale = 0.5f, InitMean = -1)]
[Conv(64, 3, Pad = 1, Name = "xavier", Init = Init.XavierNormal, InitScale = 2)]
[Conv(64, 3, Pad = 1, Name = "xavieruniform", Init = Init.XavierUniform)]
[Conv(64, 3, Pad = 1, Name = "he", Init = Init.HeNormal)]
[Conv(64, 3, Pad = 1, Name = "heuniform", Init = Init.HeUniform, InitScale = 0.5f)]
[BatchNorm(Name = "zeros", Init = Init.Zeros)]
[DepthwiseConv(3, Pad = 1, Name = "ones", Init = Init.Ones)]
public sealed partial class InitNet;

/// <summary>Orthogonal weights with fewer rows than columns, and with more.</summary>
[Input(50)]
[Dense(30, Name = "wide", Init = Init.Orthogonal)]
[Dense(70, Name = "tall", Init = Init.Orthogonal, InitScale = 2)]
public sealed partial class OrthogonalNet;

/// <summary>A residual block that adds nothing before it is trained.</summary>
[Input(5, 4, 4)] [Tag("x")]
[Conv(5, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
[Conv(5, 3, Pad = 1, Bias = false)] [BatchNorm(Init = Init.Zeros)]
[Add("x")]
public sealed partial class ZeroBlockNet;
