using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Stances.Domain.Catalogue;

namespace Stances.Pages;

/// <summary>A subscription as somebody writes it: what was typed into each field, fit to be shown again.</summary>
public sealed record SubscriptionForm(IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>The fields, in the order of the page.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["what", "country", "topic", "direction", "change", "person", "publisher", "minConfidence", "by", "target", "name", "since"];

    private static readonly string[] Filters = ["direction", "person", "publisher", "minConfidence"];

    /// <summary>What stands in a field.</summary>
    public string this[string field] => Typed.GetValueOrDefault(field, "");

    /// <summary>Whether it brings a filter from another page.</summary>
    public bool Arrived => Typed.Count > 0;

    /// <summary>The form as it was sent.</summary>
    public static SubscriptionForm Of(Func<string, StringValues> sent) =>
        new(Fields.Select(x => (Field: x, Text: string.Join("; ", sent(x).Where(y => !string.IsNullOrWhiteSpace(y))).Trim()))
            .Where(x => x.Text.Length > 0).ToDictionary(x => x.Field, x => x.Text));

    /// <summary>The form with the filter of the page that leads here, countries and topics by the names people know.</summary>
    public static SubscriptionForm From(IQueryCollection query, WorldCatalogue catalogue)
    {
        var form = Of(x => query[x]);
        var named = new Dictionary<string, string>(form.Typed);
        Name("country", x => catalogue.Country(x)?.Name);
        Name("topic", x => catalogue.Topic(x)?.Label);
        return new SubscriptionForm(named);

        void Name(string field, Func<string, string?> name)
        {
            if (named.TryGetValue(field, out var codes))
                named[field] = string.Join("; ", Several(codes).Select(x => name(x) ?? x));
        }
    }

    /// <summary>The form as programs send it.</summary>
    /// <exception cref="InvalidInputException">A country or topic is not known.</exception>
    internal JsonObject Json(Workspace workspace)
    {
        var filter = new JsonObject();
        foreach (var field in Filters.Where(Typed.ContainsKey))
            filter[field] = this[field];
        if (Typed.ContainsKey("country"))
            filter["country"] = List(Several(this["country"]).SelectMany(x => x.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        if (Typed.ContainsKey("topic"))
            // The names of topics have commas in them.
            filter["topic"] = List(Several(this["topic"]).Select(x => workspace.KnownTopic(x).Id));
        if (this["what"] is not ("changes" or "everything" or ""))
            filter["type"] = this["what"];
        else if (this["what"] == "changes" && Typed.ContainsKey("change"))
            filter["change"] = this["change"];

        var json = new JsonObject
        {
            ["watches"] = this["what"] == "changes" ? "changes" : "events",
            ["channel"] = this["by"] is "day" or "week" ? "email" : this["by"] is "" ? "webhook" : this["by"],
            ["target"] = this["target"],
            ["filter"] = filter,
        };
        if (this["by"] is "day" or "week")
            json["schedule"] = this["by"];
        if (Typed.ContainsKey("name"))
            json["name"] = this["name"];
        if (Typed.ContainsKey("since"))
            json["start"] = new JsonObject { ["since"] = this["since"] };
        return json;
    }

    /// <summary>The field of the page that stands for one that programs send.</summary>
    public static string FieldOf(string sent) => sent.Split('/')[^1] switch
    {
        "channel" or "schedule" => "by",
        "watches" or "type" => "what",
        "start" or "after" => "since",
        var same => same,
    };

    private static string[] Several(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(x => JsonValue.Create(x))]);
}
