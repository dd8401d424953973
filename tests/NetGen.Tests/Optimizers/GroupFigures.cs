namespace NetGen.Tests.Optimizers;

/// <summary>What PyTorch 1.13 makes of the values of <see cref="LayeredParameters"/> in five steps; the script stands at the end.</summary>
internal static class GroupFigures
{
    public static readonly float[] SgdGroups =
    [
        -0.936179519f, -1.11362326f, -0.795127809f, -0.641500771f, -0.654076159f, -0.500449181f, -0.234441936f, -0.359397531f,
        -0.093390286f, 0.00154832227f, 0.116422862f, 0.237524435f, 0.369263768f, 0.512859464f, 0.345191896f, 0.853756607f,
        1.03702033f, 0.886746287f, 1.11605465f,
    ];

    public static readonly float[] AdamGroups =
    [
        -0.989158511f, -1.13815796f, -0.781896651f, -0.731239498f, -0.581908166f, -0.53095305f, -0.248646304f, -0.334186971f,
        -0.0558480769f, -0.0549081266f, 0.125424698f, 0.239140391f, 0.363440007f, 0.511340678f, 0.3299793f, 0.911341429f,
        0.889526069f, 1.05958176f, 1.08973491f,
    ];

    public static readonly float[] AdamWGroups =
    [
        -0.94376111f, -1.09170437f, -0.747985959f, -0.699113309f, -0.558236718f, -0.509333014f, -0.235931456f, -0.322021484f,
        -0.0527496338f, -0.0527342856f, 0.125829414f, 0.239644021f, 0.369359195f, 0.512325108f, 0.29118821f, 0.840435088f,
        0.820610464f, 0.971728146f, 1.08973491f,
    ];

    public static readonly float[] SgdThaw =
    [
        -0.989283025f, -1.01523733f, -0.770072579f, -0.796026826f, -0.550862134f, -0.57681638f, -0.331651598f, -0.357605904f,
        -0.112441137f, -0.0303727631f, 0.106769346f, 0.188837707f, 0.382854819f, 0.628019571f, 0.512312055f, 0.701437294f,
        0.993394792f, 0.903614581f, 1.08339787f,
    ];

    public static readonly float[] AdamThaw =
    [
        -0.992647469f, -1.08476245f, -0.751134753f, -0.852767706f, -0.51481992f, -0.617244542f, -0.284528553f, -0.377496779f,
        -0.0611226186f, -0.0332324244f, 0.1394061f, 0.195921853f, 0.307415307f, 0.630613744f, 0.523135364f, 0.634838045f,
        0.987509191f, 0.855312884f, 1.08068085f,
    ];

    public static readonly float[] ClipNorm =
    [
        -0.996142626f, -1.10613f, -0.818246543f, -0.688204288f, -0.640350342f, -0.510308146f, -0.267311186f, -0.332411915f,
        -0.089414984f, -0.0169155803f, 0.0884812102f, 0.160980627f, 0.340973824f, 0.628857255f, 0.518870115f, 0.806753457f,
        0.936795712f, 0.984649539f, 1.11469185f,
    ];

    public static readonly double[] ClipNormNorms =
    [
        1.03266943, 1.04769087, 1.01550484, 1.00971842, 0.9802742,
    ];

    public static readonly float[] ClipValue =
    [
        -1.04405427f, -1.07612443f, -0.824172974f, -0.733471215f, -0.613791823f, -0.527253091f, -0.295129389f, -0.305559486f,
        -0.104092501f, -0.00704574585f, 0.104139373f, 0.198273003f, 0.353282511f, 0.580945671f, 0.54887563f, 0.800827026f,
        0.891528785f, 1.01120818f, 1.09774697f,
    ];

    public static readonly float[] ClipBoth =
    [
        -1.07047212f, -1.05326307f, -0.841959834f, -0.735078454f, -0.619821787f, -0.515735149f, -0.320234805f, -0.285719305f,
        -0.111437485f, -0.00428587291f, 0.109805748f, 0.213708162f, 0.359493941f, 0.554527938f, 0.571736991f, 0.783040166f,
        0.889921546f, 1.00517821f, 1.10926485f,
    ];

    public static readonly double[] ClipBothNorms =
    [
        0.723921597, 0.690787613, 0.699218333, 0.745192945, 0.720568359,
    ];

    public static readonly float[] ClipFrozen =
    [
        -1.00027359f, -1.09552526f, -0.818130791f, -0.694655299f, -0.635987878f, -0.512512386f, -0.273224682f, -0.330369502f,
        -0.0910817683f, -0.0218872894f, 0.125f, 0.25f, 0.375f, 0.5f, 0.529474735f, 0.806869209f, 0.930344701f, 0.989012063f,
        1.11248755f,
    ];

    public static readonly double[] ClipFrozenNorms =
    [
        0.883883476, 0.958106816, 0.91429621, 0.916429877, 0.822059155,
    ];
}

/* python3:
   import torch
   from torch.optim import SGD, Adam, AdamW
   CUT = [0, 10, 14, 18, 19]
   def make():
       return [torch.tensor([(i - 9) / 8 for i in range(CUT[k], CUT[k + 1])], requires_grad=True) for k in range(4)]
   def grads(ps, t):
       for k, p in enumerate(ps):
           p.grad = torch.tensor([((i * 7 + t * 5) % 13 - 6) / 16 for i in range(CUT[k], CUT[k + 1])])
   def out(name, ps):
       print(name, ", ".join("%.9gf" % v for p in ps for v in p.tolist()))
   def groups(ps, lr):
       return [{"params": [ps[0]]}, {"params": [ps[1]], "lr": lr * 0.1, "weight_decay": 0.05},
               {"params": [ps[2]], "lr": lr * 2}, {"params": [ps[3]], "weight_decay": 0}]
   for name, cls, lr, wd, kw in [("SgdGroups", SGD, 0.1, 0.01, {"momentum": 0.9, "nesterov": True}),
                                 ("AdamGroups", Adam, 0.05, 0.01, {}), ("AdamWGroups", AdamW, 0.05, 0.2, {})]:
       ps = make(); o = cls(groups(ps, lr), lr=lr, weight_decay=wd, **kw)
       for t in range(5): grads(ps, t); o.step()
       out(name, ps)
   def thaw(cls, lr, **kw):                 # a parameter without a gradient is left out of a step
       ps = make(); o = cls(ps, lr, **kw)
       for t in range(5):
           grads(ps, t)
           if t in (1, 2): ps[0].grad = None; ps[1].grad = None
           if t == 0: ps[2].grad = None
           o.step()
       return ps
   out("SgdThaw", thaw(SGD, 0.1, momentum=0.9, dampening=0.3, weight_decay=0.01))
   out("AdamThaw", thaw(Adam, 0.05, weight_decay=0.01))
   def clip(norm, value, frozen=False):
       ps = make(); o = SGD(ps, 0.1, momentum=0.9); norms = []
       for t in range(5):
           grads(ps, t)
           if frozen: ps[1].grad = None
           if value: torch.nn.utils.clip_grad_value_(ps, value)
           if norm: norms.append(torch.nn.utils.clip_grad_norm_(ps, norm).item())
           o.step()
       return ps, norms
   for name, a in [("ClipNorm", (0.9, None)), ("ClipValue", (None, 0.2)), ("ClipBoth", (0.5, 0.2)), ("ClipFrozen", (0.75, None, True))]:
       ps, n = clip(*a); out(name, ps); print(name + "Norms", ", ".join("%.9g" % x for x in n))
*/
