using Stances.Domain.Catalogue;

namespace Stances;

/// <summary>The countries and topics that people name, by code or by the words they use.</summary>
internal static class Names
{
    /// <summary>The country with this code or name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message offers near ones.</exception>
    public static Country KnownCountry(this Workspace workspace, string named)
    {
        var catalogue = workspace.Catalogue;
        return catalogue.Country(named)
            ?? catalogue.Countries.FirstOrDefault(x => Same(x.Name, named) || x.Names.Concat(x.Weak).Concat(x.Adjectives).Any(n => Same(n, named)) || Same(x.Capital, named))
            ?? throw Unknown("country", named, catalogue.Countries.Select(x => x.Name));
    }

    /// <summary>The topic with this id or name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message offers near ones.</exception>
    public static Topic KnownTopic(this Workspace workspace, string named)
    {
        var catalogue = workspace.Catalogue;
        return catalogue.Topic(named)
            ?? catalogue.Topics.FirstOrDefault(x => Same(x.Label, named) || x.Phrases.Concat(x.Asked).Any(n => Same(n, named)))
            ?? throw Unknown("topic", named, catalogue.Topics.Select(x => x.Id));
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static InvalidInputException Unknown(string field, string named, IEnumerable<string> known)
    {
        var shown = named.Length <= 60 ? named : named[..60] + "...";
        var near = known.Where(x => Distance(x.ToLowerInvariant(), shown.ToLowerInvariant()) <= Math.Max(2, shown.Length / 4)).Take(3).ToList();
        var hint = near.Count > 0 ? $" Did you mean {string.Join(", ", near)}?" : "";
        return new InvalidInputException(field, $"There is no {field} '{shown}'.{hint}") { Kind = InputFault.Unknown };
    }

    /// <summary>How many letters must be added, dropped or changed to make one word of the other (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
