using System.Text.RegularExpressions;

namespace Stances.Projections;

/// <summary>What a publisher's name and address tell of it.</summary>
internal static partial class Publishers
{
    /// <summary>Whether a state speaks here itself: a ministry, an embassy, a head of government, or a domain kept for governments.</summary>
    public static bool IsOfficial(string? publisher, string? url) =>
        publisher is not null && Office().IsMatch(publisher)
        || Uri.TryCreate(url, UriKind.Absolute, out var uri) && GovernmentHost().IsMatch(uri.Host);

    [GeneratedRegex(@"\b(ministry|ministère|ministerio|ministerium|mofa|mfa|embassy|government of|department of (state|foreign)|state department|foreign office|prime minister'?s office|presidential office|office of the president|cabinet office|white house|kremlin|european (commission|council|external action service)|eeas|united nations)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(@"(^|\.)((gov|gob|gouv|go|gc|govt|admin|government|mfa|mofa|kremlin|bund|europa)\.[a-z]{2}|gov|mil|un\.org|nato\.int)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GovernmentHost();
}
