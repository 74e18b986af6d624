using Stances.Domain;

namespace Stances.Tests.Domain;

/// <summary>What holds for the whole family of events; a new case that misses one of these fails by its name.</summary>
public class Every_event
{
    private static readonly Type[] Cases = [.. typeof(ArticleEvent).GetNestedTypes().Where(x => x.IsSubclassOf(typeof(ArticleEvent))).OrderBy(x => x.Name)];

    public static TheoryData<string> CaseNames => [.. Cases.Select(x => x.Name)];

    [Fact]
    public void Has_an_example() => Assert.Equal(Cases.Select(x => x.Name), Examples.All.Select(x => x.GetType().Name).Distinct().Order());

    [Fact]
    public void Has_a_stored_name() => Assert.Equal(Examples.All.Select(EventJson.NameOf).Order(), EventJson.Names.Order());

    [Theory, MemberData(nameof(CaseNames))]
    public void Survives_the_stored_format(string name)
    {
        foreach (var e in ExamplesOf(name))
        {
            var read = EventJson.Read(EventJson.NameOf(e), EventJson.Write(e));
            Assert.IsType(e.GetType(), read);
            Assert.Equivalent(e, read, strict: true);
        }
    }

    [Theory, MemberData(nameof(CaseNames))]
    public void Is_folded(string name)
    {
        foreach (var e in ExamplesOf(name))
            Assert.Equal(1, Article.Fold(Article.Unread, e).Version);
    }

    [Theory, MemberData(nameof(CaseNames))]
    public void Says_what_it_rests_on(string name)
    {
        foreach (var e in ExamplesOf(name))
            Assert.Equal(e.GetType().GetProperty("Evidence")?.GetValue(e), e.Grounds);
    }

    /// <summary>The golden file is the storage format: a rename or a reshaped field shows as a difference here.</summary>
    [Fact]
    public void Keeps_its_stored_name_and_shape() =>
        Golden.Holds("events.jsonl", string.Join('\n', Examples.All.Select(e => $"{EventJson.NameOf(e)} {EventJson.DotnetTypeOf(e)} {EventJson.Write(e)}")));

    [Fact]
    public void Of_an_unknown_name_is_refused() => Assert.Throws<UnknownEventException>(() => EventJson.Read("stance_whispered", "{}"));

    private static IEnumerable<ArticleEvent> ExamplesOf(string name) => Examples.All.Where(x => x.GetType().Name == name);
}
