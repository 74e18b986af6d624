using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Topics;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads what is said where no verb of saying stands: a quote alone, a name and a colon, somebody's own words.</summary>
internal sealed class Utterances(Scene scene, Focus focus, PartyReader parties, PositionFinder positions, TopicFinder topics, QuotedReports reports)
{
    private static readonly Verb Quoting = new() { Id = "quoted", Kind = VerbKind.Say };

    private static readonly FrozenSet<string> Conducting =
        English.Set("start begin open turn take answer come get go hand read conclude introduce move close thank welcome");

    private static readonly FrozenSet<string> Proceedings =
        English.Set(
            "question questions floor you everyone announcement announcements remarks briefing moderator translation topic topics saying "
            + "beyond further detail details there");

    private readonly CarriedVoice carried = new(scene, focus);

    /// <summary>What a sentence says of which no verb tells who says it; <paramref name="afterGroup"/>: the last ones to speak were several.</summary>
    public List<Statement> Read(int index, Sentence sentence, bool sameParagraph, bool afterGroup)
    {
        if (AllQuote(sentence))
            return Quoted(index, sentence, sameParagraph, afterGroup);
        if (Named(sentence) is { } said)
            return [.. Say(index, new Sentence(said.End, sentence.End, sentence.Block), said, "colon")];
        return focus.Voice is { } voice && IsWeighty(sentence, voice) ? [.. Say(index, sentence, voice, "voice")] : [];
    }

    /// <summary>A sentence that is all quote: who spoke before speaks on.</summary>
    private List<Statement> Quoted(int index, Sentence sentence, bool sameParagraph, bool afterGroup)
    {
        var quote = scene.Document.QuoteOf[Math.Min(sentence.First + 1, sentence.End - 1)];
        if (SourcePhrase.In(scene.Document, sentence.First, sentence.End) is not null && reports.Within(index, quote) is { Count: > 0 } told)
            return told;
        // "Zakharova: "...."": whoever the paragraph is labelled with.
        if ((scene.Document.Blocks[sentence.Block].Label is not null ? focus.Voice : carried.Of(sentence, sameParagraph, afterGroup)) is not { } party)
            return [];
        return [.. SentenceCutter.Within(scene.Tokens, scene.Document.Quotes[quote]).SelectMany(x => Say(index, x, party, "unattributed"))];
    }

    /// <summary>'Ireland's Eamon Ryan: "It is not perfect ..."'</summary>
    private Party? Named(Sentence sentence)
    {
        var relative = false;
        for (var i = sentence.First + 1; i < Math.Min(sentence.End - 3, sentence.First + 16); i++)
        {
            // "TS Tirumurti, who speaks for Delhi: ..."
            relative |= scene.Tags[i] == Tag.Rel && scene.Tokens[i - 1].Kind == TokenKind.Comma;
            if (!relative && scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Be or Tag.Have)
                return null;
            if (scene.Tokens[i].Kind == TokenKind.Colon && scene.Document.QuoteOf[i] < 0)
                return parties.Subject(sentence.First, i) is { IsGroup: false } party ? party with { End = i + 1, Penalty = party.Penalty + 0.08 } : null;
        }

        return null;
    }

    /// <summary>In somebody's own words what is about a matter, or about "us", is said for the record; a question is not.</summary>
    private bool IsWeighty(Sentence sentence, Party voice) =>
        scene.Tokens[sentence.End - 1].Name != "?" && !Conducts(sentence)
            && (topics.In(sentence.First, sentence.End, voice.Countries).Count > 0 || FirstPerson(sentence)
                || AgainstAnother(sentence, voice));

    /// <summary>"The Kremlin is engaged in an assault on ...": what is held against another country.</summary>
    private bool AgainstAnother(Sentence sentence, Party voice) =>
        Enumerable.Range(sentence.First, Math.Min(8, sentence.End - sentence.First))
            .Any(i => scene.Mentions[i] is { Country: { } country,
                Kind: MentionKind.Country or MentionKind.Organ or MentionKind.Capital or MentionKind.Adjective }
                && !voice.Countries.Contains(country))
        && !Enumerable.Range(sentence.First, sentence.End - sentence.First)
            .Any(i => scene.Tags[i] is Tag.Finite or Tag.Perfect
                && scene.Tokens[i].Lower is "said" or "says" or "told" or "tells" or "called" or "announced" or "declared" or "insists"
                    or "claims" or "claimed")
        && positions.Said(sentence.First, sentence.End,
            voice.Countries) is { Position: Position.Opposes or Position.Concerned or Position.Demands or Position.Rejects };

    /// <summary>"I'll start with an announcement", "we will turn to your questions", "I welcome you": conducts the talk and holds nothing.</summary>
    private bool Conducts(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End - 1; i++)
        {
            if (scene.Tokens[i].Lower is not ("i" or "we" or "let"))
                continue;
            var at = i + 1;
            while (at < sentence.End - 1
                && (scene.Tags[at] is Tag.Adv or Tag.Modal or Tag.To or Tag.ObjPron or Tag.Pron
                    || scene.Tokens[at].Lower is "like" or "want" or "going" or "am" or "'m"))
                at++;
            if (scene.Tokens[at].Lower is "start" or "begin" && at + 1 < sentence.End && scene.Tokens[at + 1].Lower is "with" or "by"
                || Conducting.Contains(scene.Tokens[at].Lower)
                    && Enumerable.Range(at + 1, Math.Max(0, Math.Min(at + 8, sentence.End) - at - 1))
                        .Any(k => Proceedings.Contains(scene.Tokens[k].Lower)))
                return true;
        }

        return false;
    }

    private bool FirstPerson(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Tokens[i].Lower is "we" or "i" or "our" or "my")
                return true;
        }

        return false;
    }

    private IEnumerable<Statement> Say(int index, Sentence inner, Party party, string note)
    {
        var end = inner.End;
        while (end > inner.First + 1 && scene.Tokens[end - 1].Kind is TokenKind.Stop or TokenKind.Comma)
            end--;
        if (positions.Said(inner.First, end, party.Countries) is null)
            yield break;
        var how = note == "voice" && party.Head.Kind == ActorKind.Organ ? Attribution.Ministry : Attribution.Quote;
        yield return new Statement(new VerbMatch(Quoting, inner.First, inner.First, false), false, party, inner.First, end, inner.First,
            end, how, index, party.Penalty, note);
    }

    private bool AllQuote(Sentence sentence)
    {
        var (inside, outside) = (0, 0);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Tokens[i].IsWord && scene.Document.QuoteOf[i] >= 0)
                inside++;
            else if (scene.Tokens[i].IsWord)
                outside++;
        }

        return inside >= 5 && scene.Document.QuoteOf[Math.Min(sentence.First + 1, sentence.End - 1)] >= 0
            && (outside == 0 || outside < 8 && SourcePhrase.In(scene.Document, sentence.First, sentence.End) is not null);
    }
}
