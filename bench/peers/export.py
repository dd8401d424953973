#!/usr/bin/env python3
"""export.py DIR [NETWORK ...]: writes DIR/NETWORK.onnx for the networks that the peers' shared programs do not have, with random weights.
Needs PyTorch (Debian's python3-torch, run with /usr/bin/python3). The layers are those of the zoo and of bench/NetGen.Bench/Models."""
import argparse, os, warnings
import torch, torch.nn as nn
warnings.filterwarnings('ignore')


def conv(i, o, kernel, stride=1, pad=0):
    return [nn.Conv2d(i, o, kernel, stride, pad), nn.ReLU()]


def norm(i, o, kernel, stride=1, pad=0, groups=1, eps=1e-5):
    return nn.Sequential(nn.Conv2d(i, o, kernel, stride, pad, groups=groups, bias=False), nn.BatchNorm2d(o, eps=eps), nn.ReLU())


class Concat(nn.Module):
    """Branches side by side, concatenated by channels."""
    def __init__(self, *branches):
        super().__init__()
        self.branches = nn.ModuleList(branches)

    def forward(self, x):
        return torch.cat([b(x) for b in self.branches], 1)


def alexnet():
    return nn.Sequential(
        *conv(3, 64, 11, 4, 2), nn.MaxPool2d(3, 2), *conv(64, 192, 5, 1, 2), nn.MaxPool2d(3, 2),
        *conv(192, 384, 3, 1, 1), *conv(384, 256, 3, 1, 1), *conv(256, 256, 3, 1, 1), nn.MaxPool2d(3, 2), nn.Flatten(),
        nn.Dropout(), nn.Linear(9216, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, 1000))


def squeezenet():
    def pool(): return nn.MaxPool2d(3, 2, ceil_mode=True)
    def fire(i, s, e): return nn.Sequential(*conv(i, s, 1), Concat(nn.Sequential(*conv(s, e, 1)), nn.Sequential(*conv(s, e, 3, 1, 1))))
    return nn.Sequential(
        *conv(3, 64, 3, 2), pool(), fire(64, 16, 64), fire(128, 16, 64), pool(), fire(128, 32, 128), fire(256, 32, 128), pool(),
        fire(256, 48, 192), fire(384, 48, 192), fire(384, 64, 256), fire(512, 64, 256),
        nn.Dropout(), *conv(512, 1000, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten())


def mobilenet():
    layers, i = [norm(3, 32, 3, 2, 1)], 32
    for o, stride in [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2)] + [(512, 1)] * 5 + [(1024, 2), (1024, 1)]:
        layers += [norm(i, i, 3, stride, 1, groups=i), norm(i, o, 1)]
        i = o
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1024, 1000))


def googlenet():
    def pool(): return nn.MaxPool2d(3, 2, ceil_mode=True)

    def inception(i, b1, r3, b3, r5, b5, p):
        return Concat(nn.Sequential(*conv(i, b1, 1)), nn.Sequential(*conv(i, r3, 1), *conv(r3, b3, 3, 1, 1)),
                      nn.Sequential(*conv(i, r5, 1), *conv(r5, b5, 5, 1, 2)), nn.Sequential(nn.MaxPool2d(3, 1, 1), *conv(i, p, 1)))

    return nn.Sequential(
        *conv(3, 64, 7, 2, 3), pool(), nn.LocalResponseNorm(5), *conv(64, 64, 1), *conv(64, 192, 3, 1, 1), nn.LocalResponseNorm(5), pool(),
        inception(192, 64, 96, 128, 16, 32, 32), inception(256, 128, 128, 192, 32, 96, 64), pool(),
        inception(480, 192, 96, 208, 16, 48, 64), inception(512, 160, 112, 224, 24, 64, 64), inception(512, 128, 128, 256, 24, 64, 64),
        inception(512, 112, 144, 288, 32, 64, 64), inception(528, 256, 160, 320, 32, 128, 128), pool(),
        inception(832, 256, 160, 320, 32, 128, 128), inception(832, 384, 192, 384, 48, 128, 128),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.4), nn.Linear(1024, 1000))


def inception_v3():
    def c(i, o, h, w, stride=1, valid=False): return norm(i, o, (h, w), stride, (0, 0) if valid else (h // 2, w // 2), eps=1e-3)
    def s(*layers): return nn.Sequential(*layers)
    def pool(i, o): return s(nn.AvgPool2d(3, 1, 1), c(i, o, 1, 1))

    def a(i, p):
        return Concat(c(i, 64, 1, 1), s(c(i, 48, 1, 1), c(48, 64, 5, 5)), s(c(i, 64, 1, 1), c(64, 96, 3, 3), c(96, 96, 3, 3)), pool(i, p))

    def b(i):
        return Concat(c(i, 384, 3, 3, 2, True), s(c(i, 64, 1, 1), c(64, 96, 3, 3), c(96, 96, 3, 3, 2, True)), nn.MaxPool2d(3, 2))

    def m(i, f):
        return Concat(c(i, 192, 1, 1), s(c(i, f, 1, 1), c(f, f, 1, 7), c(f, 192, 7, 1)),
                      s(c(i, f, 1, 1), c(f, f, 7, 1), c(f, f, 1, 7), c(f, f, 7, 1), c(f, 192, 1, 7)), pool(i, 192))

    def d(i):
        return Concat(s(c(i, 192, 1, 1), c(192, 320, 3, 3, 2, True)),
                      s(c(i, 192, 1, 1), c(192, 192, 1, 7), c(192, 192, 7, 1), c(192, 192, 3, 3, 2, True)), nn.MaxPool2d(3, 2))

    def e(i):
        return Concat(c(i, 320, 1, 1), s(c(i, 384, 1, 1), Concat(c(384, 384, 1, 3), c(384, 384, 3, 1))),
                      s(c(i, 448, 1, 1), c(448, 384, 3, 3), Concat(c(384, 384, 1, 3), c(384, 384, 3, 1))), pool(i, 192))

    return s(c(3, 32, 3, 3, 2, True), c(32, 32, 3, 3, 1, True), c(32, 64, 3, 3), nn.MaxPool2d(3, 2),
             c(64, 80, 1, 1), c(80, 192, 3, 3, 1, True), nn.MaxPool2d(3, 2), a(192, 32), a(256, 64), a(288, 64), b(288),
             m(768, 128), m(768, 160), m(768, 160), m(768, 192), d(768), e(1280), e(2048),
             nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(), nn.Linear(2048, 1000))


NETWORKS = {'googlenet': (googlenet, 224), 'inception-v3': (inception_v3, 299), 'alexnet': (alexnet, 224), 'squeezenet': (squeezenet, 224), 'mobilenet': (mobilenet, 224)}

if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('folder')
    parser.add_argument('networks', nargs='*')
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    for name in options.networks or NETWORKS:
        make, side = NETWORKS[name]
        torch.manual_seed(0)
        torch.onnx.export(make().eval(), torch.randn(1, 3, side, side), f'{options.folder}/{name}.onnx', opset_version=13,
                          input_names=['x'], output_names=['y'], dynamic_axes={'x': {0: 'N'}, 'y': {0: 'N'}})
