using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace Stances.EventStore;

/// <summary>
/// A statement and its parameters. <c>Sql.Of($"... {value}")</c> turns every hole into a parameter, so no value is ever part
/// of the text; a hole that is itself <see cref="Sql"/> is put in as it stands, and <c>{name:name}</c> is a quoted identifier.
/// </summary>
public sealed class Sql
{
    private readonly IReadOnlyList<object> parts;   // string: text; NpgsqlParameter: a hole

    private Sql(IReadOnlyList<object> parts) => this.parts = parts;

    /// <summary>The statement written as an interpolated string.</summary>
    public static Sql Of(Builder statement) => new(statement.Parts);

    /// <summary>A text of our own that has no values in it. Never pass what came from outside.</summary>
    public static Sql Raw(string text) => new([text]);

    /// <summary>The text as PostgreSQL gets it, holes as $1, $2, ...</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            var holes = 0;
            foreach (var part in parts)
                _ = part is string literal ? text.Append(literal) : text.Append('$').Append(++holes);
            return text.ToString();
        }
    }

    /// <summary>The statement as a command of a batch; each call makes a new one, so a statement can be run again.</summary>
    public NpgsqlBatchCommand ToBatchCommand()
    {
        var command = new NpgsqlBatchCommand(Text);
        AddParameters(command.Parameters);
        return command;
    }

    internal NpgsqlCommand ToCommand(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Text, connection);
        AddParameters(command.Parameters);
        return command;
    }

    private void AddParameters(NpgsqlParameterCollection parameters)
    {
        // A parameter belongs to one command, hence the clones.
        foreach (var hole in parts.OfType<NpgsqlParameter>())
            parameters.Add(hole.Clone());
    }

    /// <summary>Collects the parts of an interpolated statement.</summary>
    [InterpolatedStringHandler]
    public readonly struct Builder
    {
        /// <summary>Called by the compiler.</summary>
        public Builder(int literalLength, int formattedCount) => Parts = new List<object>(2 * formattedCount + 1);

        internal List<object> Parts { get; }

        /// <summary>Text between the holes.</summary>
        public void AppendLiteral(string text) => Parts.Add(text);

        /// <summary>A value: becomes a parameter, typed by its static type, so that null has a type too.</summary>
        public void AppendFormatted<T>(T value) => Parts.Add(new NpgsqlParameter<T> { TypedValue = value });

        /// <summary>A statement inside the statement.</summary>
        public void AppendFormatted(Sql inner) => Parts.AddRange(inner.parts);

        /// <summary><c>{name:name}</c>: a quoted identifier.</summary>
        public void AppendFormatted(string value, string format) => Parts.Add(format == "name"
            ? '"' + value.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : throw new FormatException($"A hole knows the format 'name' only, not '{format}'."));
    }
}
