using System.Text.Json;

namespace Stances;

/// <summary>What is wrong with an input, in kinds that a program can tell apart.</summary>
public enum InputFault
{
    /// <summary>The value is not of the form asked for.</summary>
    Invalid,

    /// <summary>The value is of the right form but names nothing that is known.</summary>
    Unknown,

    /// <summary>The value is longer than what is taken.</summary>
    TooLarge,
}

/// <summary>Somebody's input cannot be used; <see cref="Field"/> names the part at fault (a JSON field, a parameter, an option).</summary>
public sealed class InvalidInputException(string field, string message) : Exception(message)
{
    /// <summary>Path of the part at fault, such as <c>source/url</c>.</summary>
    public string Field { get; } = field;

    /// <summary>What kind of fault it is.</summary>
    public InputFault Kind { get; init; }

    /// <summary>The fault of an input that is not the JSON that is taken. What is stored is another matter: that it cannot be read is no fault of who asks.</summary>
    public static InvalidInputException Of(JsonException e) =>
        new(Pointer(e.Path), "This is not the JSON that is taken here: " + e.Message.Split(" Path:")[0]);

    // From System.Text.Json's $.source.url to the JSON pointer source/url.
    private static string Pointer(string? path) =>
        (path ?? "").TrimStart('$').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).TrimStart('/');
}
