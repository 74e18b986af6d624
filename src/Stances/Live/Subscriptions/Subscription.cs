using System.Security.Cryptography;

namespace Stances.Live.Subscriptions;

/// <summary>How a subscriber is told.</summary>
public enum Channel
{
    /// <summary>Each notice is sent to a web address.</summary>
    Webhook,

    /// <summary>Notices are gathered into a mail by day or week.</summary>
    Email,

    /// <summary>All notices go to a message broker; set up by configuration.</summary>
    Broker,
}

/// <summary>Whether a subscription delivers.</summary>
public enum SubscriptionState
{
    /// <summary>It delivers.</summary>
    Active,

    /// <summary>It waits where it is; nothing is lost.</summary>
    Paused,

    /// <summary>The receiver said that it is gone for good.</summary>
    Ended,
}

/// <summary>How often a digest is sent.</summary>
public enum DigestSchedule
{
    /// <summary>Each day.</summary>
    Day,

    /// <summary>Each Monday.</summary>
    Week,
}

/// <summary>What its owner can say of a subscription.</summary>
/// <param name="Target">A web address or a mail address.</param>
/// <param name="Watches"><c>events</c> or <c>changes</c>.</param>
/// <param name="Schedule">For digests.</param>
public sealed record SubscriptionTerms(string Name, Channel Channel, string Target, string Watches, Selection Selection, DigestSchedule? Schedule);

/// <summary>A standing wish to be told, and how far it has been met.</summary>
/// <param name="Version">Rises with everything its owner changes.</param>
/// <param name="Since">What was recorded earlier is left out.</param>
/// <param name="Replays">Whether its owner asked for another try of something given up.</param>
public sealed record Subscription(
    string Id, SubscriptionTerms Terms, SubscriptionState State, string? Reason, int Version, DateTimeOffset CreatedAt, DateTimeOffset? Since, bool Replays, Progress Progress)
{
    /// <summary>A new id.</summary>
    public static string NewId() => "sub_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
}

/// <summary>How far a subscription has come, and what stands in its way.</summary>
/// <param name="Failures">In a row, of what is next.</param>
/// <param name="FailingSince">Since when what is next has been failing.</param>
/// <param name="DueAt">When it is tried again, or when the digest is due; null: at once.</param>
/// <param name="GivenUp">Whether nothing has been taken since something was given up.</param>
public sealed record Progress(
    Place At, int Failures = 0, DateTimeOffset? FailingSince = null, DateTimeOffset? DueAt = null, bool GivenUp = false, string? LastError = null,
    long Delivered = 0, DateTimeOffset? DeliveredAt = null);

/// <summary>A notice that was given up after days of trying.</summary>
/// <param name="Message">The id the receiver would know it by.</param>
public sealed record DeadLetter(Place Place, string Message, int Attempts, string Error, DateTimeOffset GivenUpAt, DateTimeOffset? ReplayAt);
