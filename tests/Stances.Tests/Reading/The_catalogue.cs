using Stances.Extraction.Catalogue;

namespace Stances.Tests.Reading;

public sealed class The_catalogue : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stances-catalogue").FullName;

    [Fact]
    public void Is_sound() => Assert.Equal([], CatalogueCheck.Run([Path.Combine(Reader.Root, "catalogue")]));

    [Theory]
    [InlineData("countries.yaml", "- code: jp\n  name: Japan\n", 1, "a code is three capital letters")]
    [InlineData("countries.yaml", "- code: JPN\n  nmae: Japan\n  name: Japan\n", 2, "unknown key 'nmae'")]
    [InlineData("countries.yaml", "- code: JPN\n", 1, "'name' is missing")]
    [InlineData("people.yaml", "- name: A B\n  offices:\n    - {country: XXX, role: foreign minister, from: 2017-02-30}\n", 3, "'2017-02-30' is no day")]
    [InlineData("people.yaml", "- name: A B\n  offices:\n    - {country: XXX, role: foreign minister, from: 2017-02-03}\n", 1, "there is no country XXX")]
    [InlineData("verbs.yaml", "- id: a\n  kind: stance\n  words: [urge]\n", 1, "a stance needs a position")]
    [InlineData("verbs.yaml", "- id: a\n  kind: shout\n  words: [urge]\n", 2, "'shout' is none of")]
    [InlineData("verbs.yaml", "- id: a\n  kind: say\n  words: [\"urge ..\"]\n", 1, "must begin and end with a word")]
    [InlineData("topics.yaml", "- id: [a\n", 2, "")]
    [InlineData("topics.yaml", "- id: a\n  label: a\n  proposition: a\n  group: a\n  phrases: [a]\n  contexts: [diplomatic, history]\n", 1, "'history' is no context of plover-0.8")]
    [InlineData("topics.yaml", "- id: a\n  label: a\n  proposition: a\n  group: a\n  phrases: [a]\n  contexts: [legal, legal]\n", 1, "a context stands there twice")]
    [InlineData("topics.yaml", "id: a\n", 1, "the file must be a list of entries")]
    public void Tells_what_is_broken_with_file_line_and_reason(string file, string text, int line, string reason)
    {
        File.WriteAllText(Path.Combine(folder, file), text);
        Assert.Contains(CatalogueCheck.Run([folder]), x => x.File == Path.Combine(folder, file) && x.Line == line && x.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Lets_a_later_folder_replace_an_entry_whole()
    {
        File.WriteAllText(Path.Combine(folder, "countries.yaml"), "- code: JPN\n  name: Nippon\n");
        var both = CatalogueFiles.Load([Path.Combine(Reader.Root, "catalogue"), folder]);
        Assert.Equal("Nippon", both.Country("JPN")!.Name);
        Assert.Equal(Reader.Catalogue.Countries.Count, both.Countries.Count);
        Assert.NotEqual(Reader.Catalogue.Hash, both.Hash);
    }

    [Fact]
    public void Tells_an_example_that_is_not_read_as_it_says()
    {
        File.WriteAllText(Path.Combine(folder, "verbs.yaml"), "- id: urge\n  kind: stance\n  position: demands\n  words: [urge]\n  examples:\n    - {text: \"Kenya urged Uganda to talk.\", country: UGA, position: demands}\n");
        Assert.Contains(CatalogueCheck.Run([Path.Combine(Reader.Root, "catalogue"), folder]), x => x.Line == 1 && x.Reason.Contains("Kenya urged Uganda", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
