namespace Stances.Extraction.Llm;

/// <summary>The language model did not answer, or not with what was asked; nothing was read.</summary>
public sealed class ModelException(string message, Exception? cause = null) : Exception(message, cause);
