using System.Collections.Frozen;

namespace Stances.Extraction.Words;

/// <summary>The closed classes of English, as far as finding who did what needs them.</summary>
internal static class English
{
    public static readonly FrozenSet<string> Determiners =
        Set(
            "the a an this that these those each every some any no such another both all either neither many most several few much "
            + "various certain own other");
    public static readonly FrozenSet<string> Possessives = Set("his her their its our my your whose");
    public static readonly FrozenSet<string> SubjectPronouns = Set("he she they it we i you who everyone nobody neither");
    public static readonly FrozenSet<string> ObjectPronouns = Set("him them us me himself herself themselves itself ourselves each");
    public static readonly FrozenSet<string> Prepositions =
        Set(
            "of in on at by for from with without about against between among amid amidst into onto over under through throughout during "
            + "within upon across toward towards per via despite regarding concerning including following besides beyond near around along "
            + "behind beneath beside inside outside above below off out up down since until till like unlike than except notwithstanding "
            + "aboard alongside pending versus vs after before ahead aside according due owing instead because");
    public static readonly FrozenSet<string> Coordinators = Set("and or nor but & yet plus");
    public static readonly FrozenSet<string> Subordinators =
        Set("while whereas although though because since if unless until when whenever as after before once lest whether where");
    public static readonly FrozenSet<string> Relatives = Set("who whom which whose where when what why how");
    public static readonly FrozenSet<string> Modals =
        Set(
            "will would shall should can could may might must 'll 'd cannot can't won't wouldn't shouldn't couldn't mustn't ought needn't "
            + "shan't");
    public static readonly FrozenSet<string> Be = Set("be is are was were am been being isn't aren't wasn't weren't remains remained remain 'm 're 's");
    public static readonly FrozenSet<string> Have = Set("have has had having haven't hasn't hadn't 've");
    public static readonly FrozenSet<string> Do = Set("do does did don't doesn't didn't");
    public static readonly FrozenSet<string> Not = Set("not never n't hardly no longer neither");
    public static readonly FrozenSet<string> Negatives =
        Set(
            "not never no isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't cannot can't won't wouldn't shouldn't "
            + "couldn't mustn't without neither nor");
    public static readonly FrozenSet<string> Future = Set("'ll 'd will would shall may might could should must can won't wouldn't ought");

    public static readonly FrozenSet<string> Adverbs =
        Set(
            "also again later earlier afterwards afterward then now still already soon often always never ever once twice too even just "
            + "only recently further furthermore moreover however therefore thus instead meanwhile together separately jointly nonetheless "
            + "nevertheless otherwise likewise almost rather quite very so far well back away ahead long anew afresh today yesterday "
            + "tomorrow tonight overnight repeatedly alike both all respectively else indeed perhaps maybe abroad nearly");
    public static readonly FrozenSet<string> NotAdverbs =
        Set(
            "family ally july assembly reply supply monopoly apply imply rely comply italy likely friendly daily weekly monthly early "
            + "only anomaly bully rally tally belly fly friendly costly deadly orderly elderly multiply lovely timely unlikely lively ugly "
            + "holy underly butterfly");

    public static readonly FrozenSet<string> Weekdays = Set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun");
    public static readonly FrozenSet<string> Months =
        Set(
            "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept "
            + "oct nov dec");

    /// <summary>Words that are capital only because they begin a sentence, never a name.</summary>
    public static bool IsFunctionWord(string lower) =>
        Determiners.Contains(lower) || Possessives.Contains(lower) || SubjectPronouns.Contains(lower) || ObjectPronouns.Contains(lower)
            || Prepositions.Contains(lower)
        || Coordinators.Contains(lower) || Subordinators.Contains(lower) || Relatives.Contains(lower) || Modals.Contains(lower) || Be.Contains(lower)
        || Have.Contains(lower) || Do.Contains(lower) || Adverbs.Contains(lower) || Negatives.Contains(lower)
            || lower is "to" or "there" or "here" or "as" or "yes";

    /// <summary>What one "would like to" do with words: no wish, but the way to say it.</summary>
    public static readonly FrozenSet<string> Saying =
        Set(
            "stress say point emphasize emphasise underline underscore reiterate note add recall clarify highlight mention remind tell "
            + "repeat state draw begin start make");

    public static readonly FrozenSet<string> NumberWords = Set("first second third last two three four five six seven eight nine ten dozen hundreds thousands");

    internal static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
