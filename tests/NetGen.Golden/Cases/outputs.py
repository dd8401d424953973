"""Cases of models with several outputs: with targets of their own and samples that count differently, and without a loss."""
import numpy
import torch
from torch import nn
from torch.nn import functional


def cases(generator, numbers, floats, save):
    def begin(shape, modules):
        tensors = {}
        for path, module in modules.items():
            module.double()
            for leaf, parameter in module.named_parameters():
                parameter.data = numbers(parameter.shape, generator, 0.5)
                parameter.grad = None
                tensors[f"param/{path}.{leaf}"] = floats(parameter)
        x = numbers(shape, generator).requires_grad_(True)
        tensors["input"] = floats(x)
        return x, tensors

    def end(name, declaration, x, tensors, modules, outputs):
        for key, value in outputs.items():
            tensors["output" + key] = floats(value)
        tensors["grad_input"] = floats(x.grad)
        for path, module in modules.items():
            for leaf, parameter in module.named_parameters():
                tensors[f"grad/{path}.{leaf}"] = floats(parameter.grad)
        save(name, declaration, tensors)
        print(f"{name:36} {declaration}")

    def trained(name, declaration, shape, modules, forward, losses):
        """losses: for each output its weight in the sum, the loss of each sample and what a sample's mean is over, the targets, and the samples' weights."""
        x, tensors = begin(shape, modules)
        values = forward(x)
        total = 0
        for key, (weight, loss, target, samples) in losses.items():
            wanted = target(values[key], generator)
            each, over = loss(values[key], wanted)
            w = torch.ones(shape[0], dtype=torch.float64) if samples is None else torch.tensor(samples, dtype=torch.float64)
            value = (w * each * over).sum() / (w * over).sum()
            total = total + weight * value
            tensors["target" + key] = wanted.numpy().astype(numpy.int64 if wanted.dtype == torch.int64 else numpy.float32)
            tensors["loss" + (key or "/output")] = numpy.array([value.item()], numpy.float32)
            if samples is not None:
                tensors["weights" + key] = numpy.array(samples, numpy.float32)
        total.backward()
        tensors["loss"] = numpy.array([total.item()], numpy.float32)
        end(name, declaration, x, tensors, modules, values)

    def untrained(name, declaration, shape, modules, forward):
        x, tensors = begin(shape, modules)
        values = forward(x)
        total = 0
        for key, value in values.items():
            gradient = numbers(value.shape, generator)
            tensors["grad_output" + key] = floats(gradient)
            total = total + (value * gradient).sum()
        total.backward()
        end(name, declaration, x, tensors, modules, values)

    def mean(loss):
        return lambda y, t: (loss(y, t).flatten(1).mean(1), torch.ones(y.shape[0], dtype=torch.float64))

    def classes(weight=None, ignored=-100, smoothing=0.0):
        def loss(y, t):
            each = functional.cross_entropy(y, t, weight=weight, ignore_index=ignored, label_smoothing=smoothing, reduction="none").flatten(1 if t.dim() > 1 else 0)
            w = torch.where(t == ignored, torch.zeros((), dtype=torch.float64), torch.ones((), dtype=torch.float64) if weight is None else weight[t.clamp(0, y.shape[1] - 1)])
            each, w = each.reshape(t.shape[0], -1), w.reshape(t.shape[0], -1)
            return each.sum(1) / w.sum(1), w.sum(1)
        return loss

    def labels(ignored=None):
        def draw(y, g):
            drawn = torch.randint(0, y.shape[1], (y.shape[0],) + tuple(y.shape[2:]), generator=g)
            if ignored is not None:
                drawn.view(-1)[::5] = ignored
            return drawn
        return draw

    def values(y, g):
        return numbers(y.shape, g)

    parts = {"conv1": nn.Conv2d(3, 18, 3, padding=1), "dense1": nn.Linear(18 * 16, 4), "dense2": nn.Linear(18 * 16, 5)}

    def detector(x):
        trunk = torch.relu(parts["conv1"](x)).flatten(1)
        return {"/box": parts["dense1"](trunk), "": parts["dense2"](trunk)}
    trunk = '[Input(3, 4, 4)] [Conv(18, 3, Pad = 1)] [ReLU] [Flatten] [Tag("trunk")] '
    smooth = lambda y, t: functional.smooth_l1_loss(y, t, reduction="none")
    trained("outputs_class_and_box", trunk + '[Dense(4)] [Output("box", Targets = true)] [SmoothL1] [From("trunk")] [Dense(5)] [SoftmaxCrossEntropy]',
            (6, 3, 4, 4), parts, detector, {"": (1, classes(), labels(), None), "/box": (1, mean(smooth), values, None)})
    trained("outputs_class_and_box_of_some", trunk + '[Dense(4)] [Output("box", Targets = true, Weight = 2.5f)] [SmoothL1] [From("trunk")] [Dense(5)] [SoftmaxCrossEntropy]',
            (6, 3, 4, 4), parts, detector, {"": (1, classes(), labels(), [1, 0.5, 2, 0, 1, 3]), "/box": (2.5, mean(smooth), values, [0, 1, 0, 0, 1, 1])})

    several = {"conv1": nn.Conv2d(2, 6, 3, padding=1), "conv2": nn.Conv2d(6, 3, 1), "conv3": nn.Conv2d(6, 19, 1), "dense1": nn.Linear(6, 17)}
    few = torch.tensor([0.25, 1.0, 3.0], dtype=torch.float64)

    def heads(x):
        y = torch.tanh(several["conv1"](x))
        return {"/mask": several["conv2"](y), "/depth": several["conv3"](y), "/kind": several["dense1"](y.mean((2, 3))), "": y}
    trained("outputs_of_every_kind",
            '[Input(2, 4, 5)] [Conv(6, 3, Pad = 1)] [Tanh] [Tag("y")] [Conv(3, 1)] [Output("mask", Targets = true, Weight = 0.5f)] [SoftmaxCrossEntropy(IgnoreIndex = 255, ClassWeights = "0.25, 1, 3")] '
            '[From("y")] [Conv(19, 1)] [Output("depth", Targets = true, Weight = 0.25f)] [Huber(Delta = 0.5f)] '
            '[From("y")] [GlobalAvgPool] [Dense(17)] [Output("kind", Targets = true)] [SoftmaxCrossEntropy(LabelSmoothing = 0.25f)] [From("y")] [MeanSquaredError]',
            (5, 2, 4, 5), several, heads, {
                "": (1, mean(lambda y, t: (y - t) ** 2), values, [1, 2, 0, 0.5, 1]),
                "/mask": (0.5, classes(few, 255), labels(255), [2, 1, 1, 0, 0.25]),
                "/depth": (0.25, mean(lambda y, t: functional.huber_loss(y, t, delta=0.5, reduction="none")), values, [0, 0, 1, 1, 0.75]),
                "/kind": (1, classes(smoothing=0.25), labels(), [1, 1, 0, 2, 0])})

    coder = {"dense1": nn.Linear(7, 12), "dense2": nn.Linear(12, 3), "dense3": nn.Linear(12, 3)}

    def encoder(x):
        y = torch.tanh(coder["dense1"](x))
        return {"/log_variance": coder["dense2"](y), "": coder["dense3"](y)}
    untrained("outputs_without_a_loss", '[Input(7)] [Dense(12)] [Tanh] [Tag("h")] [Dense(3)] [Output("log_variance")] [From("h")] [Dense(3)]', (4, 7), coder, encoder)
    vgg = {"conv1": nn.Conv2d(3, 8, 3, padding=1), "conv2": nn.Conv2d(8, 20, 3, padding=1), "conv3": nn.Conv2d(20, 8, 3, padding=1)}

    def features(x):
        a = torch.relu(vgg["conv1"](x))
        b = torch.relu(vgg["conv2"](functional.max_pool2d(a, 2)))
        c = torch.relu(vgg["conv3"](b))
        return {"/raw": x, "/relu1": a, "/relu2": b, "/again": b, "": c}
    untrained("outputs_along_the_way",
              '[Input(3, 8, 6)] [Output("raw")] [Conv(8, 3, Pad = 1)] [ReLU] [Output("relu1")] [MaxPool(2)] [Conv(20, 3, Pad = 1)] [ReLU] [Output("relu2")] [Output("again")] [Conv(8, 3, Pad = 1)] [ReLU]',
              (2, 3, 8, 6), vgg, features)
