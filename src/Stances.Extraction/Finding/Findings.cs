using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Meetings;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Topics;
using Stances.Extraction.Words;
using static Stances.Domain.ArticleEvent;

namespace Stances.Extraction.Finding;

/// <summary>Makes events of what the sentences of one article tell, and drops what was told before.</summary>
internal sealed class Findings(Scene scene, TopicFinder topics, PositionFinder positions, DirectionFinder directions, DayFinder days,
    OtherSide others)
{
    /// <summary>What several do together though each might do it alone.</summary>
    private static readonly FrozenSet<string> Together = English.Set("reaffirmed reaffirm reaffirming reconfirmed shared share sharing");

    private static readonly FrozenSet<string> Sides = English.Set("sides countries nations states governments capitals delegations neighbours neighbors");

    /// <summary>How words begin for telling what is or was so, which hold nothing where no word of it takes a side.</summary>
    private static readonly string[] Facts = ["recall", "recount", "announc", "noted", "notes", "noting", "report", "notif"];

    private readonly ToldOnce told = new(scene);

    private readonly AgreementDoubts doubts = new(scene, days);

    private readonly MeetingsHeld meetings = new(scene);

    /// <summary>Who agreed on something so far.</summary>
    private readonly HashSet<string> agreed = new(StringComparer.Ordinal);

    /// <summary>When what is told was said.</summary>
    public SayingDay Said { get; } = new(scene, days);

    public IReadOnlyList<ArticleEvent> InOrder() =>
        [.. told.All.Select(Sat).Concat(meetings.All).OrderBy(x => x.Grounds!.Start).ThenBy(x => x.Grounds!.End)
            .ThenBy(x => x is StanceStated s ? s.Country : "", StringComparer.Ordinal)];

    /// <summary>What two agreed on is of the day they met, even where that is told only after it.</summary>
    private ArticleEvent Sat(ArticleEvent e) =>
        e is AgreementReached { On: { } on } agreed && agreed.Reasons.Any(x => x is "day:report" or "day:story")
        && meetings.DayOf(string.Join('+', agreed.Parties.Distinct().Order(StringComparer.Ordinal))) is { } day && day < on && on.DayNumber - day.DayNumber < 4
            ? agreed with { On = day, Reasons = [.. agreed.Reasons.Where(x => !x.StartsWith("day:", StringComparison.Ordinal)), "day:meeting"] } : e;

    public void Add(Statement s, Sentence sentence)
    {
        // "could not agree": nobody's, and no side is taken.
        if (s.Verb.Verb is { Kind: VerbKind.Agree, Id: "sign" or "jointly-do" } && !s.Party.IsGroup
            || s.Verb.Verb.Kind == VerbKind.Agree && s is { Negated: true, Party.IsGroup: true } || doubts.UnderDeal(s, sentence))
            return;
        if (s.Party.IsGroup && !Assures(s)
            && (s.Verb.Verb.Kind == VerbKind.Agree || !s.Negated && Together.Contains(scene.Tokens[s.Verb.First].Lower) || Announced(s)
                || s.Verb.Verb.Kind == VerbKind.Say
                    && positions.Read(s.Verb, s.Negated, s.ContentFirst, s.ContentEnd, s.Party.Countries).Position == Position.Commits))
        {
            Agreement(s, sentence);
            return;
        }

        // "Ministers" may be anybody's where they do not agree on something.
        if (s.Party.Ground == "group:bare")
            return;
        // "Neither side moved, the ministry said": told of both, and nothing held.
        if (scene.Tokens[s.ContentFirst].Lower == "neither" && s.ContentFirst + 1 < s.ContentEnd
            && scene.Tokens[s.ContentFirst + 1].Lower is "side" or "party" or "country" or "government")
            return;
        foreach (var country in s.Party.Countries)
            Stance(s, sentence, country);
    }

    /// <summary>"assured Poland of their support": each of them tells it another.</summary>
    private bool Assures(Statement s) =>
        scene.Tokens[s.Verb.First].Lower is "assured" or "assure" or "reassured" or "assuring" or "reassuring"
            && s.Verb.First + 1 < s.ContentEnd && scene.Mentions[s.Verb.First + 1] is { } other
            && (other.Country ?? other.Person?.Country) is { } country && !s.Party.Countries.Contains(country);

    private void Agreement(Statement s, Sentence sentence)
    {
        if (doubts.Any(s, sentence))
            return;
        var (topic, ground, penalty) = Topic(s, sentence, s.Party.Countries);
        var (on, day) = Said.Of(s, sentence);
        var confidence = Confidence.Of(s, penalty, s.Verb.Verb.Kind == VerbKind.Agree ? 0.02 : 0.12);
        var parties = s.Party.Countries.Order(StringComparer.Ordinal).ToList();
        agreed.Add(string.Join('+', parties));
        var summary = Summary.Agreement(scene, parties, topic, s);
        told.Add(new AgreementReached(parties, topic?.Id ?? TopicFinder.Unclassified, summary, s.Verb.Verb.Stage, on, confidence,
            [.. Confidence.Reasons(s, "agreement:" + s.Verb.Verb.Id, ground), day], Ground(s.First, s.End)),
            s);
    }

    /// <summary>
    /// What several announce together that will be, or now is: "announced that flights would resume", "that the treaty had entered into
    /// force".
    /// </summary>
    private bool Announced(Statement s)
    {
        if (s.Negated || !scene.Tokens[s.Verb.First].Lower.StartsWith("announc", StringComparison.Ordinal))
            return false;
        for (var i = s.ContentFirst; i < s.ContentEnd; i++)
        {
            if (scene.Tokens[i].Lower is "will" or "would" && scene.Tags[i] == Tag.Modal && scene.Tokens[i - 1].Lower != "they"
                || scene.Tokens[i].Lower == "into" && i + 1 < s.ContentEnd && scene.Tokens[i + 1].Lower is "force" or "effect")
                return true;
        }

        return false;
    }

    private void Stance(Statement s, Sentence sentence, string country)
    {
        if (Guessed(s) || others.Mutual(s))
            return;
        var reading = positions.Read(s.Verb, s.Negated, s.ContentFirst, s.ContentEnd, s.Party.Countries);
        var (topic, ground, penalty) = Topic(s, sentence, s.Party.Countries);
        if (reading.Ground == "position:none" && ground is not ("topic:content" or "topic:before" or "topic:question" or "topic:heading")
            && !(topics.Main.Dominant && (s.Note is "postposed" || s.Party.Head.Person is not null))
            && !(ground == "topic:sentence" && s.Party.Head.Person is not null))
            return;
        if (reading.Ground == "position:none" && Plain(s, ground))
            return;
        var first = reading.Ground.StartsWith("verb:", StringComparison.Ordinal) ? s.Verb.First : s.ContentFirst;
        var direction =
            topic is null
                ? Direction.Unclear
                : directions.Read(scene.Document, topic, reading, country, ground is "topic:content", Math.Min(first, s.ContentFirst),
                    Math.Max(s.ContentEnd, s.Verb.End));
        var actor = s.Party.Actors.First(x => x.Country == country);
        var (on, day) = Said.Of(s, sentence);
        var speaker = actor.Kind switch
        {
            ActorKind.Person when Collective(s.Party) => null,
            ActorKind.Person => new Speaker(actor.Person!.Name, actor.Person.Role),
            ActorKind.Office when actor.Role is not null => new Speaker(null, actor.Role),
            _ => null,
        };
        var summary = Summary.Stance(scene, country, speaker, topic, reading.Position, s);
        told.Add(new StanceStated(
            country, speaker, s.Attribution, topic?.Id ?? TopicFinder.Unclassified, reading.Position, direction, Target(s, country), summary, on,
            Confidence.Of(s, penalty, reading.Penalty + (on is null ? 0.04 : 0)), [.. Confidence.Reasons(s, reading.Ground, ground), day],
                Ground(s.First, s.End)), s);
    }

    /// <summary>"Both sides", "the two countries": a word for states, whoever sat there for them.</summary>
    private bool Collective(Party party) =>
        party is { Ground: "group", IsGroup: true } && party.End > party.First && Sides.Contains(scene.Tokens[party.End - 1].Lower);

    /// <summary>Whether only the paper's own country tells whose the speaker is, or a paper spoken of before.</summary>
    private bool Guessed(Statement s) =>
        s.Party.Ground is "person:source" or "paper:focus"
        || s.Party is { Ground: "office:source", Head.Role: not "spokesperson" }
            && !Enumerable.Range(s.Party.First, s.Party.End - s.Party.First).Any(i => scene.Mentions[i] is { Kind: MentionKind.Person });

    /// <summary>Whether what takes no side is only told: as a fact, by a ministry or a paper, or with the matter nowhere near.</summary>
    private bool Plain(Statement s, string ground) =>
        s.Party.Ground == "voice" && scene.Tokens[s.Verb.First].Lower == "think"
        || ground is "topic:sentence" or "topic:clause" or "topic:heading"
        || s.Party.Head.Kind is ActorKind.Paper
            || s.Party.Head.Kind is ActorKind.Organ && (ground != "topic:content" || s.Party.Ground == "organ:focus")
            || s.Party.Ground is "people" || s.Party.Ground.EndsWith(":source", StringComparison.Ordinal)
        || Facts.Any(x => scene.Tokens[s.Verb.First].Lower.StartsWith(x, StringComparison.Ordinal));

    private (Topic? Topic, string Ground, double Penalty) Topic(Statement s, Sentence sentence, IReadOnlyList<string> countries)
    {
        var (topic, ground, score) = topics.Of(Opening(s), s.ContentEnd, sentence, Math.Min(s.First, s.ContentFirst), s.Sentence, countries, Named(s));
        var penalty =
            ground switch { "topic:content" => score < 1 ? 0.05 : 0, "topic:clause" => 0.05, "topic:sentence" => 0.14, "topic:weak" => 0.1,
                "topic:before" or "topic:question" or "topic:heading" => 0.1, "topic:lead" => 0.19, _ => 0.2 };
        return (topic, ground, penalty);
    }

    /// <summary>Where the words begin that tell the matter: a verb may hold some of them, "called it the most important neighbor".</summary>
    private static int Opening(Statement s) => s.ContentFirst >= s.Verb.First && s.ContentFirst <= s.Verb.End ? s.Verb.First : s.ContentFirst;

    /// <summary>The countries named in a statement beside the one that makes it.</summary>
    private List<string> Named(Statement s)
    {
        var named = new List<string>();
        for (var i = Math.Min(s.First, s.ContentFirst); i < Math.Max(s.End, s.ContentEnd); i++)
        {
            if (scene.Mentions[i] is { } mention && (mention.Country ?? mention.Person?.Country) is { } country && !named.Contains(country))
                named.Add(country);
        }

        return named;
    }

    private string? Target(Statement s, string country)
    {
        for (var i = s.Verb.First; i < s.ContentEnd; i++)
        {
            if (scene.Mentions[i] is { Kind: not (MentionKind.City or MentionKind.People or MentionKind.Other) } mention
                && (mention.Country ?? mention.Person?.Country) is { } other && other != country)
                return other;
        }

        return null;
    }

    private Evidence Ground(int first, int end)
    {
        var tokens = scene.Tokens;
        return Evidence.In(scene.Document.Text, tokens[first].Start, tokens[Math.Max(first, end - 1)].End);
    }

    /// <summary>Whether a meeting of these countries was told, or something they agreed on.</summary>
    public bool Met(string key) => meetings.Any(key) || agreed.Contains(key);

    /// <summary>Whether a meeting of these countries, or of these and others, was told.</summary>
    public bool MetAmong(string key) => meetings.Among(key);

    /// <summary>Seats others at the meeting told last.</summary>
    public void Join(IReadOnlyList<Actor> others, Sentence sentence) => meetings.Join(others, sentence);

    /// <summary>Takes a meeting in; the day it was on.</summary>
    public DateOnly? Meet(MeetingTold meeting) => meetings.Add(meeting, Said.Here);
}
