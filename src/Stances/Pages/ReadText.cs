using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Stances.Pages;

/// <summary>
/// A text with its evidence marked. Every run is written as text, so nothing in it can become markup, and to the character: what is
/// copied from the page is what was read.
/// </summary>
public sealed class ReadText : ComponentBase
{
    /// <summary>The language of the text, where it is known.</summary>
    [Parameter]
    public string? Language { get; set; }

    /// <summary>The text.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<IReadOnlyList<TextRun>> Paragraphs { get; set; } = [];

    /// <summary>The class of the marks of a run.</summary>
    [Parameter]
    [EditorRequired]
    public Func<TextRun, string> ClassOf { get; set; } = _ => "";

    /// <summary>The name that links to the evidence of a finding go by.</summary>
    [Parameter]
    public Func<long, string> NameOf { get; set; } = version => Name("v", version);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "text");
        builder.AddAttribute(2, "lang", Language);
        foreach (var paragraph in Paragraphs)
        {
            builder.OpenElement(3, "p");
            builder.AddAttribute(4, "dir", "auto");
            foreach (var run in paragraph)
                Add(builder, run);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void Add(RenderTreeBuilder builder, TextRun run)
    {
        foreach (var version in run.Begins)
        {
            builder.OpenElement(5, "span");
            builder.AddAttribute(6, "class", "at");
            builder.AddAttribute(7, "id", NameOf(version));
            builder.CloseElement();
        }

        if (run.Marks.Count == 0)
        {
            builder.AddContent(8, run.Text);
            return;
        }

        builder.OpenElement(9, "mark");
        builder.AddAttribute(10, "class", ClassOf(run));
        builder.AddContent(11, run.Text);
        builder.CloseElement();
        foreach (var version in run.Ends)
        {
            builder.OpenElement(12, "a");
            builder.AddAttribute(13, "class", "note");
            builder.AddAttribute(14, "href", Name("#f", version));
            builder.AddAttribute(15, "aria-label", Name("Finding ", version));
            builder.AddContent(16, Name("", version));
            builder.CloseElement();
        }
    }

    private static string Name(string before, long version) => string.Create(CultureInfo.InvariantCulture, $"{before}{version}");
}
