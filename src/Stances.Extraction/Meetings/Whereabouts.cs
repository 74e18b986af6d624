using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Knows where an article's people are as it goes on: the towns they came to, met in and spoke in, for meetings whose own words name none.</summary>
internal sealed class Whereabouts
{
    /// <summary>Behind these somebody is told to come to a town.</summary>
    private static readonly FrozenSet<string> Ways = English.Set(
            "visit visits visiting visited trip travel travelled traveled travels traveling travelling flew flies fly flying went goes "
            + "came comes come arrived arrives arriving arrival tour toured journey headed heading proceeded moved continued welcomed "
            + "brought invited");

    /// <summary>Beside these a town tells where something goes on.</summary>
    private static readonly FrozenSet<string> Stays = English.Set(
            "summit conference talks meeting meetings session forum ceremony visit gathering assembly congress dinner lunch funeral "
            + "inauguration stop negotiations consultations round bilateral tour event celebrations be retreat dialogue arrived landed "
            + "gathered met began opened ended spoke speaking speak addressed hosted held stopped stayed is are was were been reporters "
            + "journalists convened convening concluded signed dialogue being him her today yesterday");

    private readonly Scene scene;
    private readonly PlaceNames names;
    private readonly List<(int Token, PlaceTold Place)> stations = [];
    private readonly PlaceTold? filed;
    private readonly int opening;

    public Whereabouts(Scene scene)
    {
        this.scene = scene;
        names = new PlaceNames(scene);
        filed = new MeetingPlace(scene).Filed();
        opening = scene.Document.Sentences.Count > 2 ? scene.Document.Sentences[2].End : int.MaxValue;
        for (var b = 0; b < scene.Document.Blocks.Count; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            var byline = scene.Document.Blocks[b].Kind == BlockKind.Meta && first < end && scene.Tokens[first].Lower == "by";
            if (byline || scene.Document.Blocks[b].Kind is BlockKind.Body or BlockKind.Title or BlockKind.Caption)
                Scan(first, end, byline || scene.Document.Blocks[b].Kind == BlockKind.Title);
        }
    }

    /// <summary>The town of a meeting that is told at a token, by those around it; null where nothing tells.</summary>
    public PlaceTold? Of(MeetingTold told, IReadOnlyList<(MeetingTold Told, DateOnly? On)> others, DateOnly? on)
    {
        // "Jilani visited Tashkent. On its sidelines he met Raisi": what the sentence before tells, whoever's town it is.
        if (stations.LastOrDefault(x => x.Token <= told.First && Near(x.Token, told.First)).Place is { } near
            && (told.Host is null || told.Host == near.Country))
            return near;
        var countries = told.Actors.Select(x => x.Country).ToHashSet(StringComparer.Ordinal);
        // Where one of them met another the same day.
        var beside =
            others.Where(x => x.Told != told && !x.Told.Call && !x.Told.Background && x.Told.Place is { Town: not null }
                && (x.On == on && x.Told.Actors.Any(y => told.Actors.Any(z => y.Person is not null && y.Person == z.Person))
                    || x.Told.Key == told.Key && x.On is { } then && on is { } now && Math.Abs(then.DayNumber - now.DayNumber) == 1))
            .OrderBy(x => Math.Abs(x.Told.First - told.First)).Select(x => x.Told).FirstOrDefault();
        var met =
            others.Where(x => x.Told != told && !x.Told.Background && x.Told.Place is { Town: not null }
                && !(x.On is { } then && on is { } now && Math.Abs(then.DayNumber - now.DayNumber) > 3))
                .Select(x => (Token: x.Told.First, Place: x.Told.Place! with { Name = x.Told.Place.Town! }));
        var known =
            stations.Concat(met).OrderBy(x => x.Token)
                .Where(x => told.Host is { } host ? x.Place.Country == host : x.Place.Country is { } own && countries.Contains(own))
                .ToList();
        var before = known.LastOrDefault(x => x.Token <= told.First);
        if (before.Place is not null && (beside is null || before.Token >= beside.First || told.Host is not null))
            return before.Place;
        if (beside is not null && (told.Host is null || beside.Place!.Country == told.Host))
            return beside.Place! with { Name = beside.Place.Town! };
        if (told.Host is { } host)
            return (filed?.Country == host ? filed : null) ?? known.FirstOrDefault().Place ?? Home(host, told.First);
        // Where it was filed, or where the story opens, whoever's town that is.
        return (filed?.Country is { } here && countries.Contains(here) ? filed : null) ?? known.FirstOrDefault().Place ?? filed
            ?? stations.FirstOrDefault(x => x.Token < opening).Place;
    }

