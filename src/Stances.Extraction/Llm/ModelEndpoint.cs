namespace Stances.Extraction.Llm;

/// <summary>How an endpoint is spoken to.</summary>
public enum ModelProtocol
{
    /// <summary><see href="https://docs.anthropic.com/en/api/messages">Messages</see> of Anthropic.</summary>
    Anthropic,

    /// <summary><see href="https://platform.openai.com/docs/api-reference/chat">Chat completions</see> as OpenAI and most local servers offer them.</summary>
    OpenAi,
}

/// <summary>Where a language model is asked, and which.</summary>
/// <param name="Url">Address of the server, without the protocol's own path.</param>
/// <param name="Key">Secret that opens it; null where none is needed. Never printed.</param>
/// <param name="Timeout">The longest one answer may take.</param>
public sealed record ModelEndpoint(ModelProtocol Protocol, Uri Url, string Model, string? Key, TimeSpan Timeout)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The endpoint that settings name: <c>STANCES_MODEL</c> is <c>anthropic:MODEL</c> or <c>openai:MODEL</c>, <c>STANCES_MODEL_URL</c>
    /// another server that speaks the same, <c>STANCES_MODEL_KEY</c> its key. Null where no model is named.
    /// </summary>
    /// <exception cref="ModelException">The settings name none that can be asked.</exception>
    public static ModelEndpoint? Named(Func<string, string?> settings)
    {
        if (settings("STANCES_MODEL") is not { Length: > 0 } named)
            return null;
        var (protocol, model) = named.Split(':', 2) switch
        {
            ["anthropic", { Length: > 0 } name] => (ModelProtocol.Anthropic, name),
            ["openai", { Length: > 0 } name] => (ModelProtocol.OpenAi, name),
            _ => throw new ModelException($"STANCES_MODEL is '{named}'; it names a model as anthropic:MODEL or openai:MODEL."),
        };
        var address =
            settings("STANCES_MODEL_URL") is { Length: > 0 } own
                ? own
                : protocol == ModelProtocol.Anthropic
                ? "https://api.anthropic.com"
                : "https://api.openai.com";
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new ModelEndpoint(protocol, url, model, settings("STANCES_MODEL_KEY") is { Length: > 0 } key ? key : null, Patience)
            : throw new ModelException("STANCES_MODEL_URL is no http or https address.");
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Protocol} {Model} at {Url.Authority}";
}
