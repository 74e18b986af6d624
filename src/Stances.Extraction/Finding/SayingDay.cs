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
    /// <summary>How many paragraphs on the day somebody spoke on is still that of what he says.</summary>
    private const int Far = 2;

    private readonly HashSet<string> protagonists = new(StringComparer.Ordinal);
    private (DateOnly Day, Actor Speaker, int Block)? last;
    private (DateOnly? Day, HashSet<string> Countries)? meeting;
    private readonly DaysBeside beside = new(scene, days);
    private readonly DaysAround around = new(scene, days);
    private readonly TimesUntold untold = new(scene);
    private Chapters? chapters;
    private int chapter;
    private (int Here, int Met) blocks;
    private (int Here, int Met) sentences;

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
    public void Reach(int block, int index)
    {
        (blocks.Here, sentences.Here) = (block, index);
        if (chapters is null || chapters.Of(block) == chapter)
            return;
        chapter = chapters.Of(block);
        (Here, last, meeting) = (chapters.DayOf(block) ?? Story, null, null);
    }

    /// <summary>From here on the text speaks of this meeting.</summary>
    public void Meet(DateOnly? day, IReadOnlyList<Actor> actors)
    {
        (meeting, blocks.Met, sentences.Met) = ((day, [.. actors.Select(x => x.Country)]), blocks.Here, sentences.Here);
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
            return Own(s, sentence);
        // "The Union condemns": what an office itself gives out, it says as it gives it out.
        if (around.Listed(sentence) is { } listed)
            return (listed, "day:told");
        if (scene.Official && Now(s))
            return (chapters?.DayOf(sentence.Block) ?? days.Published, "day:story");
        if (untold.Any(s, sentence, Live))
            return (null, "day:unknown");
        if (!(meeting is not null && blocks.Met == sentence.Block) && !Now(s) && around.Opened(sentence) is { } opened)
            return (opened, "day:same");
        // "Sikorski came on Saturday. Sikorski pressed them": as he was told of that day.
        if (s.Party.Head.Person is { } speaker && around.Named(sentence, speaker, out var at) is { } named
            && !(meeting is not null && sentences.Met > at))
            return (named, named == meeting?.Day ? "day:meeting" : "day:same");
        if (last is { } before && (before.Speaker == s.Party.Head && !s.Party.IsGroup && sentence.Block - before.Block < Far
            || before.Block == sentence.Block && meeting is null && !Foreign(s)))
            return (before.Day, "day:same");
        if (meeting is { } held && held.Countries.Overlaps(s.Party.Countries))
            return (held.Day, "day:meeting");
        if (Foreign(s) || !Live && untold.Aired(s, sentence))
            return (null, "day:unknown");
        // An entry of a live page tells of now, but where it opens with another day.
        return !Now(s) && (Live ? around.Opened(sentence, 5) : around.Last(sentence)) is { } near ? (near, "day:same") : (Here, "day:story");
    }

    /// <summary>In one's own words: the day they are given out, or that of what one recalls having said.</summary>
    private (DateOnly? Day, string Ground) Own(Statement s, Sentence sentence)
    {
        if (!Recalled(s, sentence))
            return (days.Published, "day:voice");
        if (around.Last(sentence) is { } near)
            return (near, "day:same");
        return meeting is { Day: { } then } sat && sat.Countries.Overlaps(s.Party.Countries) ? (then, "day:meeting") : (days.Published, "day:voice");
    }

    /// <summary>What a live page tells, it tells as it happens.</summary>
    private bool Live => chapters?.Live ?? false;

    /// <summary>A country that the story is not about says something somewhere in it.</summary>
    private bool Foreign(Statement s) =>
        s.Sentence > 3 && !Live && !untold.InPresent && !s.Party.Countries.Any(x => protagonists.Contains(x) || x == scene.Home)
            && protagonists.Count > 0;

    /// <summary>"we condemn": said as it is read out, whatever day the sentence tells of something else.</summary>
    private bool Present(Statement s) => s.Verb.End > s.Verb.First && !Past(s);

    /// <summary>"condemns", "is ready": told in the present.</summary>
    private bool Now(Statement s) =>
        s.Verb.End > s.Verb.First && scene.Tags[s.Verb.First] is Tag.Finite or Tag.Be && scene.Tokens[s.Verb.First].Lower is var word
            && (word is "is" or "are" || word != "was" && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal));

    /// <summary>"I raised it with him", "I told him that we value it": told of the meeting by one who sat there.</summary>
    private bool Recalled(Statement s, Sentence sentence)
    {
        if (s.Verb.End > s.Verb.First && Past(s))
            return true;
        for (var i = sentence.First; i + 1 < s.Verb.First; i++)
        {
            if (scene.Tokens[i].Lower == "i" && scene.Document.QuoteOf[i] < 0 && scene.Tokens[i + 1].Lower is "told" or "asked" or "assured" or "informed")
                return true;
        }

        return false;
    }

    private bool Past(Statement s)
    {
        // "I encouraged", where the catalogue's words begin with who speaks.
        var at = scene.Tags[s.Verb.First] == Tag.Pron && s.Verb.First + 1 < s.Verb.End ? s.Verb.First + 1 : s.Verb.First;
        var word = scene.Tokens[at].Lower;
        return word.EndsWith("ed", StringComparison.Ordinal)
            || word is "told" or "said" or "met" or "spoke" or "made" or "held" or "gave" or "put"
            || at > 0 && scene.Tokens[at - 1].Lower == "did";
    }
}
