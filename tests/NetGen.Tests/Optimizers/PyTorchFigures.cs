namespace NetGen.Tests.Optimizers;

/// <summary>What PyTorch 1.13 makes of 19 values in five steps; the script that made the figures stands at the end.</summary>
internal static class PyTorchFigures
{
    public static readonly float[] Sgd =
    [
        -1.0820297f, -1.01362884f, -0.864464819f, -0.715057373f, -0.646899939f, -0.497492462f, -0.348247379f, -0.279927582f,
        -0.130682454f, 0.0188061073f, 0.0868825018f, 0.23637104f, 0.385697424f, 0.534861445f, 0.603262365f, 0.752426386f,
        0.901833773f, 0.969991386f, 1.11939871f,
    ];

    public static readonly float[] SgdMomentum =
    [
        -0.976440012f, -1.12505686f, -0.808590651f, -0.677788734f, -0.640741289f, -0.509939373f, -0.252704352f, -0.342090011f,
        -0.0848549977f, -0.0198656209f, 0.0829943791f, 0.147983775f, 0.332093745f, 0.648560047f, 0.499943107f, 0.816409349f,
        0.947211266f, 0.984258771f, 1.11506069f,
    ];

    public static readonly float[] SgdDampening =
    [
        -0.963670075f, -1.08458054f, -0.781339049f, -0.707015872f, -0.599008024f, -0.524684846f, -0.262697011f, -0.342353791f,
        -0.0803659707f, -0.0520000942f, 0.101965055f, 0.13033092f, 0.341171086f, 0.644412696f, 0.523502111f, 0.826743722f,
        0.901066899f, 1.00907481f, 1.08339787f,
    ];

    public static readonly float[] SgdNesterov =
    [
        -0.936179519f, -1.11362326f, -0.795127809f, -0.641500771f, -0.654076159f, -0.500449181f, -0.234441936f, -0.359397531f,
        -0.093390286f, 0.00154832227f, 0.0476613678f, 0.142599985f, 0.343088001f, 0.661583424f, 0.48413974f, 0.802635074f,
        0.956262052f, 0.943686843f, 1.09731376f,
    ];

    public static readonly float[] AdaGrad =
    [
        -1.02730227f, -1.15209603f, -0.831851602f, -0.7456792f, -0.642106712f, -0.542964876f, -0.279850185f, -0.345520377f,
        -0.0900884047f, 0.000300882384f, 0.108753227f, 0.19688946f, 0.363753855f, 0.597697794f, 0.472903937f, 0.793148398f,
        0.8793208f, 0.982893229f, 1.08203506f,
    ];

    public static readonly float[] AdaGradDecay =
    [
        -1.07456243f, -1.02676201f, -0.851974666f, -0.722784281f, -0.63051033f, -0.50159061f, -0.340887308f, -0.280331016f,
        -0.120495662f, -0.00150599447f, 0.0994740203f, 0.220971003f, 0.37024492f, 0.543749928f, 0.591054797f, 0.765951514f,
        0.895075262f, 0.987318814f, 1.11616957f,
    ];

    public static readonly float[] RmsProp =
    [
        -1.02732813f, -1.15180266f, -0.832193851f, -0.745486736f, -0.642679989f, -0.542911291f, -0.28020367f, -0.345652908f,
        -0.0905014351f, 0.000827482902f, 0.108349755f, 0.197190791f, 0.364147991f, 0.597671688f, 0.47319743f, 0.792806149f,
        0.879513264f, 0.982319891f, 1.08208871f,
    ];

    public static readonly float[] RmsPropMomentum =
    [
        -0.710714102f, -1.67039835f, -0.59219873f, -0.832453847f, -0.496534109f, -0.690836549f, 0.0593501031f, -0.57019496f,
        0.15516378f, -0.173092946f, 0.281197995f, -0.0580553114f, -0.231266499f, 0.883767962f, -0.0646210536f, 0.996167302f,
        0.768045366f, 1.08720803f, 0.903184593f,
    ];

