using System.Globalization;
using System.Text.Json;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Finding;
using Stances.Extraction.Topics;
using Stances.Extraction.Naming;
using static Stances.Domain.ArticleEvent;

namespace Stances.Extraction.Llm;

/// <summary>A claim that became no event, and why.</summary>
internal sealed class RejectedClaimException(string reason) : Exception(reason);

/// <summary>
/// Turns a model's claims into events, or refuses them: the quote must stand in the text, countries and speaker must be named there,
/// topic, position and the rest must be what the catalogue and the events know. A claim is taken as it is or not at all.
/// </summary>
internal sealed class ClaimCheck(WorldCatalogue catalogue, Scene scene, ArticleText article, IReadOnlyList<(int Start, int End)> paragraphs)
{
    /// <summary>How sure a finding is that the model alone made.</summary>
    public const double Confidence = 0.75;

    private const int FewestWords = 3, MostWords = 120, DaysBack = 60;
    private static readonly IReadOnlyList<string> Reasons = ["reader:model"];

    private readonly QuoteLocator quotes = new(article.Text);

    /// <summary>The event that a claim makes.</summary>
    /// <exception cref="RejectedClaimException">The text does not bear it out.</exception>
    public ArticleEvent Checked(ModelClaim claim)
    {
        var evidence = Evidence(claim);
        return claim.Type switch
        {
            "stance_stated" => Stance(claim, evidence),
            "agreement_reached" => Agreement(claim, evidence),
            "meeting_held" => Meeting(claim, evidence),
            var type => throw new RejectedClaimException($"There is no event of type '{Short(type)}'."),
        };
    }

    private StanceStated Stance(ModelClaim claim, Evidence evidence)
    {
        var (country, topic, position) = (Country(claim.Text("country")), Topic(claim.Text("topic")), Named<Position>(claim, "position"));
        var name = Speaker(claim.Text("speaker"));
        var speaker = name is null && claim.Text("role") is null ? null : new Speaker(name, Role(claim.Text("role")));
        var attribution =
            evidence.Exact.AsSpan().IndexOfAny("\"\u201C\u201D") >= 0
                ? Attribution.Quote
                : speaker is null
                ? Attribution.Ministry
                : Attribution.Paraphrase;
        var direction = topic is null || claim.Text("direction") is null ? Direction.Unclear : Named<Direction>(claim, "direction");
        return new StanceStated(country, speaker, attribution, topic?.Id ?? TopicFinder.Unclassified, position, direction, null,
            Summary.Stance(catalogue, country, speaker, topic, position, evidence.Exact), Day(claim), Confidence, Reasons, evidence);
    }

    private AgreementReached Agreement(ModelClaim claim, Evidence evidence)
    {
        var parties = claim.Texts("countries").Select(Country).Distinct().Order(StringComparer.Ordinal).ToList();
        if (parties.Count < 2)
            throw new RejectedClaimException("An agreement has two parties or more.");
        var topic = Topic(claim.Text("topic"));
        return new AgreementReached(parties, topic?.Id ?? TopicFinder.Unclassified, Summary.Agreement(catalogue, parties, topic, evidence.Exact),
            Named<AgreementStage>(claim, "stage"), Day(claim), Confidence, Reasons, evidence);
    }

    private MeetingHeld Meeting(ModelClaim claim, Evidence evidence)
    {
        var people =
            claim.Parts("participants")
                .Select(x => new Participant(Speaker(x.Text("person")), Role(x.Text("role")), Country(x.Text("country")))).Distinct()
                .ToList();
        if (people.Select(x => x.Country).Distinct().Count() < 2)
            throw new RejectedClaimException("A meeting has participants of two countries or more.");
        var place = claim.Text("place");
        if (place is not null && !Said(place))
            throw new RejectedClaimException($"The text names no place '{Short(place)}'.");
        return new MeetingHeld(Day(claim), place, null, Named<MeetingFormat>(claim, "format"), people, Confidence, Reasons, evidence);
    }

    private Evidence Evidence(ModelClaim claim)
    {
        var words = claim.Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (words is < FewestWords or > MostWords)
            throw new RejectedClaimException($"A quote has {FewestWords} to {MostWords} words, not {words}.");
        var places = quotes.Find(claim.Quote);
        if (places.Count > 1 && claim.Paragraph is { } number && number >= 1 && number <= paragraphs.Count)
            places = [.. places.Where(x => x.Start >= paragraphs[number - 1].Start && x.End <= paragraphs[number - 1].End)];
        return places.Count switch
        {
            1 => Domain.Evidence.In(article.Text, places[0].Start, places[0].End),
            0 => throw new RejectedClaimException($"The text does not say \"{Short(claim.Quote)}\"."),
            _ => throw new RejectedClaimException($"The text says \"{Short(claim.Quote)}\" more than once."),
        };
    }

    private string Country(string? code)
    {
        if (code is null || catalogue.Country(code) is not { } country)
            throw new RejectedClaimException($"There is no country '{Short(code)}'.");
        return scene.Countries.ContainsKey(country.Code) || scene.Home == country.Code || scene.Cast.Any(x => x.Country == country.Code)
            ? country.Code : throw new RejectedClaimException($"The text does not name {country.Name}.");
    }

    private Topic? Topic(string? id) =>
        id is null or TopicFinder.Unclassified ? null : catalogue.Topic(id) ?? throw new RejectedClaimException($"There is no topic '{Short(id)}'.");

    private string? Speaker(string? name) =>
        name is null || Said(name.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1])
            ? name
            : throw new RejectedClaimException($"The text names no '{Short(name)}'.");

    private static string? Role(string? role) => role is { Length: <= 80 } ? role.ToLowerInvariant() : null;

    private bool Said(string words) => article.Text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private DateOnly? Day(ModelClaim claim)
    {
        if (claim.Text("on") is not { } told)
            return null;
        if (!DateOnly.TryParseExact(told, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new RejectedClaimException($"'{Short(told)}' is no day.");
        if (article.PublishedOn is { } published && (day > published || day < published.AddDays(-DaysBack))
            && !Said(day.Year.ToString(CultureInfo.InvariantCulture)))
            throw new RejectedClaimException($"{told} is not near the day of the article, {published:yyyy-MM-dd}.");
        return day;
    }

    private static T Named<T>(ModelClaim claim, string field) where T : struct, Enum
    {
        var told = claim.Text(field);
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) == told)
                return value;
        }

        throw new RejectedClaimException($"'{Short(told)}' is no {field}.");
    }

    private static string Short(string? text) => text is null ? "" : text.Length <= 60 ? text : text[..60];
}
