namespace Stances.Extraction.Questions;

/// <summary>What a name in a question may stand for.</summary>
internal enum NameKind
{
    Country, Capital, City, Person, Other, Topic, Role,
}

/// <summary>One thing a name may stand for; weak where the name alone does not tell it.</summary>
/// <param name="Country">The country an office's name itself tells.</param>
internal sealed record Meaning(NameKind Kind, string Id, bool Weak, string? Country = null);

/// <summary>Words that together are one name.</summary>
internal sealed record Span(int Start, int End, IReadOnlyList<Meaning> Meanings)
{
    public bool Is(NameKind kind) => Meanings.Any(x => x.Kind == kind);

    public IEnumerable<string> Ids(NameKind kind) => Meanings.Where(x => x.Kind == kind).Select(x => x.Id);

    /// <summary>Whether it names somebody who can be asked about.</summary>
    public bool IsActor => Is(NameKind.Country) || Is(NameKind.Capital) || Is(NameKind.Person) || Is(NameKind.Other);
}

/// <summary>A question on its way to being understood: its words, the names among them, and what is used up.</summary>
internal sealed class Draft(string text, List<Word> words)
{
    public string Text { get; } = text;

    public List<Word> Words { get; } = words;

    public List<Span> Names { get; set; } = [];

    /// <summary>Words whose part is settled.</summary>
    public bool[] Taken { get; } = new bool[words.Count];

    public int Count => Words.Count;

    public string At(int i) => i >= 0 && i < Words.Count ? Words[i].Lower : "";

    public bool Is(int i, string word) => At(i) == word;

    public void Take(int start, int end)
    {
        for (var i = start; i < end && i < Taken.Length; i++)
            Taken[i] = true;
    }

    /// <summary>The name that holds the word, unless its part is settled.</summary>
    public Span? NameAt(int i) => Names.FirstOrDefault(x => i >= x.Start && i < x.End);

    public bool Free(int i) => i >= 0 && i < Count && !Taken[i];

    /// <summary>Whether the word is no part of a name: "the 2015 deal" tells no year.</summary>
    public bool Loose(int i) => Free(i) && NameAt(i) is null;
}
