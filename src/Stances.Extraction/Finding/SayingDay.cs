using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>
/// Tells the day something was said: by the words beside it, else that of the meeting it was said in, else that of the story, where
/// the speaker belongs to the story. What a third country said some day, or says again and again, has no day unless one is told.
/// </summary>
internal sealed class SayingDay(Scene scene, DayFinder days)
{
    private readonly HashSet<string> protagonists = new(StringComparer.Ordinal);
    private (DateOnly Day, Actor Speaker, int Block)? last;
    private (DateOnly? Day, HashSet<string> Countries)? meeting;
    private readonly DaysBeside beside = new(scene, days);
    private bool? present;
    private Chapters? chapters;
    private int chapter;
    private (int Here, int Met) blocks;

    /// <summary>The day the article mainly tells of.</summary>
    public DateOnly? Story { get; private set; } = days.Published;

    /// <summary>The day of what is told here: that of the heading, else of the story.</summary>
    public DateOnly? Here { get; private set; } = days.Published;

    /// <summary>The day of the story: the last one the opening tells, of those shortly before it was published.</summary>
    public void Open()
    {
        chapters = days.Chapters;
        DateOnly? story = null;
        foreach (var sentence in scene.Document.Sentences.Take(4))
        {
            foreach (var told in days.In(sentence.First, sentence.End))
            {
                if (told is { Day: { } day } && beside.Own(told) && (days.Published is not { } on || on.DayNumber - day.DayNumber < 10)
                    && (story is null || day > story && sentence.First == 0))
                    story = day;
            }

            if (story is not null)
                break;
        }

        Here = Story = story ?? days.Published;
        for (var b = 0; b < scene.Document.Blocks.Count && scene.Document.Blocks[b].Kind != BlockKind.Body; b++)
            Name(scene.Document.Ranges[b].First, scene.Document.Ranges[b].End);
        foreach (var sentence in scene.Document.Sentences.Take(2))
            Name(sentence.First, sentence.End);
    }

