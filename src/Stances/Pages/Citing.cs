using Stances.Http;

namespace Stances.Pages;

/// <summary>Bibliography entries for views: the address of a view with the ending of a format behind its path.</summary>
internal static class Citing
{
    private static readonly (string Path, Func<HttpRequest, Workspace, string> Title)[] Views =
    [
        ("/positions", (_, _) => "Who holds what"),
        ("/countries/{country}", (request, workspace) => $"What {Country(request, workspace)} holds"),
        ("/topics/{topic}", (request, workspace) => Say.Capital(Topic(request, workspace))),
        ("/countries/{country}/topics/{topic}", (request, workspace) => $"{Country(request, workspace)}{With(request, workspace)} on {Topic(request, workspace)}"),
        ("/changes", (_, _) => "What changed"),
        ("/meetings", (_, _) => "Who met whom"),
        ("/search", (_, _) => "Statements found"),
    ];

    public static void Map(IEndpointRouteBuilder files)
    {
        foreach (var (path, title) in Views)
        {
            foreach (var format in EntryFormat.All)
                files.MapGet(path + format.Ending, (HttpRequest request, Workspace workspace) => format.Answer(Entry(request, workspace, title, format.Ending)));
        }
    }

    private static Bibliography Entry(HttpRequest request, Workspace workspace, Func<HttpRequest, Workspace, string> title, string ending)
    {
        var at = new AsOf(Fields.Day(request.Query["on"], "on"), Fields.Known(request.Query["known"], "known"));
        var filter = request.Query.Where(x => x.Key is not ("on" or "known")).SelectMany(x => x.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (x.Key, v))).ToArray();
        var path = request.Path.Value![..^ending.Length];
        var named = string.Join(", ", filter.Where(x => x.Key != "with").Select(x => Named(x.Key, x.v!, workspace)));
        return new Bibliography(
            "stances" + path.Replace('/', '-') + (at.OnText is { } on ? "-" + on : ""), null,
            title(request, workspace) + (named.Length > 0 ? ": " + named : "") + (at.On is { } day ? ", as had been said by " + Say.Day(day) : ""), "Stances", null,
            Downloads.Origin(request) + at.Fixed(workspace.Clock).Link(path == "/positions" ? "/" : path, filter), workspace.Today, null);
    }

    private static string Named(string field, string value, Workspace workspace) => field switch
    {
        "country" => workspace.KnownCountry(value).Name,
        "topic" => workspace.KnownTopic(value).Label,
        _ => value.Replace('-', ' '),
    };

    private static string Country(HttpRequest request, Workspace workspace) => workspace.KnownCountry((string)request.RouteValues["country"]!).Name;

    private static string With(HttpRequest request, Workspace workspace) =>
        request.Query["with"].ToString() is { Length: > 0 } other ? " and " + workspace.KnownCountry(other).Name : "";

    private static string Topic(HttpRequest request, Workspace workspace) => workspace.KnownTopic((string)request.RouteValues["topic"]!).Label;
}
