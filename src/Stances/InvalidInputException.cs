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
}
