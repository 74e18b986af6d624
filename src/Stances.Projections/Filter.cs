using Stances.EventStore;

namespace Stances.Projections;

/// <summary>Conditions that hold where nothing is asked.</summary>
internal static class Filter
{
    private static readonly Sql None = Sql.Raw("true");

    public static Sql AnyOf(string column, IReadOnlyCollection<string>? values) =>
        values is null or { Count: 0 } ? None : values is { Count: 1 }
            ? Sql.Of($"{Sql.Raw(column)} = {values.First()}") : Sql.Of($"{Sql.Raw(column)} = any ({values.ToArray()})");

    public static Sql AnyOf<T>(string column, IReadOnlyCollection<T>? values) where T : struct, Enum =>
        AnyOf(column, values?.Select(x => Names.Of(x)).ToArray());

    /// <summary>Equal but for case.</summary>
    public static Sql Same(string column, string? value) => value is null ? None : Sql.Of($"lower({Sql.Raw(column)}) = lower({value})");

    public static Sql Within(string column, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } f, { } t) => Sql.Of($"{Sql.Raw(column)} between {f} and {t}"),
        ({ } f, null) => Sql.Of($"{Sql.Raw(column)} >= {f}"),
        (null, { } t) => Sql.Of($"{Sql.Raw(column)} <= {t}"),
        _ => None,
    };
}

/// <summary>The stored names of enum values.</summary>
internal static class Names
{
    public static string Of<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
