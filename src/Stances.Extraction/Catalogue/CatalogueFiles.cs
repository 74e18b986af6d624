using System.Security.Cryptography;
using Stances.Domain.Catalogue;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Stances.Extraction.Catalogue;

/// <summary>Reads the catalogue from folders of YAML files; an entry of a later folder replaces the same one of an earlier.</summary>
public static class CatalogueFiles
{
    /// <summary>The catalogue these folders hold together.</summary>
    /// <exception cref="CatalogueException">A folder is missing, or files in it are not well formed.</exception>
    public static WorldCatalogue Load(IReadOnlyList<string> folders)
    {
        var read = Read(folders);
        return read.Faults.Count == 0 ? read.Catalogue : throw new CatalogueException(read.Faults);
    }

    internal static CatalogueReading Read(IReadOnlyList<string> folders)
    {
        var reading = new Reader();
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
                reading.Faults.Add(new CatalogueFault(folder, 0, "there is no such folder"));
        }

        if (folders.Count == 0)
            reading.Faults.Add(new CatalogueFault("catalogue", 0, "no folder was named"));
        var catalogue = new WorldCatalogue(
            reading.Entries(folders, "countries.yaml", EntryReading.Country, x => x.Code),
            reading.Entries(folders, "people.yaml", EntryReading.Person, x => x.Name),
            reading.Entries(folders, "roles.yaml", EntryReading.Role, x => x.Id),
            reading.Entries(folders, "others.yaml", EntryReading.Other, x => x.Name),
            reading.Entries(folders, "topics.yaml", EntryReading.Topic, x => x.Id),
            reading.Entries(folders, "sources.yaml", EntryReading.Publisher, x => x.Id),
            "")
        {
            Verbs = reading.Entries(folders, "verbs.yaml", EntryReading.Verb, x => x.Id),
            Content = reading.Entries(folders, "content.yaml", EntryReading.Content, x => x.Id),
        };
        return new CatalogueReading(catalogue with { Hash = reading.Hash() }, reading.Places, reading.Faults);
    }

    private sealed class Reader
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public List<CatalogueFault> Faults { get; } = [];

        public Dictionary<(string File, string Key), CatalogueFault> Places { get; } = [];

        public string Hash() => Convert.ToHexStringLower(hash.GetHashAndReset())[..16];

        public IReadOnlyList<T> Entries<T>(IReadOnlyList<string> folders, string name, Func<YamlEntry, T> read, Func<T, string> key)
        {
            var order = new List<string>();
            var entries = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
            foreach (var path in folders.Select(x => Path.Combine(x, name)).Where(File.Exists))
            {
                var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                foreach (var entry in Mappings(path))
                {
                    var value = read(entry);
                    entry.Close();
                    if (!own.Add(key(value)))
                        Faults.Add(new CatalogueFault(path, entry.Line, $"'{key(value)}' is there twice"));
                    if (!entries.ContainsKey(key(value)))
                        order.Add(key(value));
                    entries[key(value)] = value;
                    Places[(name, key(value))] = new CatalogueFault(path, entry.Line, "");
                }
            }

            return [.. order.Select(x => entries[x])];
        }

        private List<YamlEntry> Mappings(string path)
        {
            var bytes = File.ReadAllBytes(path);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(bytes);
            var yaml = new YamlStream();
            try
            {
                yaml.Load(new StreamReader(new MemoryStream(bytes)));
            }
            catch (YamlException e)
            {
                Faults.Add(new CatalogueFault(path, (int)e.Start.Line, e.InnerException?.Message ?? e.Message));
                return [];
            }

            if (yaml.Documents.Count == 0)
                return [];
            if (yaml.Documents[0].RootNode is not YamlSequenceNode list)
            {
                Faults.Add(new CatalogueFault(path, 1, "the file must be a list of entries"));
                return [];
            }

            var found = new List<YamlEntry>();
            foreach (var item in list)
            {
                if (item is YamlMappingNode map)
                    found.Add(new YamlEntry(path, map, Faults));
                else
                    Faults.Add(new CatalogueFault(path, (int)item.Start.Line, "an entry must be a mapping"));
            }

            return found;
        }
    }
}

/// <summary>The catalogue as read, where each entry stands, and what was wrong.</summary>
internal sealed record CatalogueReading(
    WorldCatalogue Catalogue, IReadOnlyDictionary<(string File, string Key), CatalogueFault> Places, IReadOnlyList<CatalogueFault> Faults);
