namespace Stances.Extraction.Words;

/// <summary>Common verbs, so that clauses are told apart even where the verb says nothing of positions.</summary>
internal static class EnglishVerbs
{
    /// <summary>Lemma, past and participle of the irregular ones.</summary>
    public const string Irregular = """
        be was been|have had had|do did done|say said said|tell told told|hold held held|meet met met|make made made|take took taken|give gave given|go went gone|come came come
        see saw seen|get got got|keep kept kept|leave left left|lead led led|send sent sent|spend spent spent|speak spoke spoken|stand stood stood|understand understood understood
        withstand withstood withstood|think thought thought|bring brought brought|buy bought bought|fight fought fought|seek sought sought|teach taught taught|catch caught caught
        begin began begun|become became become|break broke broken|build built built|choose chose chosen|cut cut cut|deal dealt dealt|draw drew drawn|withdraw withdrew withdrawn|drive drove driven
        fall fell fallen|feel felt felt|find found found|fly flew flown|forget forgot forgotten|forgive forgave forgiven|grow grew grown|hear heard heard|hit hit hit|hurt hurt hurt
        know knew known|lay laid laid|let let let|lose lost lost|mean meant meant|pay paid paid|put put put|read read read|rise rose risen|arise arose arisen|run ran run|sell sold sold
        set set set|shake shook shaken|shoot shot shot|show showed shown|shut shut shut|sit sat sat|strike struck struck|swear swore sworn|throw threw thrown|win won won|write wrote written
        underwrite underwrote underwritten|undertake undertook undertaken|uphold upheld upheld|overcome overcame overcome|foresee foresaw foreseen|oversee oversaw overseen|lie lay lain|bear bore borne|beat beat beaten
        bind bound bound|cast cast cast|broadcast broadcast broadcast|forbid forbade forbidden|freeze froze frozen|overthrow overthrew overthrown|rebuild rebuilt rebuilt|reset reset reset|spread spread spread
        steal stole stolen|stick stuck stuck|sink sank sunk|tear tore torn|wear wore worn|wind wound wound|lend lent lent|light lit lit|shed shed shed|split split split|retake retook retaken
        override overrode overridden|mistake mistook mistaken|rethink rethought rethought|foster fostered fostered|quit quit quit|hide hid hidden|sing sang sung|ring rang rung|wake woke woken|forgo forwent forgone
        """;

    /// <summary>Verbs whose last letter is doubled: banned, referring.</summary>
    public const string Doubling = """
        stop plan ban drop rip step slam commit refer regret permit admit compel rebut scrap submit omit prefer bar dub nod rap shun spur tap wrap vet pin occur recur concur defer deter
        incur infer transfer confer expel propel control patrol rebel abet allot equip rub rob beg log plot pop ship skip slip snub strip top trim trip beset upset cut put set hit let get sit
        run win begin forget shut split quit bid dig fit jog nab pit rig rot sap scan spot stem stir tug wed whip zip unwrap handicap kidnap worship program travel cancel signal label channel initial pencil model total counsel equal rival marshal
        """;

    public const string Regular = """
        abandon abide abolish absorb accelerate accept accompany accomplish accord account accuse achieve acknowledge acquire act add address adhere adjust admit adopt advance advise advocate affect affirm
        agree aim alarm alert allege allow alter amend analyze announce annex annul answer anticipate apologize apologise appeal appear applaud apply appoint appreciate approach approve argue arm arrange arrest arrive ask assert
        assess assist assure attach attack attempt attend attract attribute authorize avoid await award back ban bar base believe belong benefit blame blast block bomb boost boycott brand breach brief bolster
        call cancel carry cause celebrate challenge change characterize characterise charge chair chastise cite claim clarify clash clear close collapse combat comment commit communicate compare compel compensate compete complain complete
        comply concern conclude concur condemn conduct confer confirm confront congratulate connect consider consist consolidate constitute consult contact contain contend continue contribute control convene convey convince cooperate
        co-operate coordinate correct counsel counter cover create criticise criticize cross cultivate curb curtail cease cement caution damage debate decide declare decline decry deepen defend define defuse delay deliver demand demonstrate
        denounce deny denuclearize depart depend deploy deplore deport describe deserve destroy detain deter deteriorate determine develop devote differ diminish direct disagree disappoint disapprove discharge disclose discuss dismantle
        dismiss dispatch display dispute disrupt distort distribute diversify divide dominate doubt draft drop dub eager earn ease echo elaborate elect elevate eliminate embark embrace emerge emphasise emphasize employ enable encourage
        end endanger endorse enforce engage enhance enjoy ensure enter entitle envisage equip erode escalate establish evacuate evaluate evade examine exceed exchange exclude execute exercise exert exist expand expect expedite expel
        experience expire explain explore export expose express extend face facilitate fail fear feature file fill finalise finalize finance finish fire follow force form formulate foster free fulfil fulfill function fund gain gather
        grant guarantee guide halt handle happen harm hail harbor help highlight hinder hint hope host hurt identify ignore illustrate impact impede implement import impose improve include increase indicate inform inherit initial initiate
        insist inspect inspire instruct intend intensify interfere interpret intervene introduce invade invest investigate invite invoke involve isolate issue join jeopardize judge justify kick kill lament land lash last launch learn
        level liberate lift limit link list live lodge look lower maintain manage mandate mark materialise materialize matter mention merge monitor mourn move mull name narrow near need negotiate normalise normalize note notice notify
        object oblige observe obstruct obtain occupy offer open operate oppose order organise organize overcome oversee owe own outline participate pass pave perform persist persuade phone pin place play plead please pledge point pose
        possess postpone pour praise predict prefer prepare present preserve press pressure presume prevail prevent proceed proclaim produce prohibit promise promote prompt propose prosecute protect protest prove provide provoke publish pull
        punish purchase pursue push question quote raise range ratify reach react reaffirm realise realize reassure rebuff rebuke recall receive reciprocate recognise recognize recommend reconcile reconfirm record recover reduce refer reflect
        refrain refuse refute regard register regret regulate reinforce reinstate reiterate reject relate release relocate rely remain remark remember remind remove render renew renounce reopen repair repatriate repeal repeat replace reply report
        represent request require rescind rescue resent reserve resign resist resolve respect respond rest restart restore restrain restrict result resume retain retaliate retract return reveal reverse review revise revive revoke reward
        ruin rule rush safeguard salute sanction satisfy save schedule scold scrap search secure seem seize separate serve settle sever shape share shell sharpen shift shore signal sign simplify slap slam slow smuggle solicit solve spare spark
        specify speed stage start state station stay step stipulate stop strain strengthen stress struggle submit subscribe suffer suggest suit summon supply support suppose surprise surrender survive suspect suspend sustain symbolise
        symbolize sympathize tackle talk target tend terminate test testify thank threaten tie tighten tolerate toss touch tour trade train transfer transform translate travel treat trigger trust try turn uncover undergo underline undermine
        underscore understand unify unite unveil update upgrade uphold urge use utilise utilize vacate value verify veto violate visit voice volunteer vote vow wage wait walk want warn waste watch weaken weigh welcome widen wish withhold
        witness wonder work worry worsen wound wrap yield telephone convene reconvene pin outline underpin reschedule rename relax reshape regain ramp reactivate rejoin skip stem streamline tout tweet post blog scoff mock ridicule lambast lambaste pan excoriate
        quell allay dispel assuage castigate berate chide reprimand admonish censure implore beseech exhort entreat clamor petition lobby caution counsel commend laud lavish cheer hearten congratulate honor honour commemorate chart co-chair cochair co-host preside interview
        """;
}