    public static readonly float[] RmsPropCentered =
    [
        -1.06144631f, -1.10823226f, -0.840829253f, -0.756636739f, -0.623504698f, -0.532363892f, -0.304111123f, -0.31051895f,
        -0.0866276622f, -0.0126011586f, 0.133689538f, 0.208903998f, 0.34928295f, 0.563553691f, 0.5167678f, 0.784170747f,
        0.868363261f, 1.00149536f, 1.09263623f,
    ];

    public static readonly float[] Adam =
    [
        -0.989158511f, -1.13815796f, -0.781896651f, -0.731239498f, -0.581908166f, -0.53095305f, -0.248646304f, -0.334186971f,
        -0.0558480769f, -0.0549081266f, 0.133576959f, 0.14818728f, 0.270768672f, 0.626089394f, 0.477104425f, 0.831074834f,
        0.882145762f, 1.03009892f, 1.08068085f,
    ];

    public static readonly float[] AmsGrad =
    [
        -0.996552229f, -1.1403594f, -0.789765835f, -0.739389539f, -0.585925639f, -0.535984457f, -0.256191224f, -0.334379464f,
        -0.0594105013f, -0.0568884462f, 0.136757478f, 0.148411527f, 0.32515192f, 0.628447771f, 0.484640598f, 0.835234165f,
        0.885610461f, 1.03907442f, 1.0890156f,
    ];

    public static readonly float[] AdamW =
    [
        -0.992780864f, -1.14193952f, -0.785873115f, -0.734709024f, -0.585125625f, -0.533943892f, -0.250455409f, -0.335731566f,
        -0.05650061f, -0.0551070571f, 0.134511009f, 0.149018019f, 0.32237646f, 0.628160596f, 0.47900185f, 0.835068285f,
        0.886232376f, 1.03581572f, 1.08699763f,
    ];

    public static readonly float[] AdamWAmsGrad =
    [
        -0.955447912f, -1.07922482f, -0.760968924f, -0.702241778f, -0.566726863f, -0.50886941f, -0.247865871f, -0.316775829f,
        -0.0605070964f, -0.0432830937f, 0.127753541f, 0.152924925f, 0.314131498f, 0.589911044f, 0.466134042f, 0.784390032f,
        0.843117177f, 0.978632033f, 1.03648937f,
    ];
}

/* python3:
   import torch
   from torch.optim import SGD, Adagrad, RMSprop, Adam, AdamW
   def run(make, n=19, steps=5):
       p = torch.tensor([(i - 9) / 8 for i in range(n)], requires_grad=True)
       o = make([p])
       for t in range(steps):
           p.grad = torch.tensor([((i * 7 + t * 5) % 13 - 6) / 16 for i in range(n)])
           o.step()
       return p.tolist()
   CASES = {
       "Sgd": lambda p: SGD(p, 0.1, weight_decay=0.01),
       "SgdMomentum": lambda p: SGD(p, 0.1, momentum=0.9),
       "SgdDampening": lambda p: SGD(p, 0.1, momentum=0.9, dampening=0.3, weight_decay=0.01),
       "SgdNesterov": lambda p: SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
       "AdaGrad": lambda p: Adagrad(p, 0.1),
       "AdaGradDecay": lambda p: Adagrad(p, 0.1, lr_decay=0.2, initial_accumulator_value=0.5, weight_decay=0.01),
       "RmsProp": lambda p: RMSprop(p, 0.01),
       "RmsPropMomentum": lambda p: RMSprop(p, 0.01, momentum=0.9, weight_decay=0.01),
       "RmsPropCentered": lambda p: RMSprop(p, 0.01, alpha=0.9, eps=1e-3, momentum=0.5, centered=True),
       "Adam": lambda p: Adam(p, 0.05, weight_decay=0.01),
       "AmsGrad": lambda p: Adam(p, 0.05, betas=(0.9, 0.8), eps=1e-3, amsgrad=True),
       "AdamW": lambda p: AdamW(p, 0.05),
       "AdamWAmsGrad": lambda p: AdamW(p, 0.05, betas=(0.8, 0.7), weight_decay=0.2, amsgrad=True),
   }
   for name, make in CASES.items():
       print(name, ", ".join("%.9gf" % v for v in run(make)))
*/
