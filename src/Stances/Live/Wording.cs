using System.Globalization;
using System.Text.Json.Nodes;

namespace Stances.Live;

/// <summary>A notice in words, for feeds, mails and terminals. The words of articles in it are strangers': whoever shows them escapes them.</summary>
/// <param name="Title">One line.</param>
/// <param name="Quote">The words it rests on, where it rests on any.</param>
/// <param name="Link">Where the article was published.</param>
/// <param name="Publisher">Who published it.</param>
internal sealed record Wording(string Title, string? Quote, string? Link, string? Publisher)
{
    public static Wording Of(Notice notice)
    {
        var body = notice.Body();
        var (title, told) = notice.Type switch
        {
            Changes.ChangeReader.Type => (Change(body), body["after"]?["statement"] ?? body["before"]?["statement"]),
            "stance_stated" => ($"{body["country"]} {body["position"]} ({body["direction"]}): {body["topic"]}{Of(body["speaker"]?["name"], ", ")}", body),
            "agreement_reached" => ($"{Codes(body["parties"])} agreed ({body["stage"]}): {body["topic"]}", body),
            "meeting_held" => ($"{string.Join(", ", notice.Facets.Countries)} met{Of(body["place"], " in ")}", body),
            "article_ingested" => ($"New article: {body["source"]?["title"] ?? body["source"]?["url"] ?? notice.Article}", body),
            "article_revised" => ($"Revised article: {body["source"]?["title"] ?? body["source"]?["url"] ?? notice.Article}", body),
            "article_withdrawn" => ($"Withdrawn article: {body["reason"]}", body),
            "event_retracted" => ($"No longer counts: {Codes(notice.Facets.Countries)} on {string.Join(", ", notice.Facets.Topics)} ({body["reason"]})", body),
            var type => (type, body),
        };
        var day = notice.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Wording(day is null ? title : $"{day} {title}", (string?)told?["evidence"]?["exact"], Web((string?)told?["source"]?["url"]), (string?)told?["source"]?["publisher"]);
    }

    private static string Change(JsonObject body)
    {
        var until = body["to"] is { } to ? $" until {to}" : "";
        return $"{body["country"]} on {body["topic"]}: {Side(body["before"])} -> {Side(body["after"])} ({body["change"] ?? "nothing left"}, {body["because"]}; from {body["from"]}{until})";
    }

    private static string Side(JsonNode? side) => side is null ? "nothing" : $"{side["position"]} ({side["direction"]})";

    private static string Codes(JsonNode? codes) => string.Join(", ", codes?.AsArray().Select(x => x?.ToString()) ?? []);

    private static string Codes(IReadOnlyList<string> codes) => string.Join(", ", codes);

    private static string Of(JsonNode? node, string before) => node is null ? "" : before + node;

    // Addresses come with articles; one that is no web address is no link.
    private static string? Web(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
}
