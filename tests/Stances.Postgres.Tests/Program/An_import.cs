using System.Text.Json;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Program;

public sealed class An_import(PostgresServer server)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_in_a_collection_once_and_says_what_it_refused()
    {
        await using var service = await Service.Start(server);
        using var folder = new Folder();
        var lines = Enumerable.Range(0, 150).Select(i => JsonSerializer.Serialize(new
        {
            text = $"MANILA -- Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal. Report {i % 120}.",
            publishedOn = "2017-08-08",
        }));
        var file = folder.Write("articles.jsonl", string.Join('\n', [.. lines, "{\"text\":\"\"}", "no json", "{\"text\":\"Tomorrow's news.\",\"publishedOn\":\"2917-08-08\"}"]));

        var (done, refused) = await Import.Run(file, service.Workspace, null, Ct);
        Assert.Equal((153, 3), (done.Read, done.Refused));
        Assert.Equal(["151", "152", "153"], refused.Select(x => x[(file.Length + 1)..].Split(':')[0]).Order());
        var first = await service.Workspace.Log.ReadAll(0, 10_000, ct: Ct);
        Assert.Equal(120, first.Count(x => x.Type == "article_ingested"));

        var (again, _) = await Import.Run(file, service.Workspace, null, Ct);
        Assert.Equal(150, again.Known);
        Assert.Equal(first, await service.Workspace.Log.ReadAll(0, 10_000, ct: Ct));
        Assert.Empty((await Verification.Run(service.Workspace, _ => { }, Ct)).Faults);
    }

    [Fact]
    public async Task Takes_lines_as_other_programs_write_them_and_refuses_those_that_are_none_alone()
    {
        await using var service = await Service.Start(server);
        using var folder = new Folder();
        var file = folder.Write("articles.jsonl", "");
        await using (var lines = File.OpenWrite(file))
        {
            lines.Write("\uFEFF{\"text\":\"One.\"}\r\n\n{\"text\":\"Two.\"}\n{\"text\":\"caf"u8);
            lines.Write([0xE9]);
            lines.Write("\"}\n{\"text\":\""u8);
            lines.Write(new byte[7 * 1024 * 1024]);
            lines.Write("\"}\n{\"text\":\"Three.\"}"u8);
        }

        var (done, refused) = await Import.Run(file, service.Workspace, null, Ct);
        Assert.Equal((5, 2), (done.Read, done.Refused));
        Assert.Equal([$"{file}:4", $"{file}:5"], refused.Select(x => x[..(file.Length + 2)]).Order());
        Assert.Equal(3, (await service.Workspace.Log.ReadAll(0, 10, ct: Ct)).Count);
    }

    [Fact]
    public async Task Reads_a_folder_of_texts_with_their_sources_beside_them()
    {
        await using var service = await Service.Start(server);
        using var folder = new Folder();
        folder.Write("one.txt", "Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal.");
        folder.Write("one.json", """{"publishedOn":"2017-08-08","source":{"publisher":"Example Wire","url":"https://example.org/one"}}""");
        folder.Write("notes.md", "not an article");

        var (done, refused) = await Import.Run(folder.Path, service.Workspace, null, Ct);
        Assert.Equal((1, 0, 0), (done.Read, done.Known, refused.Count));
        Assert.Contains("https://example.org/one", Assert.Single(await service.Workspace.Log.ReadAll(0, 100, ct: Ct), x => x.Type == "article_ingested").Data);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("stances-import-").FullName;

        public string Write(string name, string text)
        {
            var file = System.IO.Path.Combine(Path, name);
            File.WriteAllText(file, text);
            return file;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