    /// <summary>Whoever the headline or the opening names belongs to the story.</summary>
    private void Name(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Mentions[i] is { } mention && (mention.Country ?? mention.Person?.Country) is { } country)
                protagonists.Add(country);
        }
    }

    /// <summary>The text goes on with a paragraph: nothing told under another heading that dates what stands below it is carried into it.</summary>
    public void Reach(int block)
    {
        blocks.Here = block;
        if (chapters is null || chapters.Of(block) == chapter)
            return;
        chapter = chapters.Of(block);
        (Here, last, meeting) = (chapters.DayOf(block) ?? Story, null, null);
    }

    /// <summary>From here on the text speaks of this meeting.</summary>
    public void Meet(DateOnly? day, IReadOnlyList<Actor> actors)
    {
        (meeting, blocks.Met) = ((day, [.. actors.Select(x => x.Country)]), blocks.Here);
        if (day == Here)
            protagonists.UnionWith(actors.Select(x => x.Country));
    }

    /// <summary>The day a statement was made, and what told it.</summary>
    public (DateOnly? Day, string Ground) Of(Statement s, Sentence sentence)
    {
        var (day, ground) = Find(s, sentence);
        if (s.Sentence < 3 || day is not null && day == Story && ground == "day:told")
            protagonists.UnionWith(s.Party.Countries);
        return (day, ground);
    }

    private (DateOnly? Day, string Ground) Find(Statement s, Sentence sentence)
    {
        var voice = s.Party.Ground == "voice";
        if (!(voice && Present(s)) && beside.Told(s, sentence, Now(s), Here) is { } told)
        {
            last = (told, s.Party.Head, sentence.Block);
            return (told, "day:told");
        }

        // "..., the ministry said Thursday" of what was said when they met on Wednesday.
        if (!voice && beside.Reported(s, sentence) is { } reported)
        {
            if (meeting is { Day: { } sitting } there && there.Countries.Overlaps(s.Party.Countries) && sitting < reported
                && reported.DayNumber - sitting.DayNumber < 4)
                return (sitting, "day:meeting");
            last = (reported, s.Party.Head, sentence.Block);
            return (reported, "day:report");
        }

        if (voice)
            return Recalled(s) && meeting is { Day: { } then } sat && sat.Countries.Overlaps(s.Party.Countries)
                ? (then, "day:meeting")
                : (days.Published, "day:voice");
        // "The Union condemns": what an office itself gives out, it says as it gives it out.
        if (scene.Official && Now(s))
            return (chapters?.DayOf(sentence.Block) ?? days.Published, "day:story");
        if (Sometime(s, sentence))
            return (null, "day:unknown");
        if (!(meeting is not null && blocks.Met == sentence.Block) && !Now(s) && beside.Opened(sentence) is { } opened)
            return (opened, "day:same");
        if (last is { } before && (before.Speaker == s.Party.Head && !s.Party.IsGroup || before.Block == sentence.Block && meeting is null && !Foreign(s)))
            return (before.Day, "day:same");
        if (meeting is { } held && held.Countries.Overlaps(s.Party.Countries))
            return (held.Day, "day:meeting");
        return Foreign(s) ? (null, "day:unknown") : (Here, "day:story");
    }

    /// <summary>What a live page tells, it tells as it happens.</summary>
    private bool Live => chapters?.Live ?? false;

    /// <summary>A country that the story is not about says something somewhere in it.</summary>
    private bool Foreign(Statement s) =>
        s.Sentence > 3 && !Live && !ToldInPresent && !s.Party.Countries.Any(x => protagonists.Contains(x) || x == scene.Home)
            && protagonists.Count > 0;

    /// <summary>"we condemn": said as it is read out, whatever day the sentence tells of something else.</summary>
    private bool Present(Statement s) => s.Verb.End > s.Verb.First && !Past(s);

    /// <summary>"condemns", "is ready": told in the present.</summary>
    private bool Now(Statement s) =>
        s.Verb.End > s.Verb.First && scene.Tags[s.Verb.First] is Tag.Finite or Tag.Be && scene.Tokens[s.Verb.First].Lower is var word
            && (word is "is" or "are" || word != "was" && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal));

    /// <summary>"I raised it with him": told of the meeting by one who sat there.</summary>
    private bool Recalled(Statement s) => s.Verb.End > s.Verb.First && Past(s);

    private bool Past(Statement s)
    {
        var word = scene.Tokens[s.Verb.First].Lower;
        return word.EndsWith("ed", StringComparison.Ordinal)
            || word is "told" or "said" or "met" or "spoke" or "made" or "held" or "gave" or "put"
            || s.Verb.First > 0 && scene.Tokens[s.Verb.First - 1].Lower == "did";
    }

    /// <summary>"has accused", "had warned", "said last week", "denies" in a report that tells in the past: no day is told.</summary>
    private bool Sometime(Statement s, Sentence sentence)
    {
        if (s.Verb.Verb.Kind == VerbKind.Agree && s.Party.IsGroup)
            return false;
        var i = s.Verb.First - 1;
        while (i > s.First && scene.Tags[i] == Tag.Adv)
            i--;
        if (i >= 0 && s.Note != "postposed" && scene.Tokens[i].Lower is "has" or "have" or "had")
            return !Live || scene.Tokens[i].Lower == "had";
        var from = s.Note == "postposed" ? s.ContentEnd : sentence.First;
        var to = s.Note == "postposed" ? Math.Max(s.FrameEnd, s.Verb.End) : Math.Max(s.ContentFirst, s.Verb.End);
        for (var k = from; k < Math.Min(to, sentence.End - 1); k++)
        {
            if (scene.Document.QuoteOf[k] < 0 && scene.Tokens[k].Lower is "last" or "this" or "earlier" or "recent"
                && scene.Tokens[k + 1].Lower is "week" or "month" or "year" or "weeks" or "months" or "days" or "years" or "weekend")
                return true;
            if (scene.Document.QuoteOf[k] < 0 && scene.Tokens[k].Lower is "previously" or "repeatedly" or "long" or "consistently" or "recently")
                return true;
        }

        return Habit(s) && !Live && !ToldInPresent;
    }

    /// <summary>"denies", "insists"</summary>
    private bool Habit(Statement s) =>
        s.Verb.End > s.Verb.First && s.Sentence > 1
            && scene.Tokens[s.Verb.First].Lower is "says" or "denies" or "insists" or "regards" or "maintains" or "claims" or "considers"
                or "argues" or "rejects" or "opposes" or "believes";

    /// <summary>Whether the report itself is told in the present, as live pages and broadcasts are.</summary>
    private bool ToldInPresent => present ??= FindPresent();

    private bool FindPresent()
    {
        var (now, then) = (0, 0);
        for (var i = 0; i < scene.Tokens.Count; i++)
        {
            switch (scene.Tokens[i].Lower)
            {
                case "says" or "warns" or "tells" or "adds" or "urges" or "calls" when scene.Document.QuoteOf[i] < 0 && scene.Tags[i] == Tag.Finite:
                    now++;
                    break;
                case "said" or "told" or "added" or "warned" or "urged" or "called" when scene.Document.QuoteOf[i] < 0:
                    then++;
                    break;
            }
        }

        return now >= then;
    }
}
