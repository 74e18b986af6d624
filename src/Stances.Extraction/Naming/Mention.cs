using Stances.Domain.Catalogue;

namespace Stances.Extraction.Naming;

/// <summary>How a name refers to what it names.</summary>
internal enum MentionKind : byte
{
    Country, Adjective, People, Capital, Organ, City, Person, Other,
}

/// <summary>What a name in the catalogue stands for.</summary>
internal sealed record Named(MentionKind Kind, string? Country, Person? Person, bool Weak, string? With);

/// <summary>A name found in the text, as a range of tokens.</summary>
internal sealed record Mention(int First, int End, MentionKind Kind, string? Country, CastMember? Person);

/// <summary>An office found in the text: "foreign ministers". <paramref name="Country"/> is known where the office itself tells it.</summary>
internal sealed record RoleMention(int First, int End, string Role, string Rank, string? Country, bool Plural);
