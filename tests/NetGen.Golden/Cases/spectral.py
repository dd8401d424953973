"""Cases of weights that are divided by their spectral norm: one round of the power iteration, the output, the gradients by what is trained, and the output in eval mode before."""
import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils import spectral_norm


def cases(case):
    """Each kind of layer that has such a weight, alone and in a discriminator."""
    def one(name, declaration, shape, module, path="conv1"):
        module = spectral_norm(module)
        case(name, declaration, shape, module, {path: module})

    one("spectral_dense", "[Input(21)] [Dense(18, SpectralNorm = true)]", (3, 21), nn.Linear(21, 18), "dense1")
    one("spectral_dense_of_one", "[Input(5)] [Dense(1, Bias = false, SpectralNorm = true)]", (2, 5), nn.Linear(5, 1, bias=False), "dense1")
    one("spectral_conv", "[Input(5, 6, 7)] [Conv(18, 3, Stride = 2, Pad = 1, SpectralNorm = true)]", (2, 5, 6, 7), nn.Conv2d(5, 18, 3, stride=2, padding=1))
    one("spectral_conv_winograd", "[Input(16, 8, 8)] [Conv(16, 3, Pad = 1, Bias = false, Algorithm = ConvAlgorithm.Winograd4, SpectralNorm = true)]", (2, 16, 8, 8),
        nn.Conv2d(16, 16, 3, padding=1, bias=False))
    one("spectral_conv_groups", "[Input(6, 4, 4)] [Conv(9, 3, Groups = 3, SpectralNorm = true)]", (2, 6, 4, 4), nn.Conv2d(6, 9, 3, groups=3))
    one("spectral_depthwise", "[Input(17, 5, 5)] [DepthwiseConv(3, Pad = 1, SpectralNorm = true)]", (2, 17, 5, 5), nn.Conv2d(17, 17, 3, padding=1, groups=17), "depthwiseconv1")
    one("spectral_transpose", "[Input(7, 3, 4)] [ConvTranspose(5, 4, Stride = 2, Pad = 1, SpectralNorm = true)]", (2, 7, 3, 4), nn.ConvTranspose2d(7, 5, 4, stride=2, padding=1),
        "convtranspose1")
    one("spectral_transpose_groups", "[Input(6, 3, 3)] [ConvTranspose(4, 3, Groups = 2, SpectralNorm = true)]", (2, 6, 3, 3), nn.ConvTranspose2d(6, 4, 3, groups=2), "convtranspose1")

    steps = spectral_norm(nn.Conv1d(5, 17, 3, padding=1))
    case("spectral_conv1d", "[Input(6, 5)] [Conv1D(17, 3, Pad = 1, SpectralNorm = true)]", (2, 6, 5), lambda x: steps(x.transpose(1, 2)).transpose(1, 2), {"conv1d1": steps})

    parts = {"conv1": spectral_norm(nn.Conv2d(3, 16, 4, stride=2, padding=1)), "conv2": spectral_norm(nn.Conv2d(16, 32, 4, stride=2, padding=1)), "dense1": spectral_norm(nn.Linear(128, 1))}
    case("spectral_discriminator",
         "[Input(3, 8, 8)] [Conv(16, 4, Stride = 2, Pad = 1, SpectralNorm = true)] [LeakyReLU(0.1f)] [Conv(32, 4, Stride = 2, Pad = 1, SpectralNorm = true)] [LeakyReLU(0.1f)] [Flatten] "
         "[Dense(1, SpectralNorm = true)] [BinaryCrossEntropy]", (4, 3, 8, 8),
         lambda x: parts["dense1"](functional.leaky_relu(parts["conv2"](functional.leaky_relu(parts["conv1"](x), 0.1)), 0.1).flatten(1)), parts,
         functional.binary_cross_entropy_with_logits, lambda y, generator: torch.rand(y.shape, generator=generator).float().double())