    /// <summary>Whether two tokens stand in one paragraph, at most two sentences apart.</summary>
    private bool Near(int station, int told)
    {
        var sentences = scene.Document.Sentences;
        var (a, b) = (sentences.FindLastIndex(x => x.First <= station), sentences.FindLastIndex(x => x.First <= told));
        return a >= 0 && b >= a && b - a < 3 && sentences[a].Block == sentences[b].Block;
    }

    /// <summary>A town of the host's that the text names, the nearest before the meeting; else his capital.</summary>
    private PlaceTold? Home(string host, int told)
    {
        PlaceTold? named = null;
        for (var i = 0; i < scene.Tokens.Count && (i <= told || named is null); i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.City, Country: { } country } town && country == host && town.First == i)
                named = names.Of(i, town.End, host);
        }

        return named ?? names.Capital(host);
    }

    private void Scan(int first, int end, bool heading)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0)
                continue;
            var lead = scene.Tokens[i].Lower;
            // "the seafront of the Uruguayan capital", "Joint Press Conference, Honolulu"
            var bare = lead == "of" || heading && scene.Tokens[i].Kind == TokenKind.Comma;
            if (!bare && lead is not ("in" or "at" or "to" or "from" or "visited" or "visiting" or "reached" or "toured")
                || names.Read(i + 1, end, lead) is not { Town: not null, Country: not null } place
                || Unreal(i, first, Math.Min(end, Math.Max(place.End, i + 2))))
                continue;
            var there = lead switch
            {
                "of" => scene.Tokens[place.End - 1].Lower == "capital",
                "to" => Beside(i, first, Ways),
                "from" => i > first && scene.Tokens[i - 1].Lower is "live" or "it" or "morning" or "afternoon" or "evening" or "reporting" or "reports",
                "in" or "at" => heading || i == first || !scene.Tokens[i - 1].IsWord || Beside(i, first, Stays),
                _ => true,
            };
            if (there)
                stations.Add((i, place with { End = 0 }));
        }
    }

    /// <summary>"the next summit is to be held in", "when they first met in Berlin in September 2023": another time's place.</summary>
    private bool Unreal(int at, int first, int behind)
    {
        for (var i = at - 1; i >= Math.Max(first, at - 16); i--)
        {
            if (scene.Tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon && !scene.Title(i))
                break;
            if (scene.Tags[i] is Tag.Modal or Tag.Infinitive
                || scene.Tokens[i].Lower is "next" or "last" or "previous" or "scheduled" or "planned" or "since" or "invitation"
                    or "invited"
                || scene.Tokens[i].Lower == "to" && i > 0 && scene.Tags[i - 1] == Tag.Be)
                return true;
        }

        // "in September 2023", "last November"
        return behind + 1 < scene.Tokens.Count
            && (scene.Tokens[behind].Lower == "in" && scene.Tags[behind + 1] == Tag.Time
                && !English.Weekdays.Contains(scene.Tokens[behind + 1].Lower)
                || scene.Tokens[behind].Lower is "last" or "next" || scene.Tokens[behind + 1].Lower == "ago");
    }

    private bool Beside(int at, int first, FrozenSet<string> words)
    {
        for (var i = at - 1; i >= Math.Max(first, at - 9); i--)
        {
            if (words.Contains(scene.Tokens[i].Lower))
                return true;
            if (scene.Tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon)
                return false;
        }

        return false;
    }
}
