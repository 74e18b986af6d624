using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stances.Live.Subscriptions;

/// <summary>Subscriptions as the interfaces show them: never with their secrets.</summary>
internal static class SubscriptionView
{
    public static JsonObject Of(Subscription x, long mark)
    {
        var progress = x.Progress;
        return new JsonObject
        {
            ["id"] = x.Id,
            ["name"] = x.Terms.Name,
            ["channel"] = Word(x.Terms.Channel),
            ["target"] = x.Terms.Target,
            ["watches"] = x.Terms.Watches,
            ["filter"] = JsonSerializer.SerializeToNode(SelectionFields.Write(x.Terms.Selection), EventView.Json),
            ["schedule"] = x.Terms.Schedule is { } schedule ? Word(schedule) : null,
            ["state"] = Word(x.State),
            ["reason"] = x.Reason,
            ["createdAt"] = x.CreatedAt.UtcDateTime,
            ["since"] = x.Since?.UtcDateTime,
            ["place"] = progress.At.ToString(),
            ["behind"] = Math.Max(0, mark - progress.At.After),
            ["delivered"] = progress.Delivered,
            ["deliveredAt"] = progress.DeliveredAt?.UtcDateTime,
            ["failures"] = progress.Failures,
            ["failingSince"] = progress.FailingSince?.UtcDateTime,
            ["dueAt"] = progress.DueAt?.UtcDateTime,
            ["lastError"] = progress.LastError,
        };
    }

    public static JsonObject Of(DeadLetter x) => new()
    {
        ["message"] = x.Message,
        ["place"] = x.Place.ToString(),
        ["attempts"] = x.Attempts,
        ["error"] = x.Error,
        ["givenUpAt"] = x.GivenUpAt.UtcDateTime,
        ["replayAt"] = x.ReplayAt?.UtcDateTime,
    };

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
