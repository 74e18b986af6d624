using System.Text.Json;
using Stances.Domain;
using Stances.EventStore;
using Stances.Extraction;
using Stances.Extraction.Catalogue;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;

namespace Stances.Postgres.Tests.Answers;

/// <summary>The sample articles in a database of their own: as the reader reads them, or with the events that were annotated by hand.</summary>
internal sealed class SampleRecord : IAsyncDisposable
{
    private static readonly string Root = FindRoot();
    private static readonly JsonSerializerOptions Json = new(EventView.Json);

    private readonly TestDatabase database;

    private SampleRecord(TestDatabase database, Workspace workspace) => (this.database, Workspace) = (database, workspace);

    public Workspace Workspace { get; }

    /// <summary>Where its database is, for another program to join it.</summary>
    public string Database => database.ConnectionString;

    /// <summary>Which annotated event each recorded one is: by the seed's name and the event's place in it.</summary>
    public Dictionary<long, (string Seed, int Event)> Gold { get; } = [];

    public static string Folder(string name) => Path.Combine(Root, name);

    /// <summary>The samples with the events annotated by hand: the record a reader without fault would make.</summary>
    public static async Task<SampleRecord> Annotated(PostgresServer server)
    {
        var made = await Empty(server);
        foreach (var file in Directory.GetFiles(Folder("seeds"), "*.json").Order(StringComparer.Ordinal))
            await made.Append(file);
        await made.Workspace.Projections.CatchUp();
        return made;
    }

    /// <summary>The samples as the program's own reader reads them; an annotated event is the found one whose words overlap with it most.</summary>
    public static async Task<SampleRecord> Read(PostgresServer server)
    {
        var made = await Empty(server);
        foreach (var file in Directory.GetFiles(Folder("seeds"), "*.json").Order(StringComparer.Ordinal))
        {
            var seed = Seed.Of(file);
            var submission = Submission.Of(seed.Text, html: false, seed.PublishedOn, seed.Source, "tests");
            var filed = await Ingest.File(submission, made.Workspace, CancellationToken.None);
            foreach (var recorded in filed.Events)
            {
                if (seed.Nearest(EventJson.Read(recorded.Type, recorded.Data)) is { } at)
                    made.Gold[recorded.Sequence] = (seed.Name, at);
            }
        }

        await made.Workspace.Projections.CatchUp();
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Workspace.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<SampleRecord> Empty(PostgresServer server)
    {
        var database = await server.NewDatabase();
        var catalogue = CatalogueFiles.Load([Folder("catalogue")]);
        var workspace = await Workspace.Open(name => name == "STANCES_DB" ? database.ConnectionString : null, catalogue, new RulesReader(catalogue), CancellationToken.None);
        return new SampleRecord(database, workspace);
    }

    private async Task Append(string file)
    {
        var seed = Seed.Of(file);
        var hash = StableId.HashOf(seed.Text);
        var stream = StableId.StreamOf(seed.Source.Url, hash);
        ArticleEvent[] events =
        [
            new ArticleIngested(seed.Source, seed.PublishedOn, hash, seed.Text.Length, Workspace.Reader.Version, "tests"),
            .. seed.Events,
        ];
        var recorded = await Workspace.Log.Append([new StreamAppend(stream, 0, [.. events.Select((e, i) =>
            new NewEvent(StableId.EventId(stream, i + 1, EventJson.NameOf(e), EventJson.Write(e)), EventJson.NameOf(e), EventJson.DotnetTypeOf(e), EventJson.Write(e)))])], [Texts.Save(seed.Text)]);
        for (var i = 1; i < recorded.Count; i++)
            Gold[recorded[i].Sequence] = (seed.Name, i - 1);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Stances.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    /// <summary>An article with its annotated events.</summary>
    private sealed record Seed(string Name, string Text, DateOnly PublishedOn, Source Source, IReadOnlyList<ArticleEvent> Events)
    {
        public static Seed Of(string file)
        {
            var text = File.ReadAllText(Path.ChangeExtension(file, ".txt"));
            using var about = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = about.RootElement;
            return new Seed(
                Path.GetFileNameWithoutExtension(file), text, DateOnly.Parse(root.GetProperty("publishedOn").GetString()!, null),
                root.GetProperty("source").Deserialize<Source>(Json)!, [.. root.GetProperty("events").EnumerateArray().Select(x => Event(x, text))]);
        }

        public int? Nearest(ArticleEvent found)
        {
            var best = Events.Select((e, i) => (i, Shared: e.GetType() == found.GetType() && SameActor(e, found) ? Overlap(e.Grounds!, found.Grounds!) : 0)).MaxBy(x => x.Shared);
            return best.Shared > 0 ? best.i : null;
        }

        private static bool SameActor(ArticleEvent one, ArticleEvent other) => (one, other) switch
        {
            (StanceStated a, StanceStated b) => a.Country == b.Country,
            (AgreementReached a, AgreementReached b) => a.Parties.Order().SequenceEqual(b.Parties.Order()),
            _ => true,
        };

        private static int Overlap(Evidence a, Evidence b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);

        private static ArticleEvent Event(JsonElement x, string text)
        {
            DateOnly? on = x.TryGetProperty("on", out var day) ? DateOnly.Parse(day.GetString()!, null) : null;
            var evidence = Words(x, text);
            return x.GetProperty("type").GetString() switch
            {
                "stance_stated" => new StanceStated(
                    x.GetProperty("country").GetString()!, x.TryGetProperty("speaker", out var speaker) ? new Speaker(speaker.GetString(), null) : null, Attribution.Paraphrase,
                    x.GetProperty("topic")[0].GetString()!, x.GetProperty("position")[0].Deserialize<Position>(Json), x.GetProperty("direction")[0].Deserialize<Direction>(Json), null,
                    evidence.Exact, on, 1, [], evidence),
                "agreement_reached" => new AgreementReached(
                    Texts(x, "parties"), x.GetProperty("topic")[0].GetString()!, evidence.Exact, AgreementStage.Agreed, on, 1, [], evidence),
                _ => new MeetingHeld(
                    on, x.TryGetProperty("place", out var place) ? place.GetString() : null, null, x.GetProperty("format").Deserialize<MeetingFormat>(Json), Seats(x), 1, [], evidence),
            };
        }

        private static IReadOnlyList<string> Texts(JsonElement x, string name) => [.. x.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

        /// <summary>The annotation names people and countries side by side; a seat is either.</summary>
        private static List<Participant> Seats(JsonElement x) =>
            [.. Texts(x, "people").Select(p => new Participant(p, null, null)), .. Texts(x, "countries").Select(c => new Participant(null, null, c))];

        private static Evidence Words(JsonElement x, string text)
        {
            if (!x.TryGetProperty("quote", out var quote))
                return Evidence.In(text, x.GetProperty("start").GetInt32(), x.GetProperty("end").GetInt32());
            var (words, nth) = (quote.GetString()!, x.TryGetProperty("nth", out var which) ? which.GetInt32() : 1);
            var at = -1;
            for (var i = 0; i < nth; i++)
                at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            return Evidence.In(text, at, at + words.Length);
        }
    }
}
