using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Words;

namespace Stances.Extraction.Questions;

/// <summary>Which position a verb asks for, by the catalogue's verbs, in any form.</summary>
internal sealed class VerbSense
{
    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);

    public VerbSense(WorldCatalogue catalogue)
    {
        foreach (var verb in catalogue.Verbs.Where(x => x is { Kind: VerbKind.Stance or VerbKind.Agree, Position: not null }))
        {
            foreach (var words in verb.Words.Select(x => x.Trim('"').Split(' ')).Where(x => x[0].All(char.IsAsciiLetterLower)))
            {
                if (words.Length == 1 || (words.Length == 2 && words[1].All(char.IsAsciiLetterLower)) || words is [_, "..", "to"])
                {
                    foreach (var form in Inflector.AllForms(words[0]))
                        positions.TryAdd(words.Length == 1 ? form : $"{form} {words[^1]}", verb.Position!.Value);
                }
            }
        }

        // How people ask after what the verbs tell.
        foreach (var (word, position) in (ReadOnlySpan<(string, Position)>)[
            ("against", Position.Opposes), ("opposed", Position.Opposes), ("critical", Position.Concerned),
                ("disappointed", Position.Concerned), ("worried", Position.Concerned),
            ("concerned", Position.Concerned), ("favor", Position.Supports), ("favour", Position.Supports), ("support", Position.Supports),
                ("supportive", Position.Supports),
            ("demands", Position.Demands), ("commitments", Position.Commits), ("commit", Position.Commits), ("commits", Position.Commits),
                ("committed", Position.Commits), ("promises", Position.Commits), ("concerns", Position.Concerned),
                ("support for", Position.Supports), ("objections", Position.Opposes), ("asked", Position.Demands),
                ("ask", Position.Demands), ("asks", Position.Demands),
            ("call on", Position.Demands), ("called on", Position.Demands), ("calls on", Position.Demands),
                ("called for", Position.Demands), ("call for", Position.Demands),
            ("want", Position.Demands), ("wants", Position.Demands), ("wanted", Position.Demands)])
            positions[word] = position;
    }

    /// <summary>The position asked for at a word, and where its words end.</summary>
    public (Position Position, int End)? At(Draft draft, int i) =>
        positions.TryGetValue($"{draft.At(i)} {draft.At(i + 1)}", out var both) ? (both, i + 2)
        : positions.TryGetValue(draft.At(i), out var one) ? (one, i + 1) : null;
}
