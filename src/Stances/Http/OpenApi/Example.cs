using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stances.Http.OpenApi;

/// <summary>A request over the sample articles and what the service answers; a test asks each and compares.</summary>
/// <param name="Operation">Method and route as the document names it.</param>
/// <param name="Address">What is asked: path and query. <c>{article}</c> stands for the id of the article that the examples hand in, <c>{basis}</c> for that of the answer before.</param>
/// <param name="Status">The status that is answered.</param>
internal sealed record Example(string Operation, string Address, string Status, JsonNode? Request, JsonNode? Response)
{
    private const string File = "examples.json";

    /// <summary>Every example, in the order in which they are asked.</summary>
    public static IReadOnlyList<Example> All { get; } = Load();

    private static List<Example> Load()
    {
        using var file = typeof(Example).Assembly.GetManifestResourceStream(File)!;
        return JsonSerializer.Deserialize<List<Example>>(file, EventView.Json)!;
    }
}
