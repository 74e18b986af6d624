namespace Stances.Extraction.Catalogue;

/// <summary>What is wrong in a catalogue file, and where.</summary>
public sealed record CatalogueFault(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>The catalogue's files cannot be used as they are; every fault found is listed.</summary>
public sealed class CatalogueException(IReadOnlyList<CatalogueFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>What is wrong, in the order of the files.</summary>
    public IReadOnlyList<CatalogueFault> Faults => faults;
}
