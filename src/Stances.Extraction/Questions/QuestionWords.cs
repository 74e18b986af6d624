using System.Collections.Frozen;
using Stances.Extraction.Words;

namespace Stances.Extraction.Questions;

/// <summary>The words questions are made of, which name nothing themselves.</summary>
internal static class QuestionWords
{
    private static readonly Inflector Verbs = new();

    /// <summary>Words of saying: they ask for statements and tell nothing about which.</summary>
    public static readonly FrozenSet<string> Say = English.Set("""
        say says said saying state states stated stating speak speaks spoke spoken speaking comment comments commented commenting remark remarks remarked tell tells told
        express expresses expressed claim claims claimed mention mentions mentioned declare declares declared announce announces announced argue argues argued
        talk talked talking discuss discussed discusses describe described call calls called respond responds responded responding response responses react reacts reacted reacting reaction reactions
        statement statements quote quotes quoted words utter uttered put line lines view views message explain explained note noted stress stressed answer answered reply replied
        convey conveys conveyed communicated relay relayed inform informs informed reiterate reiterates reiterated repeat repeats repeated insist insists insisted emphasise emphasised emphasize emphasized
        underline underlined admit admits admitted acknowledge acknowledged hint hinted tweet tweeted bring brings brought raise raises raised
        """.ReplaceLineEndings(" "));

    /// <summary>Words that ask what a country holds.</summary>
    public static readonly FrozenSet<string> Hold =
        English.Set(
            "position positions stance stances stand stands stood hold holds held policy attitude think thinks believe believes feel "
            + "feels opinion standpoint side sides where");

    /// <summary>Words that ask whether a position turned.</summary>
    public static readonly FrozenSet<string> Change =
        English.Set(
            "change changes changed changing shift shifts shifted shifting reverse reversed reversal evolve evolved evolution turn turned "
            + "turnaround u-turn uturn flip flipped soften softened harden hardened");

    public static readonly FrozenSet<string> Agree =
        English.Set(
            "agree agrees agreed agreeing agreement agreements deal deals pact pacts accord accords treaty treaties sign signs signed "
            + "signing");

    public static readonly FrozenSet<string> Meet =
        English.Set(
            "meet meets met meeting meetings summit summits talks call calls phone telephone conversation encounter gathering trilateral");

    public static readonly FrozenSet<string> Compare =
        English.Set(
            "compare compared comparing comparison versus vs v differ differs differed difference differences disagree disagrees contrast "
            + "between");

    /// <summary>Words after which stands what it is about.</summary>
    public static readonly FrozenSet<string> About = English.Set("about on regarding concerning over re toward towards against");

    public static readonly FrozenSet<string> Government = English.Set("government governments administration cabinet regime presidency team");

    /// <summary>Words for whoever may have said something, which name nobody.</summary>
    public static readonly FrozenSet<string> Somebody = English.Set("""
        country countries state states government governments nation nations other others else capital capitals official officials minister ministers leader leaders president presidents
        diplomat diplomats politician politicians spokesman spokeswoman spokesperson envoy envoys ambassador party side person people power powers world
        """.ReplaceLineEndings(" "));

    /// <summary>What somebody did that others take a side on: "the US withdrawal", "Trump's decision".</summary>
    public static readonly FrozenSet<string> Deed = English.Set("""
        decision decisions withdrawal exit pullout pull departure move moves step steps plan plans proposal proposals action actions announcement refusal release discharge offer rejection
        policy approach choice line stance position demand demands call intention reply response
        """.ReplaceLineEndings(" "));

    /// <summary>People and bodies of a country that do not speak for it.</summary>
    public static readonly FrozenSet<string> Stateless = English.Set("""
        opposition protester protesters protestors activist activists public citizens victims victim survivors survivor company companies firm firms fishermen fishers
        residents critics democrats republicans environmentalists campaigners hydrologists economists lawyers insurers observers royals emperor newspaper newspapers media press students scientists experts analysts farmers voters workers unions businesses investors academics historians journalists bloggers
        """.ReplaceLineEndings(" "));

