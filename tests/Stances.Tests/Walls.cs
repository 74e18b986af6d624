using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Stances.Tests;

/// <summary>Each project of <c>src</c> and all it may use; what is not named here is behind a wall.</summary>
public sealed partial class Walls
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["Stances.Domain"] = ([], []),
        ["Stances.Extraction"] = (["Stances.Domain"], ["AngleSharp", "YamlDotNet"]),
        ["Stances.EventStore"] = ([], ["Npgsql"]),
        ["Stances.Projections"] = (["Stances.Domain", "Stances.EventStore"], []),
    };

    private static readonly string Sources = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src"));

    public static TheoryData<string> Walled => [.. Allowed.Keys];

    [Fact]
    public void Stand_around_every_project_but_the_program() =>
        Assert.Equal([.. Allowed.Keys.Append("Stances").Order()], Directory.GetDirectories(Sources).Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Walled))]
    public void Are_kept_by_what_the_project_asks_for(string project)
    {
        var (projects, packages) = Allowed[project];
        var asked = XDocument.Load(Path.Combine(Sources, project, project + ".csproj"));
        Assert.Equal(projects.Order(), Included(asked, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order());
        Assert.Equal(packages.Order(), Included(asked, "PackageReference").Order());
        Assert.Empty(Included(asked, "FrameworkReference"));
        Assert.Equal("Microsoft.NET.Sdk", asked.Root!.Attribute("Sdk")!.Value);
    }

    [Theory]
    [MemberData(nameof(Walled))]
    public void Are_kept_by_what_the_compiler_used(string project)
    {
        var (projects, packages) = Allowed[project];
        var through = projects.SelectMany(below => Allowed[below].Packages);
        var used = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, project + ".dll")).GetReferencedAssemblies()
            .Select(reference => reference.Name!).Where(name => !OfTheFramework().IsMatch(name));
        Assert.Empty(used.Except([.. projects, .. packages, .. through]));
    }

    [Theory]
    [InlineData("Stances.Domain")]
    [InlineData("Stances.Extraction")]
    public void Keep_the_clock_out(string project) => Assert.DoesNotContain(Files(project), file => Clock().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void Keep_files_and_processes_out_of_the_domain() =>
        Assert.DoesNotContain(Files("Stances.Domain"), file => OutsideWorld().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void Keep_the_network_out_of_reading_but_for_the_model_that_is_asked_over_it() =>
        Assert.DoesNotContain(Files("Stances.Extraction"), file => !InFolder(file, "Llm") && Network().IsMatch(File.ReadAllText(file)));

    private static IEnumerable<string> Included(XDocument project, string kind) =>
        project.Descendants(kind).Select(item => item.Attribute("Include")!.Value);

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !InFolder(file, "obj") && !InFolder(file, "bin"));

    private static bool InFolder(string file, string folder) => file.Split(Path.DirectorySeparatorChar).Contains(folder);

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^(System(\..+)?|netstandard|mscorlib)$")]
    private static partial Regex OfTheFramework();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Utc)?(Now|Today)\b|\bTimeProvider\.System\b|\bStopwatch\b|\bEnvironment\.TickCount")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(File|Directory|FileStream|FileInfo|Process|Environment)\b\s*[.(]|\bConsole\.")]
    private static partial Regex OutsideWorld();

    [GeneratedRegex(@"\bHttpClient\b|\bSystem\.Net\.(?!Mime)(Http|Sockets|Dns)|\bNpgsql\b")]
    private static partial Regex Network();
}
