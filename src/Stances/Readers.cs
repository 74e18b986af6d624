using Stances.Domain.Catalogue;
using Stances.Extraction;
using Stances.Extraction.Llm;

namespace Stances;

/// <summary>The reader the settings ask for: rules alone, or with a language model behind them.</summary>
internal static class Readers
{
    /// <exception cref="ModelException">The settings name a model that cannot be asked.</exception>
    public static IReader Of(Func<string, string?> environment, WorldCatalogue catalogue)
    {
        var rules = new RulesReader(catalogue);
        return ModelEndpoint.Named(environment) is { } endpoint ? new ModelReader(catalogue, rules, endpoint) : rules;
    }
}
