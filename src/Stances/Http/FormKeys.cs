using System.Xml.Linq;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using NpgsqlTypes;
using Stances.EventStore;

namespace Stances.Http;

/// <summary>
/// The keys that forms of the pages are sealed with. They are kept in the database, so that any process takes a form which another one
/// made, or the same one before it was started anew.
/// </summary>
internal sealed class FormKeys(NpgsqlDataSource db) : IXmlRepository
{
    /// <summary>Seals forms with keys from this database.</summary>
    public static void Add(IServiceCollection services, NpgsqlDataSource db)
    {
        services.AddDataProtection().SetApplicationName("stances");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new FormKeys(db));
        services.AddAntiforgery(seal =>
        {
            seal.FormFieldName = "seal";
            seal.Cookie.Name = "stances-form";
            seal.Cookie.SameSite = SameSiteMode.Strict;
            seal.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Makes the table. Safe to run again and from several processes at once.</summary>
    public static Task Migrate(NpgsqlDataSource db, CancellationToken ct) => SchemaScript.Apply(
        db, "form keys", "create table if not exists stances.form_keys (name text primary key, element xml not null)", ct);

    /// <summary>Refuses a form that this service did not make, or made for another browser.</summary>
    /// <exception cref="InvalidInputException">It did not.</exception>
    public static async Task Check(HttpContext http)
    {
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            throw new InvalidInputException("", "The form had lain open for too long, or came from elsewhere. Nothing was done; send it again.");
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = db.CreateCommand("select element::text from stances.form_keys order by name");
        using var row = command.ExecuteReader();
        var found = new List<XElement>();
        while (row.Read())
            found.Add(XElement.Parse(row.GetString(0)));
        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = db.CreateCommand("insert into stances.form_keys values ($1, $2) on conflict (name) do update set element = excluded.element");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = friendlyName });
        command.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting), NpgsqlDbType = NpgsqlDbType.Xml });
        command.ExecuteNonQuery();
    }
}
