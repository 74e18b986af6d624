using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Stances.Extraction.Catalogue;

/// <summary>One mapping of a catalogue file, read key by key; what is missing, misspelt or of the wrong form becomes a fault with its line.</summary>
internal sealed class YamlEntry(string file, YamlMappingNode node, List<CatalogueFault> faults)
{
    private readonly HashSet<string> asked = [];

    public string File => file;

    public int Line => (int)node.Start.Line;

    public string Required(string key)
    {
        var text = Optional(key);
        if (text is null)
            Fault(node, $"'{key}' is missing");
        return text ?? "";
    }

    public string? Optional(string key)
    {
        if (Find(key) is not { } found)
            return null;
        if (found is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        Fault(found, $"'{key}' must be a text");
        return null;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is not { } found)
            return [];
        if (found is YamlSequenceNode list)
            return [.. list.Select(x => Scalar(x, key)).OfType<string>()];
        Fault(found, $"'{key}' must be a list");
        return [];
    }

    public bool Flag(string key) => Optional(key) switch
    {
        null or "false" => false,
        "true" => true,
        _ => Faulty(key, "must be true or false", false),
    };

    public DateOnly? Day(string key)
    {
        if (Optional(key) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : Faulty<DateOnly?>(key, $"'{text}' is no day such as 2017-06-18", null);
    }

    public T? Choice<T>(string key) where T : struct, Enum
    {
        if (Optional(key) is not { } text)
            return null;
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value : Faulty<T?>(key, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}", null);
    }

    public IReadOnlyList<YamlEntry> Entries(string key)
    {
        if (Find(key) is not { } found)
            return [];
        if (found is YamlSequenceNode list && list.All(x => x is YamlMappingNode))
            return [.. list.Cast<YamlMappingNode>().Select(x => new YamlEntry(file, x, faults))];
        Fault(found, $"'{key}' must be a list of entries");
        return [];
    }

    public YamlEntry? Map(string key)
    {
        if (Find(key) is not { } found)
            return null;
        if (found is YamlMappingNode map)
            return new YamlEntry(file, map, faults);
        Fault(found, $"'{key}' must be a mapping");
        return null;
    }

    public IReadOnlyList<string> Keys() => [.. node.Children.Keys.OfType<YamlScalarNode>().Select(x => x.Value ?? "")];

    /// <summary>Every key that was never asked for is a fault.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
                Fault(key, $"unknown key '{key}'");
        }
    }

    public void Fault(string key, string reason) => Fault(Find(key) ?? node, $"'{key}' {reason}");

    private T Faulty<T>(string key, string reason, T instead)
    {
        Fault(key, reason);
        return instead;
    }

    private void Fault(YamlNode at, string reason) => faults.Add(new CatalogueFault(file, (int)at.Start.Line, reason));

    private string? Scalar(YamlNode item, string key)
    {
        if (item is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        Fault(item, $"'{key}' must hold texts only");
        return null;
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }
}
