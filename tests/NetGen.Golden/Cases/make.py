#!/usr/bin/env python3
"""Writes the cases of this folder: what PyTorch computes, in float64, for one declared model each.

    make.py            writes NAME.safetensors beside this file for every case below

It needs PyTorch 1.13 or later and NumPy, and torchvision 0.14 or later for the cases of regions. A file holds, in PyTorch's own layouts:
    __metadata__: name, dsl (the attributes as C# source), mode (train)
    input, output; param/PATH and grad/PATH for each parameter; grad_input
    where there are buffers after/PATH, what the step made of them, and eval_output, the output in eval mode before it
    without a loss grad_output, the gradient by the output that the others belong to; with a loss target (int64 classes, or floats) and loss
    of several outputs besides output/NAME, grad_output/NAME, target/NAME and loss/NAME; weights and weights/NAME where samples count differently
"""
import json
import pathlib
import struct

import geometry
import numpy
import outputs
import spectral
import torch
from torch import nn
from torch.nn import functional

FOLDER = pathlib.Path(__file__).parent
DTYPES = {numpy.dtype(numpy.float32): "F32", numpy.dtype(numpy.int64): "I64"}


def save(name, declaration, tensors):
    """Writes a safetensors file: the header's length, the header, and the values one after the other."""
    header = {"__metadata__": {"name": name, "dsl": declaration, "mode": "train"}}
    values = b""
    for key, value in tensors.items():
        array = numpy.ascontiguousarray(value)
        data = array.tobytes()
        header[key] = {"dtype": DTYPES[array.dtype], "shape": list(array.shape), "data_offsets": [len(values), len(values) + len(data)]}
        values += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (FOLDER / f"{name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + values)


def numbers(shape, generator, scale=1.0):
    """Numbers that floats hold exactly."""
    return (scale * torch.randn(shape, generator=generator)).float().double()


def floats(tensor):
    return tensor.detach().numpy().astype(numpy.float32)


def case(name, declaration, shape, forward, modules=None, loss=None, target=None, scale=1.0, inputs=None, prepare=lambda x, generator: x):
    """One case: modules by the paths of their parameters, the network as a function of its input, and a loss of outputs and targets. Several inputs lie one after the other in a sample."""
    generator = torch.Generator().manual_seed(sum(name.encode()) * 7919 + len(name))
    modules = modules or {}
    tensors = {}
    for path, module in modules.items():
        module.double()
        for leaf, parameter in module.named_parameters():
            parameter.data = numbers(parameter.shape, generator, 0.5)
            tensors[f"param/{path}.{leaf}"] = floats(parameter)
        for leaf, buffer in module.named_buffers():
            buffer.data = functional.normalize(numbers(buffer.shape, generator), dim=0).float().double()
            tensors[f"param/{path}.{leaf}"] = floats(buffer)
    x = inputs(generator) if inputs else numbers(shape, generator, scale)
    x = prepare(x, generator).requires_grad_(True)
    if any(True for module in modules.values() for _ in module.buffers()):
        for module in modules.values():
            module.eval()
        tensors["eval_output"] = floats(forward(x))
        for module in modules.values():
            module.train()
    y = forward(x)
    tensors["input"] = floats(x)
    tensors["output"] = floats(y)
    if loss is None:
        gradient = numbers(y.shape, generator)
        tensors["grad_output"] = floats(gradient)
        (y * gradient).sum().backward()
    else:
        wanted = target(y, generator)
        value = loss(y, wanted)
        value.backward()
        tensors["target"] = wanted.numpy().astype(numpy.int64 if wanted.dtype == torch.int64 else numpy.float32)
        tensors["loss"] = numpy.array([value.item()], numpy.float32)
    tensors["grad_input"] = floats(torch.zeros_like(x) if x.grad is None else x.grad)
    for path, module in modules.items():
        for leaf, parameter in module.named_parameters():
            tensors[f"grad/{path}.{leaf}"] = floats(parameter.grad)
        for leaf, buffer in module.named_buffers():
            tensors[f"after/{path}.{leaf}"] = floats(buffer)
    save(name, declaration, tensors)
    print(f"{name:36} {declaration}")


def labels(ignored=None):
    """A label for each prediction, every fifth of them the ignored one."""
    def draw(y, generator):
        shape = (y.shape[0],) + tuple(y.shape[2:])
        drawn = torch.randint(0, y.shape[1], shape, generator=generator)
        if ignored is not None:
            flat = drawn.view(-1)
            flat[::5] = ignored
        return drawn
    return draw


def words(batch, steps, count, before=0):
    """Numbers of words behind other values of a sample."""
    def draw(generator):
        drawn = torch.randint(0, count, (batch, steps), generator=generator).double()
        return torch.cat([numbers((batch, before), generator), drawn], 1)
    return draw


def of_steps(loss):
    """A loss of each step, whose classes PyTorch has second."""
    return lambda y, t: loss(y.transpose(1, 2), t)


def step_labels(ignored=None):
    """A label for each step, every fifth of them the ignored one."""
    return lambda y, generator: labels(ignored)(y.transpose(1, 2), generator)


def shares(y, generator):
    return torch.softmax(numbers(y.shape, generator), 1).float().double()


def regions(y, generator):
    return (torch.rand(y.shape, generator=generator) > 0.6).double()


def dice(probabilities, smooth):
    """1 − the mean over images and channels of (2·Σ p·t + smooth) / (Σ p² + Σ t² + smooth), written with PyTorch's functions."""
    def loss(y, target):
        p = probabilities(y)
        t = functional.one_hot(target, y.shape[1]).permute(0, 3, 1, 2).double() if target.dtype == torch.int64 else target
        overlap = (2 * (p * t).sum((2, 3)) + smooth) / ((p * p).sum((2, 3)) + (t * t).sum((2, 3)) + smooth)
        return 1 - overlap.mean()
    return loss


def of_regions(batch, image, boxes, extent, pool):
    """The input's shape, what draws boxes of a picture of some extent into it (some small, some beyond the border, one empty), and the regions as a sequence."""
    size = image[0] * image[1] * image[2]

    def prepare(x, generator):
        corner = extent * (1.2 * torch.rand((batch, boxes, 2), generator=generator) - 0.1)
        sides = extent * torch.rand((batch, boxes, 2), generator=generator) ** 2
        sides[:, 0] = 0
        x[:, size:] = torch.cat((corner, corner + sides), 2).view(batch, -1).float().double()
        return x

    def forward(x):
        corners = x[:, size:].reshape(batch * boxes, 4)
        images = torch.arange(batch, dtype=torch.float64).repeat_interleave(boxes).view(-1, 1)
        return pool(x[:, :size].reshape(batch, *image), torch.cat((images, corners), 1)).flatten(1).view(batch, boxes, -1)
    return {"shape": (batch, size + 4 * boxes), "prepare": prepare, "forward": forward}


def region_cases():
    from torchvision import ops
    case("roi_align", "[Input(5, 6, 7)] [Input(4, 4, Name = \"boxes\")] [RoIAlign(3, 2, \"boxes\")]",
         **of_regions(2, (5, 6, 7), 4, 7, lambda x, b: ops.roi_align(x, b, (3, 2), 1.0, 2, False)))
    case("roi_align_aligned", "[Input(18, 5, 9)] [Input(3, 4, Name = \"boxes\")] [RoIAlign(2, 4, \"boxes\", SpatialScale = 0.25f, SamplingRatio = 3, Aligned = true)]",
         **of_regions(3, (18, 5, 9), 3, 36, lambda x, b: ops.roi_align(x, b, (2, 4), 0.25, 3, True)))
    case("roi_align_one_sample", "[Input(17, 1, 1)] [Input(2, 4, Name = \"boxes\")] [RoIAlign(1, 1, \"boxes\", SamplingRatio = 1)]",
         **of_regions(2, (17, 1, 1), 2, 1, lambda x, b: ops.roi_align(x, b, (1, 1), 1.0, 1, False)))
    case("roi_pool", "[Input(5, 6, 7)] [Input(4, 4, Name = \"boxes\")] [RoIPool(3, 2, \"boxes\")]",
         **of_regions(2, (5, 6, 7), 4, 7, lambda x, b: ops.roi_pool(x, b, (3, 2), 1.0)))
    case("roi_pool_scaled", "[Input(18, 9, 5)] [Input(6, 4, Name = \"boxes\")] [RoIPool(7, 7, \"boxes\", SpatialScale = 0.125f)]",
         **of_regions(2, (18, 9, 5), 6, 64, lambda x, b: ops.roi_pool(x, b, (7, 7), 0.125)))
    conv, dense = nn.Conv2d(3, 6, 3, padding=1), nn.Linear(24, 3)
    parts = of_regions(2, (3, 8, 8), 5, 8, lambda x, b: dense(ops.roi_align(torch.tanh(conv(x)), b, (2, 2), 1.0, 2, True).flatten(1)))
    inner = parts.pop("forward")
    case("roi_align_in_a_detector",
         "[Input(3, 8, 8)] [Input(5, 4, Name = \"boxes\")] [Conv(6, 3, Pad = 1)] [Tanh] [RoIAlign(2, 2, \"boxes\", Aligned = true)] [Dense(3)] [SoftmaxCrossEntropy(IgnoreIndex = -1)]",
         forward=inner, modules={"conv1": conv, "dense1": dense}, loss=lambda y, t: functional.cross_entropy(y.transpose(1, 2), t, ignore_index=-1),
         target=lambda y, g: labels(-1)(y.transpose(1, 2), g), **parts)


def main():
    region_cases()
    case("act_relu6", "[Input(19, 5, 5)] [ReLU6]", (3, 19, 5, 5), nn.ReLU6(), scale=5.0)
    case("pixel_shuffle_2", "[Input(20, 3, 4)] [PixelShuffle(2)]", (2, 20, 3, 4), nn.PixelShuffle(2))
    case("pixel_shuffle_3", "[Input(27, 2, 3)] [PixelShuffle(3)]", (2, 27, 2, 3), nn.PixelShuffle(3))
    conv = nn.Conv2d(3, 12, 3, padding=1)
    case("pixel_shuffle_of_convolution", "[Input(3, 5, 4)] [Conv(12, 3, Pad = 1)] [PixelShuffle(2)] [ReLU6]", (2, 3, 5, 4),
         lambda x: functional.relu6(functional.pixel_shuffle(conv(x), 2)), {"conv1": conv})
    case("instancenorm", "[Input(19, 5, 4)] [InstanceNorm]", (3, 19, 5, 4), nn.InstanceNorm2d(19))
    norm = nn.InstanceNorm2d(18, eps=1e-3, affine=True)
    case("instancenorm_affine", "[Input(18, 4, 5)] [InstanceNorm(Affine = true, Epsilon = 0.001f)]", (3, 18, 4, 5), norm, {"instancenorm1": norm})

    case("pad_reflection", "[Input(5, 4, 5)] [ReflectionPad(3)]", (2, 5, 4, 5), nn.ReflectionPad2d(3))
    case("pad_replication", "[Input(18, 3, 2)] [ReplicationPad(4)]", (2, 18, 3, 2), nn.ReplicationPad2d(4))

    def unpooled(kernel, stride, pad=0):
        def forward(x):
            y, places = functional.max_pool2d(x, kernel, stride, pad, return_indices=True)
            return functional.max_unpool2d(torch.tanh(y), places, kernel, stride, pad, output_size=x.shape)
        return forward
    case("max_unpool_2", "[Input(18, 6, 4)] [MaxPool(2)] [Tag(\"p\")] [Tanh] [MaxUnpool(\"p\")]", (2, 18, 6, 4), unpooled(2, 2))
    case("max_unpool_gaps", "[Input(5, 7, 8)] [MaxPool(2, Stride = 3)] [Tag(\"p\")] [Tanh] [MaxUnpool(\"p\")]", (2, 5, 7, 8), unpooled(2, 3))
    case("max_unpool_padded", "[Input(5, 7, 8)] [MaxPool(3, Pad = 1)] [Tag(\"p\")] [Tanh] [MaxUnpool(\"p\")]", (2, 5, 7, 8), unpooled(3, 3, 1))
    parts = {"conv1": nn.Conv2d(3, 5, 3, padding=1), "conv2": nn.Conv2d(5, 5, 3, padding=1), "conv3": nn.Conv2d(5, 4, 3, padding=1)}

    def segnet(x):
        y, first = functional.max_pool2d(torch.tanh(parts["conv1"](x)), 2, 2, return_indices=True)
        y, second = functional.max_pool2d(torch.tanh(parts["conv2"](y)), 2, 2, return_indices=True)
        y = functional.max_unpool2d(y, second, 2, 2)
        return parts["conv3"](functional.max_unpool2d(y, first, 2, 2))
    weights = torch.tensor([1.0, 0.5, 2.0, 3.25], dtype=torch.float64)
    case("segnet_in_small",
         "[Input(3, 8, 8)] [Conv(5, 3, Pad = 1)] [Tanh] [MaxPool(2)] [Tag(\"a\")] [Conv(5, 3, Pad = 1)] [Tanh] [MaxPool(2)] [Tag(\"b\")] [MaxUnpool(\"b\")] [MaxUnpool(\"a\")] "
         "[Conv(4, 3, Pad = 1)] [SoftmaxCrossEntropy(IgnoreIndex = 255, ClassWeights = \"1, 0.5, 2, 3.25\")]",
         (2, 3, 8, 8), segnet, parts, lambda y, t: functional.cross_entropy(y, t, weight=weights, ignore_index=255), labels(255))

    for beta in (1.0, 0.25, 0.0):
        text = "SmoothL1" if beta == 1 else f"SmoothL1(Beta = {beta:g}f)"
        case(f"loss_smooth_l1_beta_{beta:g}".replace(".", "p"), f"[Input(5, 2, 3)] [Dropout(0)] [{text}]", (3, 5, 2, 3), lambda x: x,
             loss=lambda y, t, beta=beta: functional.smooth_l1_loss(y, t, beta=beta), target=lambda y, g: numbers(y.shape, g))

    few = torch.tensor([0.25, 1.0, 3.0], dtype=torch.float64)
    case("loss_cross_entropy_ignored", "[Input(3, 4, 5)] [Dropout(0)] [SoftmaxCrossEntropy(IgnoreIndex = -100)]", (2, 3, 4, 5), lambda x: x,
         loss=lambda y, t: functional.cross_entropy(y, t), target=labels(-100))
    case("loss_cross_entropy_weighted", "[Input(3)] [Dropout(0)] [SoftmaxCrossEntropy(ClassWeights = \"0.25, 1, 3\")]", (7, 3), lambda x: x,
         loss=lambda y, t: functional.cross_entropy(y, t, weight=few), target=labels())
    case("loss_cross_entropy_weighted_smooth", "[Input(3, 4, 5)] [Dropout(0)] [SoftmaxCrossEntropy(IgnoreIndex = 2, ClassWeights = \"0.25, 1, 3\", LabelSmoothing = 0.25f)]", (2, 3, 4, 5), lambda x: x,
         loss=lambda y, t: functional.cross_entropy(y, t, weight=few, ignore_index=2, label_smoothing=0.25), target=labels(2))
    case("loss_cross_entropy_weighted_shares", "[Input(3, 4, 5)] [Dropout(0)] [SoftmaxCrossEntropy(ClassWeights = \"0.25, 1, 3\")]", (2, 3, 4, 5), lambda x: x,
         loss=lambda y, t: functional.cross_entropy(y, t, weight=few), target=shares)
    case("loss_dice", "[Input(4, 5, 6)] [Dropout(0)] [Dice]", (3, 4, 5, 6), lambda x: x, loss=dice(lambda y: torch.softmax(y, 1), 1.0), target=labels())
    case("loss_dice_shares", "[Input(18, 3, 2)] [Dropout(0)] [Dice(Smooth = 0.5f)]", (3, 18, 3, 2), lambda x: x, loss=dice(lambda y: torch.softmax(y, 1), 0.5), target=shares)
    case("loss_dice_sigmoid", "[Input(19, 3, 4)] [Dropout(0)] [Dice(Sigmoid = true, Smooth = 0f)]", (3, 19, 3, 4), lambda x: x, loss=dice(torch.sigmoid, 0.0), target=regions)
    outputs.cases(torch.Generator().manual_seed(14), numbers, floats, save)


def sequences():
    """Words, and sequences that begin with something."""
    for name, count, size, batch, steps in (("embedding", 11, 19, 5, 7), ("embedding_of_one_feature", 5, 1, 4, 3), ("embedding_of_one_word", 1, 4, 3, 2), ("embedding_wide", 40, 64, 9, 17)):
        table = nn.Embedding(count, size)
        case(name, f"[Input({steps})] [Embedding({count}, {size})]", None, lambda x, table=table: table(x.long()), {"embedding1": table}, inputs=words(batch, steps, count))
    table = nn.Embedding(6, 18, padding_idx=2)
    case("embedding_padded", "[Input(9)] [Embedding(6, 18, PaddingIndex = 2)]", None, lambda x: table(x.long()), {"embedding1": table}, inputs=words(7, 9, 6))
    first = nn.Embedding(8, 5)
    case("embedding_shared",
         "[Input(4)] [Input(3, Name = \"second\")] [Embedding(8, 5, Share = \"words\")] [Tag(\"a\")] [From(\"second\")] [Embedding(8, 5, Share = \"words\")] [Prepend(\"a\")]",
         None, lambda x: first(x.long()), {"embedding1": first}, inputs=words(6, 7, 8))
    shared, recurrent, out = nn.Embedding(12, 20), nn.LSTM(20, 24, batch_first=True), nn.Linear(24, 12)
    case("embedding_lstm", "[Input(6)] [Embedding(12, 20, PaddingIndex = 0)] [LSTM(24, ReturnSequences = true)] [Dense(12)] [SoftmaxCrossEntropy(IgnoreIndex = 0)]", None,
         lambda x: out(recurrent(functional.embedding(x.long(), shared.weight, padding_idx=0))[0]), {"embedding1": shared, "lstm1": recurrent, "dense1": out},
         of_steps(lambda y, t: functional.cross_entropy(y, t, ignore_index=0)), step_labels(0), inputs=words(8, 6, 12))

    case("prepend_vector", "[Input(5)] [Input(4, 5, Name = \"s\")] [Tag(\"v\")] [From(\"s\")] [Prepend(\"v\")]", (3, 25), lambda x: x.view(3, 5, 5))
    gates = {"lstm1": nn.LSTM(18, 17, batch_first=True), "lstm2": nn.LSTM(18, 17, batch_first=True)}

    def joined(x):
        v, a, b = x[:, :17], x[:, 17:17 + 36].view(4, 2, 18), x[:, 53:].view(4, 3, 18)
        return torch.cat([gates["lstm1"](b)[0], v.unsqueeze(1), gates["lstm2"](a)[0]], 1)
    case("prepend_several",
         "[Input(17, Name = \"v\")] [Input(2, 18, Name = \"a\")] [Input(3, 18, Name = \"b\")] [From(\"b\")] [LSTM(17, ReturnSequences = true)] [Tag(\"first\")] "
         "[From(\"a\")] [LSTM(17, ReturnSequences = true)] [Prepend(\"first\", \"v\")]", (4, 17 + 36 + 54), joined, gates)
    parts = {"dense1": nn.Linear(7, 20), "embedding1": nn.Embedding(9, 20), "lstm1": nn.LSTM(20, 16, batch_first=True), "dense2": nn.Linear(16, 9)}

    def captions(x):
        image = parts["dense1"](x[:, :7]).unsqueeze(1)
        return parts["dense2"](parts["lstm1"](torch.cat([image, parts["embedding1"](x[:, 7:].long())], 1))[0])
    case("prepend_captions",
         "[Input(7)] [Input(5, Name = \"words\")] [Dense(20)] [Tag(\"image\")] [From(\"words\")] [Embedding(9, 20)] [Prepend(\"image\")] [LSTM(16, ReturnSequences = true)] [Dense(9)] "
         "[SoftmaxCrossEntropy(IgnoreIndex = -100)]", None, captions, parts, of_steps(functional.cross_entropy), step_labels(-100), inputs=words(6, 5, 9, before=7))


if __name__ == "__main__":
    main()
    sequences()
    geometry.cases(case)
    spectral.cases(case)
    geometry.pools_over_steps(case)
