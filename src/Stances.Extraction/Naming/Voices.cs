using System.Collections.Frozen;
using Stances.Domain;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Tells for each paragraph who speaks in the first person there: the label of a transcript, the author of a statement, nobody in a report.</summary>
internal sealed class Voices
{
    private static readonly FrozenSet<string> Titles = English.Set(
            "minister foreign prime deputy president vice secretary state of for the affairs chancellor ambassador spokesperson spokesman "
            + "spokeswoman senator commissioner taoiseach tanaiste answer a");

    private readonly Party?[] voices;
    private readonly bool[] questions;

    public Voices(Scene scene, PartyReader parties, Source source)
    {
        var blocks = scene.Document.Blocks;
        voices = new Party?[blocks.Count];
        questions = new bool[blocks.Count];
        var whole = Author(scene, source) ?? Titled(scene);
        var own = Releases.Own(scene);
        var release = Releases.Voice(scene, own);
        Party? current = null;
        Party? introduced = null;
        Party? announced = null;
        var (labelled, reported) = (false, false);
        var interview = new Interview(scene);
        for (var b = 0; b < blocks.Count; b++)
        {
            if (blocks[b].Kind != BlockKind.Body)
                continue;
            if (blocks[b].Label is { } label)
            {
                (labelled, current) =
                    (true, Labels.Asks(label) || Unofficial(scene, label)
                        ? null
                        : Named(scene, label, introduced ?? (whole is { Head.Person: not null } ? whole : null)));
                introduced = current is { Head.Person: not null } ? current : introduced;
                Asked = Labels.Asks(label);
                // "CCTV: ... What is China's comment?": a house that asks, whatever it tells before.
                questions[b] =
                    Asked && (label is "Q" or "Question" or "QUESTION" || !Labels.Leads(label) && Questioning(scene, b))
                        || !Asked && current is null && Questioning(scene, b);
                voices[b] = current;
                continue;
            }

            if (interview.Interviewee is { } interviewee && b >= interview.Opening)
            {
                questions[b] = interview.Asks(b);
                voices[b] = questions[b] ? null : Voice(interviewee.Country!, interviewee);
                continue;
            }

            whole ??= Joint(scene, parties, b) ?? (own ? Releases.Governments(scene, parties, b) : null);
            voices[b] = announced ?? (labelled && !Asked ? current : Asked ? whole ?? (scene.Home is { } home ? Organ(home) : null) : whole ?? release);
            // A statement that is announced in the midst of a report ends with its paragraph, one that opens the text with the text.
            announced = Announced(scene, parties, b);
            if (announced is not null && !reported)
                (whole, announced) = (announced, null);
            reported = true;
        }
    }

    private bool Asked { get; set; }

    public Party? Of(int block) => voices[block];

    /// <summary>Whether the paragraph is a question put to somebody.</summary>
    public bool Asks(int block) => questions[block];

    /// <summary>A reporter at a press conference asks; one in a broadcast tells, and so does a host.</summary>
    private static bool Questioning(Scene scene, int b)
    {
        var (first, end) = scene.Document.Ranges[b];
        return Enumerable.Range(first, end - first).Any(i => scene.Tokens[i].Name == "?");
    }

    internal static Party Organ(string country) => new([new Actor(country, null, null, ActorKind.Organ)], 0, 0, "voice", 0.08);

    /// <summary>"PENNY WONG, SHADOW MINISTER": speaks for no government, here and under her name alone.</summary>
    private static bool Unofficial(Scene scene, string label)
    {
        var words = Tokenizer.Read(label).Where(x => x.IsWord).Select(x => x.Lower).ToList();
        if (!words.Exists(x => x is "shadow" or "opposition" or "former" or "ex"))
            return false;
        foreach (var member in scene.Cast.Where(x => Tokenizer.Read(x.Name).Any(y => y.Lower.Length > 2 && words.Contains(y.Lower))))
            member.Private = true;
        return true;
    }

    private static Party? Named(Scene scene, string label, Party? introduced)
    {
        var words = Tokenizer.Read(label).Where(x => x.IsWord).ToList();
        foreach (var member in scene.Cast)
        {
            var name = Tokenizer.Read(member.Name).Select(x => x.Lower).ToList();
            if (member is { Country: { } country, Private: false } && words.Any(x => x.Lower.Length > 2 && name.Contains(x.Lower)))
                return Voice(country, member);
        }

        // "MR PRICE", as transcripts print it: whoever of that name held an office that day.
        foreach (var word in words.Where(x => x is { AllCaps: true, Lower.Length: > 2 } && !Titles.Contains(x.Lower)))
        {
            var member = new CastMember(word.Name[..1] + word.Lower[1..], null);
            if (OfficeHolders.Of(scene, member) is { } holder && holder.Offices.FirstOrDefault(x => scene.Day is { } day && x.HeldOn(day)) is { } held)
                return Voice(held.Country, new CastMember(holder.Name, holder) { Country = held.Country, Role = held.Role, Rule = "people-file" });
        }

        var tokens = Tokenizer.Read(label);
        for (var i = 0; i < tokens.Count; i++)
        {
            // Named in the label alone.
            if (scene.Gazetteer.NameAt(tokens, i, tokens.Count)?.Values.FirstOrDefault(x => x.Person is not null)?.Person is { } known
                && known.Offices.FirstOrDefault(x => scene.Day is not { } day || x.HeldOn(day)) is { } office)
                return Voice(office.Country, new CastMember(known.Name, known) { Country = office.Country, Role = office.Role, Rule = "people-file" });
        }

        // "Penny Wong, Foreign Minister:" answers on as "Foreign Minister:".
        if (introduced is not null && words.TrueForAll(x => Titles.Contains(x.Lower)))
            return introduced;
        // Where nameless reporters ask, whoever else speaks is one of the house's: "MR MILLER".
        if (scene.Home is { } house
            && scene.Document.Blocks.Any(x => x.Label is "Q" or "QUESTION" or "Question" or "REPORTER" or "Reporter" or "JOURNALIST"
                or "Journalist"))
            return Organ(house);
        return words.Any(x => x.Lower is "spokesperson" or "spokesman" or "spokeswoman" or "minister" or "ambassador" or "answer" or "a")
            && scene.Home is { } home
            ? Organ(home)
            : null;
    }

