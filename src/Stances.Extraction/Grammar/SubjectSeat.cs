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
        party.Ground == "pronoun" && party.First > 0 && scene.Tags[party.First - 1] is Tag.Noun or Tag.Name && scene.Tokens[party.First - 1].End < scene.Tokens[party.First].Start
        && scene.Document.QuoteOf[party.First] == scene.Document.QuoteOf[party.First - 1] && !bounds.Fronting(party.First - 1);

    /// <summary>Makes the party the subject, and whom the text speaks of; a relative pronoun before it means that it is another's.</summary>
    public void Take(Predicate p, Party? party, int zone)
    {
        if (party is null || Contact(party) || party.First > 0 && scene.Tags[party.First - 1] == Tag.Rel && party.First - 1 >= zone - 1 && scene.Tokens[party.First - 1].Lower is "which" or "what" or "whom")
            return;
        p.Subject = party;
        focus.Note(party);
        if (p.Match is { Verb.Kind: not Domain.Catalogue.VerbKind.Meet } || focus.Speaker is null)
            focus.Speak(party);
        p.Start = party.First >= zone ? party.First : zone;
    }
}
