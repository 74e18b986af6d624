using Stances.Extraction.Text;

namespace Stances.Extraction.Naming;

/// <summary>Reads whose a statement, a communique or a letter is.</summary>
internal sealed class PaperReader(Scene scene, Focus focus)
{
    /// <summary>How far back a paper may have been told of.</summary>
    private const int Recent = 120;

    private readonly Possession possession = new(scene, focus);

    public Party? Read(int first, int end, int last, IReadOnlyList<string> behind)
    {
        // "on the day of the "Joint Declaration", they agreed": a title.
        if (Enumerable.Range(first, last - first).Any(i => scene.Tokens[i].Kind == TokenKind.QuoteOpen))
            return null;
        if (scene.CountryIn(first, last) is { } country)
            return Party.One(first, end, new Actor(country, null, null, ActorKind.Paper), "paper", 0.08);
        for (var i = first; i < last; i++)
        {
            if (scene.Tokens[i].Lower is "joint" && focus.Both(null, null) is { } both)
                return new Party([.. both.Select(x => new Actor(x.Country, null, null, ActorKind.Paper)).Distinct()], first, end, "paper", 0.1);
        }

        if (behind.Count > 0)
            return new Party([.. behind.Select(x => new Actor(x, null, null, ActorKind.Paper))], first, end, "paper", 0.1);
        if (possession.Of(first, last) is { } owner)
            return Party.One(first, end, owner, "paper", 0.1);
        // "The communique", "the text", "a letter": of several, or of whom nothing tells.
        if (scene.Tokens[first].Lower is "a" or "an" || !OrganWords.OwnPapers.Contains(scene.Tokens[last].Lower))
            return null;
        var actor = focus.Organ() ?? focus.Speaker;
        var issuer = actor?.Country ?? (scene.Official || Issued(first) ? scene.Home : null);
        return issuer is null ? null : Party.One(first, end, new Actor(issuer, null, null, ActorKind.Paper), "paper:focus", 0.22);
    }

    /// <summary>"the ministry said in a statement", not long before: that is the one.</summary>
    private bool Issued(int at)
    {
        for (var i = at - 1; i > Math.Max(10, at - Recent); i--)
        {
            if (OrganWords.OwnPapers.Contains(scene.Tokens[i].Lower) && scene.Tokens[i - 1].Lower == "a"
                && Enumerable.Range(i - 10, 10).Any(x => scene.Tokens[x].Lower is "ministry" or "office" or "government"))
                return true;
        }

        return false;
    }
}