    internal static Party Voice(string country, CastMember member) => new([new Actor(country, member, member.Role, ActorKind.Person)], 0, 0, "voice", 0.08);

    private static Party? Author(Scene scene, Source source)
    {
        var bylines = scene.Document.Blocks.TakeWhile(x => x.Kind != BlockKind.Body || x.End - x.Start < 80)
            .Select(x => scene.Document.Text[x.Start..Math.Min(x.End, x.Start + 80)])
                .Where(x => x.StartsWith("By ", StringComparison.OrdinalIgnoreCase)).Append(source.Author ?? "").ToList();
        foreach (var member in scene.Cast)
        {
            if (member is { Country: { } country, Private: false, Role: not null }
                && bylines.Any(x => x.Contains(member.Name, StringComparison.OrdinalIgnoreCase)))
                return Voice(country, member);
        }

        return null;
    }

    /// <summary>"Statement by Foreign Minister X", "Remarks by ...": whoever the headline names.</summary>
    private static Party? Titled(Scene scene)
    {
        for (var b = 0; b < scene.Document.Blocks.Count; b++)
        {
            var block = scene.Document.Blocks[b];
            if (block.Kind is BlockKind.Body)
                return null;
            var (first, end) = scene.Document.Ranges[b];
            var speech = false;
            for (var i = first; i < end; i++)
            {
                speech |= scene.Tokens[i].Lower is "briefing" or "conference" or "keynote" or "intervention" or "lecture" or "toast"
                    or "testimony"
                    && i + 1 < end && scene.Tokens[i + 1].Lower is "by" or "of" && Spoken(scene);
                speech |= scene.Tokens[i].Lower is "remarks" or "statement" or "speech" or "address" or "transcript" or "interview"
                    && i + 1 < end && scene.Tokens[i + 1].Lower is "by" or "of" or "from" or "with" or ":";
                if (speech && scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } member })
                    return Voice(country, member);
            }
        }

        return null;
    }

    /// <summary>Whether the text opens in somebody's own words.</summary>
    private static bool Spoken(Scene scene)
    {
        foreach (var sentence in scene.Document.Sentences.Take(5))
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (scene.Document.QuoteOf[i] < 0 && (scene.Tokens[i].Name == "I" || scene.Tokens[i].Lower is "my" or "we" or "our"))
                    return true;
            }
        }

        return false;
    }

    /// <summary>"We, the leaders of Japan, the Republic of Korea and the United States, ..."</summary>
    private static Party? Joint(Scene scene, PartyReader parties, int b)
    {
        var (first, end) = scene.Document.Ranges[b];
        if (end - first < 8 || scene.Tokens[first].Lower != "we" || scene.Tokens[first + 1].Kind != TokenKind.Comma)
            return null;
        var stop = first + 2;
        while (stop < end && scene.Tags[stop] is not (Tag.Finite or Tag.Perfect or Tag.Have or Tag.Be))
            stop++;
        var actors = parties.Subject(first + 2, stop)?.Actors ?? [];
        // "We, the G7 Foreign Ministers of Canada, France, ...": a body's name hides whom it is made of.
        if (parties.Between(first + 1, stop) is var named
            && named.Select(x => x.Country).Distinct().Count() > Math.Max(1, actors.Select(x => x.Country).Distinct().Count()))
            actors = named;
        return actors.Count == 0
            ? null
            : new Party([.. actors.Select(x => x.Country).Distinct().Select(x => new Actor(x, null, null, ActorKind.Paper))], first, stop,
                "voice", 0.08);
    }

    /// <summary>"X issued the following statement:"</summary>
    private static Party? Announced(Scene scene, PartyReader parties, int b)
    {
        var (first, end) = scene.Document.Ranges[b];
        if (end - first < 5 || scene.Tokens[end - 1].Kind != TokenKind.Colon)
            return null;
        var (following, verb) = (false, -1);
        for (var i = first; i < end; i++)
        {
            following |= scene.Tokens[i].Lower is "following" or "statement" or "remarks" or "said";
            if (verb < 0 && scene.Tags[i] is Tag.Finite or Tag.Perfect)
                verb = i;
        }

        return following && verb > 0 && parties.Subject(first, verb) is { } party ? party with { Ground = "voice", First = 0, End = 0 } : null;
    }
}
