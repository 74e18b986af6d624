using System.Text;
using Stances.Domain;
using Stances.Extraction.Evaluation;

namespace Stances.Tests.Reading;

/// <summary>What is read from each sample, pinned: a change of rules or catalogue shows as a diff to review.</summary>
public class A_sample
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Path.Combine(Reader.Root, "seeds"), "*.json").Select(x => Path.GetFileNameWithoutExtension(x)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_approved(string name)
    {
        var sample = Assert.Single(GoldFiles.Load(Path.Combine(Reader.Root, "seeds", name + ".json")));
        var read = new StringBuilder();
        foreach (var e in Reader.Rules.Read(sample.Article).Events)
            read.Append(EventJson.NameOf(e)).Append(' ').Append(EventJson.Write(e)).Append('\n');
        Golden.Holds(name + ".txt", read.ToString());
    }
}
