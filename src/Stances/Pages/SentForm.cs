namespace Stances.Pages;

/// <summary>What a form of the pages sends.</summary>
internal static class SentForm
{
    /// <summary>Its fields.</summary>
    /// <exception cref="BadHttpRequestException">What was sent is no form (415), or none that can be read (400).</exception>
    public static async Task<IFormCollection> Read(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            throw new BadHttpRequestException("Send the form of the page, or application/json where programs send it.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException(e.Message, StatusCodes.Status400BadRequest);
        }
    }
}
