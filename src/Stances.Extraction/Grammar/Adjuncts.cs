using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Finds who does a participle or an infinitive: whoever does the verb it leans on.</summary>
internal sealed class Adjuncts(Scene scene, PartyReader parties, Focus focus)
{
    private static readonly FrozenSet<string> Control = English.Set(
            "used uses took went flew flies arrived headed returned landed drove rushed stayed continued continues proceeded began "
            + "started moved joined chose opted held issued made met visited spoke traveled travelled came intervened rushed called wrote "
            + "broke tweeted returned seized released summoned appeared stopped");

    private readonly ClauseBounds bounds = new(scene);
    private readonly SubjectSeat seat = new(scene, focus);

    /// <summary>"..., urging Seoul to act": who does the verb before it; "by calling", "while praising" as well.</summary>
    public void Participle(List<Predicate> predicates, int k, int first)
    {
        var p = predicates[k];
        if (Fronted(p, first))
            return;
        // "with both sides agreeing to deepen ties"
        if (p.Match is not null && scene.PhraseStart(p.First - 1, first) is var own && own > first && own < p.First && scene.Tokens[own - 1].Lower == "with")
        {
            seat.Take(p, parties.Subject(own, p.First), own);
            return;
        }

        var left = p.First - 1;
        while (left > first && scene.Tags[left] is Tag.Adv)
            left--;
        // "was quoted by state television as welcoming the offer"
        if (scene.Tokens[left].Lower == "as"
            && predicates.Take(k)
                .LastOrDefault(x => x.Use == VerbUse.Passive
                    && scene.Tokens[x.Verb].Lower is "quoted" or "cited" or "reported") is { } quoted)
        {
            var zone = bounds.ZoneStart(quoted.First, first, quoted);
            seat.Take(p, parties.Subject(zone, quoted.First), zone);
            return;
        }

        var joined =
            scene.Tokens[left].Kind is TokenKind.Comma or TokenKind.Dash or TokenKind.QuoteClose || scene.Tags[left] is Tag.Conj
                || scene.Tokens[left].Lower is "while" or "by" or "in" or "before" or "after" or "without" or "following" or "upon";
        // "issued a statement condemning the coup"
        var paper = left;
        while (paper > first
            && (scene.Tags[paper] is Tag.Time or Tag.Number or Tag.Adv || scene.Tokens[paper].Lower is "on" or "this" or "late"
                || scene.Tokens[paper].Kind is TokenKind.Open or TokenKind.Close or TokenKind.Comma))
            paper--;
        joined |= Naming.OrganWords.Papers.Contains(scene.Tokens[paper].Lower) && p.Match is { Verb.Kind: Domain.Catalogue.VerbKind.Stance }
            && predicates.Take(k)
                .Any(x => scene.Tokens[x.Verb].Lower is "issued" or "released" or "published" or "adopted" or "signed" or "made" or "posted"
                    or "put" or "gave" or "sent" or "wrote");
        if (!joined || scene.Tokens[left].Lower is "without"
            || p.Match?.Verb.Kind != Domain.Catalogue.VerbKind.Meet && scene.Tokens[left].Lower is "before" or "after" or "following")
            return;
        if (p.Match is { Verb.Kind: not Domain.Catalogue.VerbKind.Meet } && !Tells(predicates, k, left))
            return;
        // "said that Egypt seeks an accord, expressing hope": whoever said it hopes.
        var main =
            (p.Match is not null && scene.Tokens[left].Kind == TokenKind.Comma
                ? predicates.Take(k)
                    .LastOrDefault(x => x is { Use: VerbUse.Finite, Subject: not null, Relative: false,
                        Match.Verb.Kind: Domain.Catalogue.VerbKind.Say, Within: null }
                        && predicates.Take(k).Any(y => y.Within == x))
                : null)
            ?? predicates.Take(k).LastOrDefault(x => x.Use is VerbUse.Finite or VerbUse.Adjunct && x.Subject is not null && !x.Relative && x.Match is not null)
            ?? predicates.Take(k).LastOrDefault(x => x.Use == VerbUse.Finite && x.Subject is not null && !x.Relative);
        // "members of the council demanded that ..., condemning ...": theirs who speak for no state, and not of who did something before.
        if (p.Match is not null
            && predicates.Take(k)
                .LastOrDefault(x => x is { Use: VerbUse.Finite, Relative: false, Within: null,
                    Match.Verb.Kind: Domain.Catalogue.VerbKind.Say or Domain.Catalogue.VerbKind.Stance }) is { Subject: null } stranger
            && (main is null || main.Verb < stranger.Verb))
            return;
        if (main is not null)
            (p.Subject, p.Inherited, p.Within) = (main.Subject, true, main.Within);
        else if (scene.Tokens[left].Kind == TokenKind.Comma && p.Match is not null)
            seat.Take(p, parties.Subject(bounds.ZoneStart(left, first, p), left), bounds.ZoneStart(left, first, p));
    }

