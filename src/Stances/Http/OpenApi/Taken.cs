namespace Stances.Http.OpenApi;

/// <summary>A parameter that a route reads for itself, so that nothing but this tells the document of it.</summary>
/// <param name="Name">As it is written in the address, or of a header.</param>
/// <param name="About">What it is for.</param>
/// <param name="InHeader">Whether it is a header; else it stands in the query.</param>
internal sealed record Taken(string Name, string About, bool InHeader = false);
