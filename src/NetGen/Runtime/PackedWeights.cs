namespace NetGen.Runtime;

/// <summary>Weights in the order kernels read them, as of one version of the parameters.</summary>
internal sealed unsafe class PackedWeights(Model model) : IWork
{
    private int _version = -1;

    public AlignedMemory Memory { get; } = new(model.Layout.PredictWeights);

    /// <summary>The version of the parameters that was packed.</summary>
    public int Version => _version;

    /// <summary>Whether a predictor of the user's holds them, so that they may not change any more.</summary>
    public bool HandedOut { get; set; }

    /// <summary>Packs the parameters where they changed, spread over the threads of a pool.</summary>
    public void Update(WorkerPool pool)
    {
        // Read once, and first: what changes meanwhile has not been packed.
        int version = model.Parameters.Version;
        if (_version != version)
        {
            model.Parameters.Normalize();
            pool.Run(this, model.Layout.PredictPacks);
            _version = version;
        }
    }

    void IWork.Run(int item, int worker) => model.Code.PackForPrediction(item, Memory.Pointer);
}