    /// <summary>
    /// Whether the participle tells what the subject says: not what it is asked to join in, nor one of the causes in "accused of lying and
    /// wanting".
    /// </summary>
    private bool Tells(List<Predicate> predicates, int k, int left)
    {
        var since = k == 0 ? 0 : predicates[k - 1].Verb;
        // "reversed its policy by requesting to join" tells how; "reacted by condemning" tells what was said.
        if (scene.Tokens[left].Lower == "by"
            && (left == 0
                || scene.Tokens[left - 1].Lower is not ("responded" or "reacted" or "replied" or "retaliated" or "answered" or "began"
                    or "opened" or "ended" or "concluded" or "started" or "responding" or "reacting")))
            return false;
        if (scene.Tokens[left].Lower == "in" && k > 0 && predicates[k - 1].Use == VerbUse.Infinitive)
            return false;
        for (var i = left - 1; scene.Tags[left] == Tag.Conj && i > Math.Max(0, since - 3); i--)
        {
            if (scene.Tags[i] == Tag.Ing && i > 0
                && (scene.Tags[i - 1] == Tag.Prep && scene.Tokens[i - 1].Lower is "of" or "for" or "from" or "with" or "at"
                    // "vowed to consider building a road and signing a treaty"
                    || scene.Tags[i - 1] == Tag.Infinitive))
                return false;
        }

        return true;
    }

    /// <summary>Whether it stands before anybody is named: "Speaking in Manila, ..."</summary>
    public bool Fronted(Predicate p, int first)
    {
        for (var i = p.First - 1; i >= first; i--)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect or Tag.Noun or Tag.Name or Tag.Pron)
                return false;
        }

        return true;
    }

    /// <summary>"used the meeting to urge": whoever does the verb it depends on.</summary>
    public void Infinitive(List<Predicate> predicates, int k)
    {
        var p = predicates[k];
        if (p.Match is null || k == 0)
            return;
        var main = predicates[k - 1];
        // "visited Poland for the first time since taking office, to meet his counterpart"
        if (main.Use == VerbUse.Adjunct && p.First > 1 && scene.Tokens[p.First - 1].Kind == TokenKind.Comma)
            main = predicates.Take(k).LastOrDefault(x => x.Use == VerbUse.Finite) ?? main;
        if (main.Use == VerbUse.Finite && main.Subject is not null && !main.Negated && (Control.Contains(scene.Tokens[main.Verb].Lower) || Stayed(main, p))
            && main.Match is null or { Verb.Kind: Domain.Catalogue.VerbKind.Say or Domain.Catalogue.VerbKind.Meet })
            (p.Subject, p.Start, p.Within) = (main.Subject, main.Start, main.Within);
    }

    /// <summary>"was in Oslo on Monday to meet": what whoever is somewhere has come for.</summary>
    private bool Stayed(Predicate main, Predicate p) =>
        p.Match is { Verb.Kind: Domain.Catalogue.VerbKind.Meet } && scene.Tokens[main.Verb].Lower is "was" or "were" && main.Verb + 2 < p.First
            && (scene.Tokens[main.Verb + 1].Lower == "here"
                || scene.Tokens[main.Verb + 1].Lower is "in" or "at"
                    && scene.Mentions[main.Verb + 2] is { Kind: MentionKind.Capital or MentionKind.City or MentionKind.Country });
}
