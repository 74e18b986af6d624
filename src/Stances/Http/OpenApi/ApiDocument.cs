using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Stances.Http.OpenApi;

/// <summary>What the OpenAPI document says beyond what the routes tell: examples, the basis, and every type of problem.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Stances", Version = "1", Description = About };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var description = context.Description;
            // A record of parameters would be told by the names of its properties.
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(x => x.In == ParameterLocation.Query))
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().Any(x => x.GetParameters().Any(p => p.ParameterType == typeof(Replies))))
                TellBasis(operation);
            foreach (var taken in description.ActionDescriptor.EndpointMetadata.OfType<Taken>())
                Add(operation, taken);
            // Whoever takes a body needs one, though it is his own words that say what is wrong with none.
            if (operation.RequestBody is OpenApiRequestBody body)
                body.Required = true;
            if (description.ActionDescriptor.EndpointMetadata.OfType<NarrowedBy>().SingleOrDefault() is { } narrowed)
                operation.Parameters = [.. operation.Parameters!.Where(x => narrowed.Takes(x.Name!))];
            foreach (var example in Example.All.Where(x => x.Operation == $"{description.HttpMethod} /{description.RelativePath}"))
                Show(operation, example);
            return Task.CompletedTask;
        });
    }

    private static string About => $"""
        What countries say, since when, who said so and where it is written. `on` asks what had been said by a day, `known` what was known at a
        moment. Every error is `application/problem+json` (RFC 9457); its `type` is stable and one of these:

        | type | status | when |
        |---|---|---|
        {string.Join('\n', Problems.Types.Select(x => $"| `{Problems.Prefix}{x.Type}` | {x.Status} | {x.When} |"))}
        """;

    private static void TellBasis(OpenApiOperation operation)
    {
        if (operation.Parameters?.Any(x => x.Name == "basis") != true)
            Add(operation, new Taken("basis", "The `Basis` of an earlier answer: the same bytes again, whatever was recorded since."));

        operation.Responses ??= [];
        operation.Responses.TryAdd("304", new OpenApiResponse { Description = "What `If-None-Match` names is still so." });
        if (operation.Responses["200"] is OpenApiResponse answer)
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers["Basis"] = Header("The state of the record that the answer rests on.");
            answer.Headers["ETag"] = Header("For `If-None-Match`.");
        }
    }

    private static void Add(OpenApiOperation operation, Taken taken) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = taken.Name, In = taken.InHeader ? ParameterLocation.Header : ParameterLocation.Query, Description = taken.About,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static void Show(OpenApiOperation operation, Example example)
    {
        if (example.Request is { } request && operation.RequestBody?.Content is { } taken && taken.TryGetValue("application/json", out var body))
            body.Examples = new Dictionary<string, IOpenApiExample> { [example.Address] = new OpenApiExample { Value = request.DeepClone() } };
        if (example.Response is null || operation.Responses?.GetValueOrDefault(example.Status) is not OpenApiResponse response)
            return;
        response.Content ??= new Dictionary<string, OpenApiMediaType>();
        if (!response.Content.TryGetValue("application/json", out var answer))
            response.Content["application/json"] = answer = new OpenApiMediaType();
        answer.Examples = new Dictionary<string, IOpenApiExample> { [example.Address] = new OpenApiExample { Value = example.Response.DeepClone() } };
    }
}
