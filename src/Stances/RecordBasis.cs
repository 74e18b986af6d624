using System.Globalization;
using Stances.Domain;
using Stances.Projections;

namespace Stances;

/// <summary>A state of the record that answers rest on: how far the log was read, and by which versions of read models, reader and catalogue.</summary>
public sealed record RecordBasis(long Sequence, string Program)
{
    /// <summary>The program that answers now.</summary>
    public static string ProgramOf(ReaderVersion reader) =>
        string.Join('-', "p" + string.Join('.', ReadModels.All.Select(x => x.Version.ToString(CultureInfo.InvariantCulture))), $"{reader.Name}.{reader.Version}", reader.Catalogue);

    /// <summary>The token.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"s{Sequence}~{Program}");

    /// <summary>The state that a token names, be it of a list or of an answer; null where it is none.</summary>
    public static RecordBasis? Parse(string? token) =>
        token?.Split('~') is [['s', .. var sequence], var program, ..] && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RecordBasis(number, program) : null;

    /// <summary>Refuses a state that this program cannot come back to.</summary>
    /// <exception cref="InvalidInputException">Another version of the program made it, or it lies ahead of this log.</exception>
    public RecordBasis Checked(ReaderVersion reader, long readUpTo)
    {
        if (ProgramOf(reader) is var program && Program != program)
            throw new InvalidInputException("basis", $"This answer was made by {Program}; this program is {program} and may read the question otherwise.");
        return Sequence <= readUpTo ? this : throw new InvalidInputException("basis", "This answer rests on events that are not in this log.");
    }
}
