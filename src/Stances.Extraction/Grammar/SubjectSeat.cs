using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Seats a party as the subject of a verb and keeps it in mind.</summary>
internal sealed class SubjectSeat(Scene scene, Focus focus)
{
    private readonly ClauseBounds bounds = new(scene);

    /// <summary>"the plan it called unfair": a pronoun right behind a noun begins a clause about that noun.</summary>
    private bool Contact(Party party) =>
        party.Ground == "pronoun" && party.First > 0 && scene.Tags[party.First - 1] is Tag.Noun or Tag.Name
            && !OrganWords.Times.Contains(scene.Tokens[party.First - 1].Lower)
            && scene.Tokens[party.First - 1].End < scene.Tokens[party.First].Start
        && scene.Document.QuoteOf[party.First] == scene.Document.QuoteOf[party.First - 1] && !bounds.Fronting(party.First - 1);

    private bool Comma(int first, int end) => Enumerable.Range(first, end - first).Any(i => scene.Tokens[i].Kind == TokenKind.Comma);

    /// <summary>Makes the party the subject, and whom the text speaks of; a relative pronoun before it means that it is another's.</summary>
    public void Take(Predicate p, Party? party, int zone)
    {
        if (party is null || Contact(party)
            || party.First > 0 && scene.Tags[party.First - 1] == Tag.Rel && party.First - 1 >= zone - 1
                && !(party.First > 1 && scene.Tags[party.First - 2] == Tag.Prep && scene.Tokens[party.First - 1].Lower is not "what")
                && scene.Tokens[party.First - 1].Lower is "which" or "what" or "whom")
            return;
        // "Kim Sung-hwan, to discuss a missile which North Korea called ...": a verb of a clause about a noun, whose own subject stands within it.
        for (var i = party.End; i < p.First; i++)
        {
            if (scene.Tags[i] == Tag.Rel && scene.Tokens[i].Lower is "which" or "whom" && !Comma(i, p.First))
            {
                p.Relative = true;
                return;
            }
        }

        p.Subject = party;
        var told = zone > 1 && scene.Tags[zone - 1] == Tag.That && scene.Tags[zone - 2] is Tag.Finite or Tag.Ing or Tag.Time or Tag.Noun or Tag.Name;
        focus.Note(party, told);
        if (p.Match is { Verb.Kind: not Domain.Catalogue.VerbKind.Meet } && !told || focus.Speaker is null)
            focus.Speak(party);
        p.Start = party.First >= zone ? party.First : zone;
        // "Ma. Teresita Daza said": what is before a name as part of it.
        while (p.Start > 1 && p.Start == party.First && scene.Tokens[p.Start - 1] is { Kind: TokenKind.Stop, Name: "." }
            && scene.Tokens[p.Start - 2] is { Capital: true }
            && (scene.Tokens[p.Start - 2].Name.Length == 1 || SentenceCutter.Abbreviated(scene.Tokens, p.Start - 1)))
            (p.Start, party) = (p.Start - 2, party with { First = p.Start - 2 });
        // "de Rivière said"
        if (p.Start > 0 && p.Start == party.First && scene.Tokens[p.Start].Capital
            && scene.Tokens[p.Start - 1].Lower is "de" or "van" or "von" or "al" or "el" or "bin" or "da" or "di" or "du" or "der" or "den"
                or "dos" or "la")
            p.Start--;
    }
}
