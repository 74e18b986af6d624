using Stances.Domain;
using Stances.Domain.Catalogue;

namespace Stances.Extraction.Questions;

/// <summary>What a question wants, and where in it its topic stands.</summary>
/// <param name="Marker">The word after which the topic stands; -1 where there is none.</param>
/// <param name="SlotEnd">Where the words on the topic end.</param>
/// <param name="Verb">The word that told what is wanted; -1 where none did.</param>
internal sealed record IntentReading(Intent Intent, string? Refusal, int Marker, int SlotEnd, int Verb, int VerbEnd, Position? Position,
    MeetingFormat? Format, bool Compares)
{
    public bool InSlot(int i) => Marker >= 0 && i > Marker && i < SlotEnd;

    public static IntentReading Of(Draft draft, VerbSense verbs, WorldCatalogue catalogue, bool ahead, bool quoted)
    {
        var marker = FindMarker(draft);
        var end = SlotEndOf(draft, marker, breaksAtBetween: false);
        var compares = Enumerable.Range(0, draft.Count).Any(i => !InName(draft, i) && QuestionWords.Compare.Contains(draft.At(i)) && draft.At(i) != "between");
        var none = new IntentReading(Intent.None, null, marker, end, -1, -1, null, null, compares);
        if (Refusals.Of(draft, ahead) is { } refusal)
            return none with { Refusal = refusal };

        var asksWho = AsksWho(draft);
        var changes = Enumerable.Range(0, draft.Count).Any(i => draft.Free(i) && !InName(draft, i) && QuestionWords.Change.Contains(draft.At(i)));
        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.Free(i) || (marker >= 0 && i > marker && i < end)
                || QuestionWords.About.Contains(draft.At(i)) && i == marker && draft.At(i) != "against")
                continue;
            var name = draft.NameAt(i);
            var hint = name is { Start: var first, End: var last } && last - first == 1 && name.Meanings.All(x => x is { Kind: NameKind.Topic, Weak: true });
            var byName = name is not null && MeetingName(name, draft, catalogue);
            if (name is not null && !hint && !byName)
                continue;
            var word = draft.At(i);
            var meets = (Meets(draft, i) || byName) && !BrokenOff(draft, i);
            if (!meets && word is "call" or "calls" && draft.At(i + 1) is not ("for" or "on" or "upon"))
                continue;
            if (meets)
                return (none with { Intent = Intent.Met, Verb = i, VerbEnd = i + 1, Format = FormatOf(draft) }).Rebroken(draft);
            if (QuestionWords.Agree.Contains(word) && !(draft.Is(i + 1, "with") && draft.At(0) is "does" or "do"))
                return (none with { Intent = Intent.Agreed, Verb = i, VerbEnd = i + 1 }).Rebroken(draft);
            if (QuestionWords.Hold.Contains(word) && word is not ("where" or "side" or "sides" or "hold" or "holds" or "held" or "feel"))
                return none with { Intent = changes ? Intent.Changed : compares ? Intent.Said : Intent.Held, Verb = i, VerbEnd = i + 1 };
            if (word is "side" or "sides"
                && Enumerable.Range(i, draft.Count - i).Any(x => draft.At(x) is "take" or "takes" or "took" or "taken")
                || word is "hold" or "holds" or "held" && !MeetsLater(draft, i))
                return none with { Intent = Intent.Held, Verb = i, VerbEnd = i + 1 };
            if (QuestionWords.Say.Contains(word) && !Idle(draft, i) && verbs.At(draft, i) is not { Position: Stances.Domain.Position.Demands })
                return none with { Intent = asksWho && !SpeaksFor(draft, i)
                    ? Intent.WhoSaid
                    : changes && word is "view" or "views" or "line"
                    ? Intent.Changed
                    : AsksWhether(draft)
                    ? Intent.EverSaid
                    : Intent.Said,
                    Verb = i, VerbEnd = i + 1 };
            if (QuestionWords.Change.Contains(word))
                return none with { Intent = Intent.Changed, Verb = i, VerbEnd = i + 1 };
            if (verbs.At(draft, i) is { } sense && !Idle(draft, i))
            {
                var intent =
                    asksWho || IsPassive(draft, i)
                        ? Intent.WhoSaid
                        : draft.At(0) is "does" or "do" or "is" or "are"
                        ? Intent.Held
                        : AsksWhether(draft)
                        ? Intent.EverSaid
                        : Intent.Said;
                return none with { Intent = intent, Verb = i, VerbEnd = sense.End, Position = sense.Position };
            }
        }

        if (changes)
            return none with { Intent = Intent.Changed };
        if (Enumerable.Range(0, draft.Count).Any(i => draft.At(i) is "happened" or "happens"))
            return none with { Intent = Intent.Said };
        return none with { Intent = asksWho && quoted ? Intent.WhoSaid : Intent.None };
    }

    private static bool InName(Draft draft, int i) => draft.NameAt(i) is not null;

    private static int FindMarker(Draft draft)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.Free(i) || InName(draft, i))
                continue;
            if (QuestionWords.About.Contains(draft.At(i)) && !(draft.At(i - 1) is "what" or "how")
                && !(draft.Is(i, "on") && Phone(draft, draft.Is(i + 1, "the") ? i + 2 : i + 1))
                && !(draft.Is(i, "on") && draft.Is(i - 1, "call") | draft.Is(i - 1, "called") | draft.Is(i - 1, "calls")))
            {
                // "agree on regarding history": the last of a row of markers.
                while (QuestionWords.About.Contains(draft.At(i + 1))
                    || draft.At(i + 1) is "anything" or "something" or "what" && QuestionWords.About.Contains(draft.At(i + 2)))
                    i++;
                return i;
            }

            if (draft.Is(i, "to")
                && (draft.At(i - 1).StartsWith("react", StringComparison.Ordinal)
                    || draft.At(i - 1).StartsWith("respon", StringComparison.Ordinal)
                || draft.At(i - 1) is "regard" or "respect" or "relation" or "comes" or "came" or "answer" or "objections" or "opposition"))
                return i;
        }

        return -1;
    }

    private IntentReading Rebroken(Draft draft) => this with { SlotEnd = SlotEndOf(draft, Marker, breaksAtBetween: true) };

    /// <summary>The topic ends with its clause: "on GSOMIA, what did Seoul say".</summary>
    private static int SlotEndOf(Draft draft, int marker, bool breaksAtBetween)
    {
        if (marker < 0)
            return -1;
        var asked = Enumerable.Range(0, marker).Any(i => IsAuxiliary(draft.At(i)));
        for (var i = marker + 1; i < draft.Count; i++)
        {
            if (InName(draft, i))
                continue;
            // "was the strike on the port condemned by the EU": the clause goes on behind its subject.
            if (draft.At(0) is "was" or "were" or "has" or "have" or "had" && draft.Is(i + 1, "by") && draft.At(i).EndsWith("ed", StringComparison.Ordinal))
                return i;
            if (draft.At(i) is ":" or "?" or ";"
                || draft.At(i) is "," && (i + 1 >= draft.Count || IsQuestionWord(draft.At(i + 1)) || draft.Words[i + 1].IsMark))
                return i;
            if (!asked && i > marker + 1 && (IsQuestionWord(draft.At(i)) || draft.At(i) is "did" or "does" or "has"))
                return i;
            if (breaksAtBetween && draft.At(i) is "between" or "with" && breaksAtBetween || breaksAtBetween && asked is false && draft.At(i) is "by")
                return i;
        }

        return draft.Count;
    }

    private static bool IsAuxiliary(string word) => word is "did" or "does" or "do" or "has" or "have" or "had" or "was" or "were" or "is" or "are";

    private static bool IsQuestionWord(string word) => word is "what" or "when" or "who" or "where" or "how" or "did" or "does" or "has" or "have" or "was";

    private static bool AsksWho(Draft draft) =>
        draft.At(0) is "who" or "whose"
            || draft.At(0) is "which" or "what"
                && (QuestionWords.Somebody.Contains(draft.At(1))
                    || draft.NameAt(1) is { IsActor: true } of && QuestionWords.Somebody.Contains(draft.At(of.End)) || draft.Is(1, "of"))
            || AsksAnybody(draft)
        || Enumerable.Range(0, draft.Count).Any(i => draft.Is(i, "who") && draft.At(i - 1) is ":" or "," or "me" or "know" or "remember");

    /// <summary>"did anyone", "has any country"; "anyone in Tokyo" names whom.</summary>
    private static bool AsksAnybody(Draft draft) =>
        Enumerable.Range(0, Math.Min(8, draft.Count)).Any(i => draft.NameAt(i) is null && !(draft.At(i + 1) is "in" or "from" or "of")
        && (draft.At(i) is "anyone" or "anybody" or "someone" or "somebody" or "everyone" or "everybody"
            || draft.At(i) is "any" or "other" or "all" && QuestionWords.Somebody.Contains(draft.At(i + 1)))
        && Enumerable.Range(0, i).Any(x => draft.At(x) is "did" or "has" or "have" or "does" or "do" or "if" or "whether"));

    private static bool AsksWhether(Draft draft) =>
        draft.At(0) is "did" or "has" or "have" or "had"
            || Enumerable.Range(0, draft.Count).Any(i => draft.Is(i, "ever") && !InName(draft, i))
                && draft.At(0) is not ("everything" or "all" or "what");

    /// <summary>"summit", "trilateral talks": a meeting by name, which is also the topic of such meetings.</summary>
    private static bool MeetingName(Span name, Draft draft, WorldCatalogue catalogue) =>
        name.Is(NameKind.Topic) && !name.IsActor && name.Meanings.All(x => x.Weak || catalogue.Topic(x.Id) is { Generic: true })
        && Enumerable.Range(name.Start, name.End - name.Start).Any(i => draft.At(i) is "summit" or "summits" or "talks" or "meeting" or "meetings");

    private static bool Meets(Draft draft, int i) => draft.At(i) switch
    {
        "call" or "calls" => draft.At(i - 1) is "phone" or "telephone" or "video" or "a",
        "talk" or "talked" or "talking" or "spoke" or "speak" or "spoken" =>
            Enumerable.Range(i, Math.Min(8, draft.Count - i))
                .Any(x => draft.At(x) is "on" or "by" or "over" && Phone(draft, draft.Is(x + 1, "the") ? x + 2 : x + 1)),
        "phone" or "telephone" => draft.At(i + 1) is "call" or "calls" or "conversation" or "talks" or "each" or "with",
        "talks" => draft.At(i - 1) is not ("what" or "he" or "she"),
        "trilateral" or "bilateral" => i + 1 >= draft.Count || draft.Words[i + 1].IsMark || draft.At(i + 1) is "in" or "on" or "of" or "with" or "between",
        "phoned" or "telephoned" => true,
        var word => QuestionWords.Meet.Contains(word),
    };

    /// <summary>"was Japan criticised over it": who did is not told, and asked for.</summary>
    private static bool IsPassive(Draft draft, int i) =>
        draft.At(i).EndsWith("ed", StringComparison.Ordinal)
            && draft.At(i) is not ("opposed" or "concerned" or "worried" or "disappointed" or "committed" or "wanted")
        && Enumerable.Range(0, i).Any(x => draft.At(x) is "was" or "were" or "been") && !Enumerable.Range(i, draft.Count - i).Any(x => draft.Is(x, "by"));

    private static bool Phone(Draft draft, int i) => draft.At(i) is "phone" or "telephone";

    /// <summary>"when did Egypt leave the talks": what is asked is no meeting.</summary>
    private static bool BrokenOff(Draft draft, int i) =>
        Enumerable.Range(0, i).Any(x => QuestionWords.Lemma(draft.At(x)) is "leave" or "quit" or "boycott" or "cancel" or "skip" or "suspend" or "abandon");

    private static bool MeetsLater(Draft draft, int i) =>
        Enumerable.Range(i + 1, Math.Max(0, draft.Count - i - 1))
            .Any(x => draft.At(x) is "meeting" or "meetings" or "summit" or "summits" or "talks" or "call" or "calls" or "conversation");

    /// <summary>"tell me", "which states", "prime minister's call": words of saying that ask for nothing.</summary>
    private static bool Idle(Draft draft, int i) =>
        draft.At(i + 1) is "me" or "us" || draft.At(i - 1) is "which" or "what" && draft.At(i) is "states" or "state"
            || draft.Is(i, "back") && draft.At(i + 1) is "in" or "then" or "to"
        || draft.At(i) is "put" or "note" or "welcome" && i == 0;

    /// <summary>"who spoke for Russia": the country is told.</summary>
    private static bool SpeaksFor(Draft draft, int i) => draft.At(i) is "speak" or "speaks" or "spoke" or "spoken" or "speaking" && draft.Is(i + 1, "for");

    private static MeetingFormat? FormatOf(Draft draft)
    {
        var words = Enumerable.Range(0, draft.Count).Select(draft.At).ToHashSet();
        return words.Overlaps(["phone", "telephone", "phoned", "telephoned", "call", "calls", "video"]) ? MeetingFormat.Call
            : words.Contains("trilateral") ? MeetingFormat.Trilateral
            : words.Overlaps(["summit", "summits"]) ? MeetingFormat.Summit
            : words.Contains("bilateral") ? MeetingFormat.Bilateral
            : null;
    }
}