    /// <summary>Words that may stand anywhere in a question and ask nothing of their own.</summary>
    private static readonly FrozenSet<string> Filler = English.Set("""
        please pls plz tell show give list find get want need know like everything anything something nothing all any ever so far publicly official officially exactly actually
        really statement record recorded records database oldest newest first last latest recent recently earliest order issue issues matter matters topic subject question questions case
        thing things point points kind sort side part time times date day days year years month months week summary summarise summarize overview brief info information details update news
        new happened happen take took participate participated attend attended part held hold holding place reach reached made make makes together each other both two three
        country countries state nation nations government governments governmental ministry ministries foreign affairs minister ministers official officials leader leaders president prime diplomat diplomats spokesman spokeswoman
        spokesperson department office top their its his her our your my who whom what when where which how why whose is are was were be been do does did has have had can could would
        there here this that these those of to in at by with for from and or the a an as not no yes if whether it they them he she we you me us i than then also just only same
        gimme lol u document documents paper papers text texts world international community occasions often many u btw erm ok okay hey well anyway quite exact sum
        change before after since until between during around now currently today side regarding about on concerning compared back way through ask asking asked concerning
        common agreement agreements meeting meetings bilateral thoughts thought feelings wording quotes s t line expressed publicly search look up check hi there thanks thank
        stuff lowdown anyone anybody someone somebody nobody everyone everybody thereof timeline overall really ones deal issue dispute row problem matter question controversy debate respect comes came terms light view views
        """.ReplaceLineEndings(" "));

    /// <summary>Common nouns and adjectives that no name is to be read into.</summary>
    private static readonly FrozenSet<string> Nouns = English.Set("""
        weather whether joke rules rule best worst capital population people person man woman child children food water house home money price prices cost costs market markets banana bananas apple
        music song film movie movies book books poem poems story novel game games sport sports football soccer tennis team player world earth moon star stars sun sea ocean river lake mountain island islands city cities
        town street road car cars train trains plane planes ship ships boat boats school schools university teacher student students doctor hospital health disease cancer drug drugs law laws court courts judge prison police army
        soldier soldiers weapon weapons bomb bombs gun guns war wars peace battle fight attack attacks threat threats terror crime crimes murder death birth life love hate fear hope dream luck power energy oil gas coal nuclear
        solar wind fire rain snow storm flood earthquake earthquakes tsunami typhoon climate heat cold winter summer spring autumn fall morning evening night hour minute moment century history future past present king queen prince
        emperor church mosque religion god language english culture art science technology computer computers internet phone phones robot robots data software machine machines medicine vaccine vaccines virus bank banks tax taxes budget economy
        trade goods export exports import imports tariff tariffs sanction sanctions steel rice wheat grain grains fish meat beef wine beer coffee tea cheese bread sugar salt color colour red blue green black white yellow
        good bad big small great little high low long short old young early late strong weak rich poor free safe clean clear dark light heavy hard soft hot cool warm easy simple real true false right wrong left
        number numbers amount size level rate percent half quarter million billion hundred thousand letter letters word name names title author page chapter picture photo image video radio television
        hill hook tax tor dan bio may march gold silver iron stone wood glass paper plastic cotton wool silk park square bridge tower gate wall door window room floor roof garden forest tree trees flower flowers animal animals
        dog dogs cat cats horse horses cow cows bird birds whale whales panda pandas bear lion tiger elephant dragon hello hey hi bye goodbye breakfast lunch dinner recipe football olympics population gdp income salary president
        fishing abductions abduction visit history apology
        """.ReplaceLineEndings(" "));

    /// <summary>Whether this is an everyday word, which a short name must not be read into and no slip be corrected from.</summary>
    public static bool IsCommon(string lower) =>
        English.IsFunctionWord(lower) || Filler.Contains(lower) || Nouns.Contains(lower) || Say.Contains(lower)
            || English.Months.Contains(lower) || Verbs.Verb(lower) is not null;

    public static bool IsFiller(string lower) => Filler.Contains(lower) || English.IsFunctionWord(lower) || Say.Contains(lower) || Hold.Contains(lower);

    /// <summary>The verb a word is a form of.</summary>
    public static string? Lemma(string lower) => Verbs.Verb(lower)?.Lemma;

    /// <summary>What people type in haste.</summary>
    public static readonly FrozenDictionary<string, string> Shorthand = new Dictionary<string, string>
    {
        ["u"] = "you", ["ur"] = "your", ["wat"] = "what", ["wot"] = "what", ["wht"] = "what", ["whats"] = "what", ["sya"] = "say",
            ["siad"] = "said", ["teh"] = "the", ["abt"] = "about", ["govt"] = "government",
        ["btw"] = "between", ["btwn"] = "between", ["agrmt"] = "agreement", ["mtg"] = "meeting", ["stmt"] = "statement",
            ["stmts"] = "statements", ["dont"] = "don't", ["didnt"] = "didn't", ["hasnt"] = "hasn't", ["havent"] = "haven't",
    }.ToFrozenDictionary();

    /// <summary>Words whose slips are put right although they name nothing.</summary>
    public static readonly FrozenSet<string> OftenSlipped =
        English.Set(
            "what when where which about regarding position stance agreement agreements meeting between before after since said statement "
            + "statements change changed compare did does government minister");
}
