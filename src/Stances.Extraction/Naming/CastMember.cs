using Stances.Domain.Catalogue;

namespace Stances.Extraction.Naming;

/// <summary>Someone who appears in the article: name, country and office as far as the text and the catalogue tell.</summary>
internal sealed class CastMember(string name, Person? known)
{
    /// <summary>The full name.</summary>
    public string Name { get; set; } = name;

    public Person? Known { get; set; } = known;

    public string? Country { get; set; }

    public string? Role { get; set; }

    public string? Rank { get; set; }

    public string? Gender { get; set; } = known?.Gender;

    /// <summary>What decided the country: modifier, people-file, counterpart, role, source.</summary>
    public string Rule { get; set; } = "unknown";

    /// <summary>No longer in office, or never: speaks for nobody.</summary>
    public bool Private { get; set; }

    public int FirstToken { get; set; } = int.MaxValue;

    public override string ToString() => $"{Name} ({Country}, {Role}, {Rule})";
}
