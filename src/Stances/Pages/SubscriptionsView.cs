using System.Globalization;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Live;
using Stances.Live.Subscriptions;

namespace Stances.Pages;

/// <summary>A subscription with what it tells of in words, and how far behind the log it is.</summary>
/// <param name="GivenUp">How many notices were given up.</param>
/// <param name="Oldest">The oldest of them.</param>
public sealed record SubscriptionRow(Subscription Subscription, string Tells, long Behind, long GivenUp, IReadOnlyList<DeadLetter> Oldest)
{
    /// <summary>Whether what it should deliver next is not being taken.</summary>
    public bool Failing => Subscription.Progress.Failures > 0 || Subscription.Progress.GivenUp || Subscription.Reason is not null;

    /// <summary>The row of a subscription where the log reaches up to <paramref name="mark"/>.</summary>
    public static SubscriptionRow Of(Subscription x, long mark, WorldCatalogue catalogue, (long Count, IReadOnlyList<DeadLetter> Oldest) givenUp) =>
        new(x, Tell(x.Terms, catalogue), Math.Max(0, mark - x.Progress.At.After), givenUp.Count, givenUp.Oldest);

    private static string Tell(SubscriptionTerms terms, WorldCatalogue catalogue)
    {
        var chosen = terms.Selection;
        var what = terms.Watches == "changes" ? "changes of positions" : chosen.Types.Count == 0 ? "everything recorded" : Say.List([.. chosen.Types.Select(Plural)]);
        return Say.Capital(what)
            + Part(" of ", chosen.Countries.Select(x => catalogue.CountryOf(x).Name)) + Part(" on ", chosen.Topics.Select(x => catalogue.TopicOf(x).Label))
            + Part(", ", chosen.Positions.Select(Say.Word)) + Part(", ", chosen.Directions.Select(Say.Word)) + Part(", ", chosen.Changes)
            + Part(", said by ", chosen.Persons) + Part(", published by ", chosen.Publishers)
            + (chosen.MinConfidence is > 0 and var least ? string.Create(CultureInfo.InvariantCulture, $", read with {least * 100:0} % confidence or more") : "");
    }

    private static string Plural(string type) => type switch
    {
        "stance_stated" => "statements",
        "meeting_held" => "meetings",
        "agreement_reached" => "agreements",
        _ => type.Replace('_', ' '),
    };

    private static string Part(string before, IEnumerable<string> words) => words.ToList() is { Count: > 0 } some ? before + Say.List(some) : "";
}

/// <summary>What is wrong with a form, and at which of its fields; at none where it is about all of it.</summary>
public sealed record FormFault(string Field, string Message);

/// <summary>Subscriptions as they are, and the form to make one.</summary>
/// <param name="Mails">Whether this service can send mails.</param>
public sealed record SubscriptionsView(
    IReadOnlyList<SubscriptionRow> Rows, string? Next, SubscriptionForm Form, bool Mails, IReadOnlyList<Country> Countries, IReadOnlyList<Topic> Topics, YearMarks Marks)
{
    private const int Size = 50, Shown = 20;

    /// <summary>What was wrong with what was sent.</summary>
    public FormFault? Fault { get; init; }

    /// <summary>What came of the form before.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The message at a field; null where nothing is wrong with it.</summary>
    public string? FaultAt(string field) => Fault?.Field == field ? Fault.Message : null;

    /// <summary>The subscriptions after an id.</summary>
    internal static async Task<SubscriptionsView> Load(Workspace workspace, LiveOptions options, SubscriptionForm form, string? after, CancellationToken ct)
    {
        var store = new SubscriptionStore(workspace.Db);
        var found = await store.List(after, Size, ct);
        var givenUp = await store.GivenUp([.. found.Select(x => x.Id)], Shown, ct);
        var mark = await workspace.Feed.Mark(ct);
        return new SubscriptionsView(
            [.. found.Select(x => SubscriptionRow.Of(x, mark, workspace.Catalogue, givenUp.GetValueOrDefault(x.Id, (0, []))))], found.Count == Size ? "/subscriptions?after=" + Uri.EscapeDataString(found[^1].Id) : null,
            form, options.Smtp is not null, workspace.Catalogue.Countries, workspace.Catalogue.Topics, await YearMarks.OfAll(workspace, new AsOf(null, null), ct));
    }
}
