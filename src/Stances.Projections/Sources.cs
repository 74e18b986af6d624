namespace Stances.Projections;

/// <summary>One report of a meeting or an agreement, and which it may be copied from.</summary>
/// <param name="Origin">The same for reports that are not independent: one house, one text, or one copied from the other.</param>
public sealed record Told(Citation Cited, long Origin);

/// <summary>Where one thing is written.</summary>
/// <param name="First">Its first report that counts.</param>
/// <param name="Others">Further reports of the same.</param>
public sealed record Sources(Told First, IReadOnlyList<Told> Others)
{
    /// <summary>Every report.</summary>
    public IEnumerable<Told> All => Others.Prepend(First);

    /// <summary>How many of them did not copy from one another.</summary>
    public int Independent => All.Select(x => x.Origin).Distinct().Count();

    /// <summary>Whether all that is known of it comes from one source.</summary>
    public bool IsSingle => Independent == 1;

    /// <summary>Whether a state itself published it.</summary>
    public bool Primary => All.Any(x => x.Cited.Article.Official);
}
