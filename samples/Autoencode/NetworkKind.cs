namespace Autoencode;

/// <summary>A network of the sample.</summary>
internal enum NetworkKind
{
    /// <summary>All of them, one after the other.</summary>
    All,

    /// <summary>The convolutional autoencoder.</summary>
    Convolutional,

    /// <summary>The variational autoencoder with codes of two values.</summary>
    Plane,

    /// <summary>The variational autoencoder with codes of 50 values.</summary>
    Variational,
}
