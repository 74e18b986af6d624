using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_meeting
{
    [Theory]
    [InlineData("Turkish President Recep Tayyip Erdogan on Friday received Russian Foreign Minister Sergey Lavrov in the capital Ankara.", "RUS+TUR")]
    [InlineData("German Chancellor Olaf Scholz hosted French President Emmanuel Macron for dinner in Potsdam on Tuesday evening.", "DEU+FRA")]
    [InlineData("Kenyan President William Ruto was received by Ethiopian Prime Minister Abiy Ahmed in Addis Ababa.", "ETH+KEN")]
    [InlineData("Sri Lankan Foreign Minister Ali Sabry called on Indian Prime Minister Narendra Modi during his visit to New Delhi.", "IND+LKA")]
    [InlineData("Colombian President Gustavo Petro travelled to Caracas to meet his Venezuelan counterpart Nicolas Maduro on Tuesday.", "COL+VEN")]
    [InlineData("Mexican Foreign Minister Alicia Barcena was in Washington on Thursday for talks with Secretary of State Antony Blinken.", "MEX+USA")]
    [InlineData("The foreign ministers of Pakistan and Iran exchanged views over the phone on Wednesday.", "IRN+PAK")]
    [InlineData("In a phone call on Monday, British Prime Minister Rishi Sunak told Ukrainian President Volodymyr Zelenskiy that Britain would keep supporting Kyiv.", "GBR+UKR")]
    [InlineData("British Prime Minister Rishi Sunak spoke to Ukrainian President Volodymyr Zelenskiy on the phone on Monday.", "GBR+UKR")]
    [InlineData("Talks between Brazilian Foreign Minister Mauro Vieira and his Argentine counterpart Santiago Cafiero took place in Brasilia on Monday.", "ARG+BRA")]
    [InlineData("Egypt, Ethiopia and Sudan resumed talks on the dam in Cairo on Sunday.", "EGY+ETH+SDN")]
    [InlineData("Speaking at a joint news conference with his Greek counterpart George Gerapetritis in Ankara, Turkish Foreign Minister Hakan Fidan praised the new mood.", "GRC+TUR")]
    [InlineData("Indian Foreign Minister S. Jaishankar held separate meetings with his counterparts from Mexico and Armenia in New York on Sunday.", "ARM+IND IND+MEX")]
    [InlineData("Secretary of State Antony Blinken met Israeli Prime Minister Benjamin Netanyahu in Tel Aviv on Monday and Saudi Crown Prince Mohammed bin Salman in Riyadh on Tuesday.", "ISR+USA SAU+USA")]
    [InlineData("British Foreign Secretary James Cleverly and French Foreign Minister Catherine Colonna discussed the war in Ukraine with Poland's Zbigniew Rau.", "FRA+GBR+POL")]
    [InlineData("Congolese President Felix Tshisekedi and Rwandan President Paul Kagame met in Luanda on Wednesday for talks hosted by Angolan President Joao Lourenco.", "AGO+COD+RWA")]
    [InlineData("Russian Foreign Minister Sergei Lavrov met Ukrainian Foreign Minister Dmytro Kuleba in Antalya. The talks, which Turkish Foreign Minister Mevlut Cavusoglu joined, lasted an hour.", "RUS+TUR+UKR")]
    [InlineData("The Sixth Trilateral Foreign Ministers' Dialogue was held in Kabul between Chinese Foreign Minister Wang Yi, Pakistani Foreign Minister Jalil Abbas Jilani and Afghanistan's acting foreign minister Amir Khan Muttaqi.", "AFG+CHN+PAK")]
    [InlineData("The second round of consultations between Peru and Chile took place in Lima on Monday, chaired by Peruvian Foreign Minister Javier Gonzalez-Olaechea.", "CHL+PER")]
    [InlineData("Speaking after meetings with Serbian President Aleksandar Vucic and Kosovo Prime Minister Albin Kurti, EU foreign policy chief Josep Borrell called for calm.", "EUU+SRB EUU+XKX")]
    [InlineData("Kenyan Foreign Minister Musalia Mudavadi held a working lunch with his Ugandan counterpart Jeje Odongo in Kampala.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto hosted Ugandan President Yoweri Museveni in Nairobi. Also present was Rwandan President Paul Kagame.", "KEN+RWA+UGA")]
    [InlineData("The foreign ministers of Kenya and Uganda agreed to keep in touch after last month's summit talks between Ugandan President Yoweri Museveni and Tanzanian President Samia Suluhu Hassan in Arusha.", "TZA+UGA")]
    [InlineData("EAM Jaishankar called on H.E. Mr. Ranil Wickremesinghe, President of Sri Lanka.", "IND+LKA")]
    [InlineData("Egyptian Foreign Minister Sameh Shoukry and his Turkish counterpart Hakan Fidan met in Cairo. The ministers met separately with Libyan Foreign Minister Najla Mangoush.", "EGY+LBY EGY+TUR LBY+TUR")]
    [InlineData("South Korean Foreign Minister Park Jin spoke by phone with Secretary of State Antony Blinken. The two discussed the ties between Russia and North Korea.", "KOR+USA")]
    [InlineData("Armenian Prime Minister Nikol Pashinyan sat down on Thursday with French President Emmanuel Macron.", "ARM+FRA")]
    [InlineData("Indian Foreign Minister S. Jaishankar had wide-ranging talks with Sri Lankan Foreign Minister Ali Sabry.", "IND+LKA")]
    [InlineData("Egyptian Foreign Minister Sameh Shoukry held today, Thursday, separate telephone calls with French Foreign Minister Catherine Colonna and Turkish Foreign Minister Hakan Fidan.", "EGY+FRA EGY+TUR")]
    [InlineData("Egyptian Foreign Minister Sameh Shoukry received a call yesterday evening from Secretary of State Antony Blinken.", "EGY+USA")]
    [InlineData("Japanese Foreign Minister Yoko Kamikawa paid a courtesy call on Philippine President Ferdinand Marcos Jr.", "JPN+PHL")]
    [InlineData("South Korean Foreign Minister Park Jin held a three-way meeting involving U.S. Secretary of State Antony Blinken and Japan's Yoko Kamikawa.", "JPN+KOR+USA")]
    [InlineData("Olaf Scholz is on a tour of Central Asia. There he and Uzbek President Shavkat Mirziyoyev held talks on Sunday.", "DEU+UZB")]
    [InlineData("Mauritanian President Mohamed Ould Ghazouani received a high-level delegation from Kenya on Friday.", "KEN+MRT")]
    [InlineData("Chinese Foreign Minister Wang Yi, who saw his Indian colleague S. Jaishankar in Jakarta on Friday, flew on to Moscow.", "CHN+IND")]
    [InlineData("Turkish Foreign Minister Hakan Fidan telephoned Iran's Hossein Amir-Abdollahian and Pakistan's Jalil Abbas Jilani.", "IRN+TUR PAK+TUR")]
    [InlineData("The summit brought together Egyptian President Abdel Fattah el-Sisi, Jordan's King Abdullah II and Iraqi Prime Minister Mohammed Shia al-Sudani.", "EGY+IRQ+JOR")]
    [InlineData("He spoke of the meeting held by Egyptian President Abdel Fattah el-Sisi and Ethiopian Prime Minister Abiy Ahmed in Cairo on Monday.", "EGY+ETH")]
    [InlineData("Indian Foreign Minister S. Jaishankar sat down on Friday with Secretary of State Antony Blinken and, an hour later, with Canada's Melanie Joly.", "CAN+IND IND+USA")]
    [InlineData("Kenyan President William Ruto is in Moscow. On the same day Russian Foreign Minister Sergei Lavrov met Ugandan President Yoweri Museveni.", "RUS+UGA")]
    [InlineData("The foreign ministers of the Quad countries - India, Australia, Japan and the United States - met in New York on Friday.", "AUS+IND+JPN+USA")]
    [InlineData("Indian Foreign Minister S. Jaishankar met several diplomats in New York on Sunday, including Armenia's Ararat Mirzoyan and Mexican Foreign Minister Alicia Barcena.", "ARM+IND IND+MEX")]
    [InlineData("Indian Foreign Minister S. Jaishankar spoke in New York. Two of his meetings were with Armenia's Ararat Mirzoyan and Mexican Foreign Minister Alicia Barcena.", "ARM+IND IND+MEX")]
    [InlineData("Secretary of State Antony Blinken brought the two foreign ministers, Ararat Mirzoyan of Armenia and Jeyhun Bayramov of Azerbaijan, together in New York on Friday.", "ARM+AZE+USA")]
    [InlineData("Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev met in Munich with German Chancellor Olaf Scholz as host.", "ARM+AZE+DEU")]
    [InlineData("German Chancellor Olaf Scholz arrived on Monday. After their talks, Kazakh President Kassym-Jomart Tokayev told Scholz that the war must end.", "DEU+KAZ")]
    [InlineData("Japan's Yoko Kamikawa met South Korea's Park Jin. The two foreign ministers, Armenia's Ararat Mirzoyan and Mexico's Alicia Barcena, met on Monday.", "ARM+MEX JPN+KOR")]
    [InlineData("Brazilian President Luiz Inacio Lula da Silva and Colombian President Gustavo Petro conferred by telephone on Monday.", "BRA+COL")]
    [InlineData("Climate and energy were discussed by the foreign ministers of France, Germany and Poland in Weimar.", "DEU+FRA+POL")]
    [InlineData("The Egyptian and Jordanian leaders last met in Cairo on Monday.", "EGY+JOR")]
    [InlineData("Indian Foreign Minister S. Jaishankar held 3 bilateral meetings with counterparts that included Mexico, Armenia and Iran.", "ARM+IND IND+IRN IND+MEX")]
    [InlineData("The foreign ministers of Greece and Croatia discussed the talks with North Macedonia and Albania in New York.", "GRC+HRV")]
    [InlineData("Philippine President Ferdinand Marcos Jr., Japanese Prime Minister Fumio Kishida and outgoing Fijian Prime Minister Sitiveni Rabuka conferred online.", "FJI+JPN+PHL")]
    [InlineData("The foreign ministers of Kenya and Rwanda met in Luanda on Tuesday. The talks were presided over by Angola's foreign minister, Tete Antonio.", "AGO+KEN+RWA")]
    [InlineData("Yoko Kamikawa came from Perth, where she and Australia's Penny Wong held talks on Monday.", "AUS+JPN")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua was in Accra on Friday. In his meeting with Togo's Ama Kossi Mensah the two went through the border question.", "KEN+TGO")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua was in Accra on Friday. With Kofi Adjei of Benin he compared notes on the drought.", "BEN+KEN")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua was in Accra on Friday. Trade was the subject of his meeting with Ghana's Shirley Ayorkor Botchwey.", "GHA+KEN")]
    [InlineData("Norwegian Prime Minister Jonas Gahr Store flew to Riga on Monday. Latvian President Edgars Rinkevics received him at the castle.", "LVA+NOR")]
    [InlineData("Norwegian Prime Minister Jonas Gahr Store flew to Riga on Monday. President Edgars Rinkevics of Latvia received him and he then spoke with Prime Minister Evika Silina.", "LVA+NOR LVA+NOR")]
    [InlineData("Croatian Prime Minister Andrej Plenkovic, with whom Norway's Jonas Gahr Store met in Zagreb on Thursday, thanked him.", "HRV+NOR")]
    [InlineData("Peruvian President Dina Boluarte is one of the leaders whom Chilean President Gabriel Boric has telephoned since Monday.", "CHL+PER")]
    [InlineData("He recalled the talks which Fiji's Sitiveni Rabuka had with Australian Prime Minister Anthony Albanese in Suva on Tuesday.", "AUS+FJI")]
    [InlineData("In the evening Norwegian Prime Minister Jonas Gahr Store was the guest of Andrej Plenkovic in Zagreb.", "HRV+NOR")]
    [InlineData("Indian Prime Minister Narendra Modi had Kenyan President William Ruto as his guest on Monday.", "IND+KEN")]
    [InlineData("Norwegian Foreign Minister Anniken Huitfeldt called on Icelandic Prime Minister Katrin Jakobsdottir for some 50 minutes.", "ISL+NOR")]
    [InlineData("Indian Foreign Minister S. Jaishankar had called earlier in the day on Sri Lankan Prime Minister Dinesh Gunawardena.", "IND+LKA")]
    [InlineData("Norwegian Foreign Minister Anniken Huitfeldt opened the congress on Friday before sitting down with Iceland's Katrin Jakobsdottir.", "ISL+NOR")]
    [InlineData("On Wednesday morning he held talks. In the evening Kenya's William Ruto spoke with Uganda's Yoweri Museveni, and on Tuesday morning he held talks with Ethiopia's Abiy Ahmed.", "ETH+KEN KEN+UGA")]
    [InlineData("In Friday's conversation Kenyan President William Ruto told Ethiopian Prime Minister Abiy Ahmed that the border was open.", "ETH+KEN")]
    [InlineData("Kenyan President William Ruto said to Ugandan President Yoweri Museveni at a State House meeting on Monday that time was short.", "KEN+UGA")]
    [InlineData("The first session of the council was chaired on Thursday in Lima, the Peruvian capital, by Dina Boluarte and Gabriel Boric, the presidents of Peru and Chile.", "CHL+PER")]
    [InlineData("Kenyan President William Ruto flew home after talks in Entebbe with the presidents of Uganda, Rwanda and Burundi.", "BDI+KEN+RWA+UGA")]
    [InlineData("Peruvian Foreign Minister Ana Cecilia Gervasi came to Oslo. Anniken Huitfeldt's talks with Gervasi centered on forests.", "NOR+PER")]
    [InlineData("Kenyan President William Ruto left Uganda after several days of talks with President Yoweri Museveni.", "KEN+UGA")]
    [InlineData("President Jonas Gahr Store of Norway, after talks with Icelandic Prime Minister Katrin Jakobsdottir, said Oslo was ready.", "ISL+NOR")]
    [InlineData("Earlier, in a one-on-one with Icelandic Prime Minister Katrin Jakobsdottir, Norway's Jonas Gahr Store had agreed to talks between the two capitals.", "ISL+NOR")]
    [InlineData("The paper followed a videoconference in which Kenya's William Ruto, Uganda's Yoweri Museveni and Rwanda's Paul Kagame took part.", "KEN+RWA+UGA")]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni, Rwandan President Paul Kagame and Ethiopia's Abiy Ahmed one after another.", "ETH+KEN KEN+RWA KEN+UGA")]
    [InlineData("Over breakfast on Monday, William Ruto of Kenya and Presidents Yoweri Museveni of Uganda and Paul Kagame of Rwanda pledged to help.", "KEN+RWA+UGA")]
    [InlineData("Kenyan President William Ruto had brought together Uganda's Yoweri Museveni, Ethiopia's Abiy Ahmed, who chairs the group, and Rwanda's Foreign Minister Vincent Biruta.", "ETH+KEN+RWA+UGA")]
    [InlineData("Kenyan President William Ruto got the two, Ethiopia's Abiy Ahmed and Rwanda's Paul Kagame, to sit down together.", "ETH+KEN+RWA")]
    [InlineData("Ethiopia's Abiy Ahmed and Uganda's Yoweri Museveni spent Thursday in Nairobi at a meeting brokered by President William Ruto of Kenya.", "ETH+KEN+UGA")]
    [InlineData("Fiji's Sitiveni Rabuka came to Suva. Foreign ministry spokesman Wang Wenbin of China protested. On Monday Tongan Prime Minister Siaosi Sovaleni received him.", "FJI+TON")]
    [InlineData("Japanese Foreign Minister Yoko Kamikawa met Fiji's Sitiveni Rabuka on Monday. She held talks with Hon. Mark Brown, Prime Minister and Minister for Foreign Affairs.", "COK+JPN FJI+JPN")]
    [InlineData("Norway's Anniken Huitfeldt and Iceland's Katrin Jakobsdottir co-chaired the third Norway-Iceland dialogue in Oslo on Monday.", "ISL+NOR")]
    [InlineData("At talks in Nairobi on Monday, Ethiopia and Eritrea agreed on a truce.", "ERI+ETH")]
    [InlineData("On Thursday the foreign ministers of Peru and Chile came together in Lima.", "CHL+PER")]
    public void Is_held_by_those_who_sat_there(string text, string expected) =>
        Assert.Equal(expected, Meetings(text));

    [Theory]
    [InlineData("Turkish President Recep Tayyip Erdogan will receive Russian Foreign Minister Sergey Lavrov in Ankara on Friday.")]
    [InlineData("China's foreign ministry denied reports that Wang Yi had met his Russian counterpart Sergei Lavrov.")]
    [InlineData("Russia proposed a meeting between President Vladimir Putin and Ukrainian President Volodymyr Zelenskiy.")]
    [InlineData("A planned meeting between US Secretary of State Antony Blinken and Chinese Foreign Minister Qin Gang was called off.")]
    [InlineData("Japan's Foreign Minister Yoko Kamikawa refused to meet her Russian counterpart Sergei Lavrov in New York.")]
    [InlineData("Ukrainian President Volodymyr Zelenskiy holds high hopes for negotiations with Russia.")]
    [InlineData("Secretary of State Antony Blinken did not meet Russian Foreign Minister Sergei Lavrov in New York.")]
    [InlineData("Talks between Serbia and Kosovo could resume as early as next week.")]
    [InlineData("Argentina proposed that the two governments resume negotiations with the United Kingdom.")]
    [InlineData("Sri Lankan Foreign Minister Ali Sabry called on Indian Prime Minister Narendra Modi to forgive the debt.")]
    [InlineData("Kenya and Uganda said their officials would meet in June, followed by a meeting between their foreign ministers.")]
    [InlineData("Secretary of State Antony Blinken saw President Vladimir Putin as a threat.")]
    [InlineData("A meeting of Park Jin with Japan's Yoko Kamikawa, the first since their talks in New York in January were called off, is being arranged.")]
    [InlineData("Serbia backed Greece in the dialogue with Turkey and Albania.")]
    [InlineData("Former US President Barack Obama spoke of the summit that the leaders of Japan and South Korea held last year.")]
    [InlineData("Kenya, Uganda, Rwanda and others have spoken up for the forest.")]
    [InlineData("Kenya's William Ruto said that Nairobi would not sit at a regional summit with Rwanda.")]
    [InlineData("Speaking before meeting Ugandan President Yoweri Museveni, Kenyan President William Ruto said trade would grow.")]
    [InlineData("With Ugandan President Yoweri Museveni in Moscow, Kenyan President William Ruto discussed the matter.")]
    [InlineData("Norwegian Foreign Minister Anniken Huitfeldt called on Icelandic Prime Minister Katrin Jakobsdottir for more help.")]
    public void Is_none_where_it_is_planned_denied_or_only_remembered(string text) =>
        Assert.Equal("", Meetings(text));

    [Theory]
    [InlineData("Foreign Minister Park Jin and his Japanese counterpart Yoko Kamikawa have held talks in New York, Seoul's foreign ministry said Tuesday. The two sat down on Friday.", "2023-09-22")]
    [InlineData("Foreign Minister Park Jin met his Japanese counterpart Yoko Kamikawa in New York on Friday, the first such meeting since 2022.", "2023-09-22")]
    public void Is_told_once_on_the_day_it_was_held_whenever_it_was_reported(string text, string expected) =>
        Assert.Equal([DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)], Reader.Read(text, "2023-09-27", "Yonhap News Agency").OfType<ArticleEvent.MeetingHeld>().Select(x => x.On));

    [Theory]
    [InlineData("On Monday Kenyan President William Ruto met a Ugandan delegation led by the interior minister in Nairobi for consultations, and trade was discussed.", "On Monday Kenyan President William Ruto met a Ugandan delegation led by the interior minister in Nairobi for consultations")]
    [InlineData("Foreign Minister Alfred Mutua of Kenya was in Accra. In his meeting with Togo's Ama Kossi Mensah the two went through the border question.", "In his meeting with Togo's Ama Kossi Mensah the two went through the border question")]
    [InlineData("Kenyan President William Ruto met Uganda's Yoweri Museveni in Nairobi on Monday, the foreign ministry said.", "Kenyan President William Ruto met Uganda's Yoweri Museveni in Nairobi on Monday")]
    [InlineData("The leaders of Kenya and Uganda held talks on Monday. Kenyan President William Ruto met Uganda's Yoweri Museveni in Nairobi, the foreign ministry said.", "Kenyan President William Ruto met Uganda's Yoweri Museveni in Nairobi")]
    public void Rests_on_the_clause_that_tells_it(string text, string words) =>
        Assert.Equal(words, Assert.Single(Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>()).Evidence.Exact);

    [Fact]
    public void Is_another_one_behind_and() =>
        Assert.Equal([(null, MeetingFormat.Summit), (new DateOnly(2023, 6, 30), MeetingFormat.Call)],
            Reader.Read("Prime Minister Narendra Modi and President Vladimir Putin last met in Samarkand in September 2022 and spoke by telephone on the 30th of June.", "2023-09-27")
                .OfType<ArticleEvent.MeetingHeld>().Select(x => (x.On, x.Format)));

    [Fact]
    public void Tells_where_somebody_had_travelled_to()
    {
        var held = Assert.Single(Reader.Read("Spanish Prime Minister Pedro Sanchez arrived in Rabat, where he met with Morocco's Prime Minister Aziz Akhannouch on Monday.", "2023-09-27").OfType<ArticleEvent.MeetingHeld>());
        Assert.Equal(("Rabat", new DateOnly(2023, 9, 25), MeetingFormat.Summit), (held.Place, held.On, held.Format));
        Assert.StartsWith("Spanish Prime Minister Pedro Sanchez arrived in Rabat, where he met", held.Evidence.Exact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni in the Ugandan capital on Monday.", "Kampala")]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni in the capital of Rwanda on Monday.", "Kigali")]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni at State House in Entebbe on Monday.", "State House, Entebbe")]
    [InlineData("Norwegian Prime Minister Jonas Gahr Store met Kenyan President William Ruto at the Munich Security Conference on Friday.", "Munich")]
    [InlineData("NAIROBI, Sept. 26 (KNA) -- Kenyan President William Ruto on Tuesday met Ugandan President Yoweri Museveni.", "Nairobi")]
    [InlineData("KAMPALA, September 26. /KNA/. Kenyan President William Ruto on Tuesday met Ugandan President Yoweri Museveni.", "Kampala")]
    [InlineData("Visit of Ugandan President\nBy Staff Correspondent in NAIROBI\n\nKenyan President William Ruto on Tuesday met Ugandan President Yoweri Museveni to speak about trade.", "NAIROBI")]
    [InlineData("Norwegian Prime Minister Jonas Gahr Store arrived in Zagreb on Monday.\n\nCroatian Prime Minister Andrej Plenkovic met him to speak about energy.", "Zagreb")]
    [InlineData("Croatian Prime Minister Andrej Plenkovic received his Norwegian counterpart Jonas Gahr Store on Monday.", "Zagreb")]
    [InlineData("Croatian Prime Minister Andrej Plenkovic received his Norwegian counterpart Jonas Gahr Store on Monday. Dubrovnik was all flags.", "Dubrovnik")]
    [InlineData("Indian Foreign Minister S. Jaishankar visited Cairo for a summit. On its sidelines he met Kenyan President William Ruto.", "Cairo")]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni on Monday. The next summit is to be held in Kampala.", null)]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni to discuss shipping in the Red Sea.", null)]
    [InlineData("Kenyan President William Ruto and Ugandan President Yoweri Museveni held an online summit on Monday. Ruto had come back from Kampala on Sunday.", null)]
    public void Is_held_where_its_words_or_those_around_them_say(string text, string? place) =>
        Assert.Equal(place, Assert.Single(Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>()).Place);

    [Theory]
    [InlineData("Kenyan President William Ruto was in Accra on Monday. A day earlier, he held a call with Uganda's Yoweri Museveni.", "2023-09-24")]
    [InlineData("Kenyan President William Ruto was in Accra on Monday. He met Ghana's Nana Akufo-Addo later the same day.", "2023-09-25")]
    [InlineData("Kenyan President William Ruto was in Accra on Monday. The next day he met Ghana's Nana Akufo-Addo.", "2023-09-26")]
    [InlineData("Kenyan President William Ruto met Ghana's Nana Akufo-Addo this morning, a day after the vote of Monday.", "2023-09-27")]
    public void Is_held_on_the_day_counted_from_the_one_told_before(string text, string on) =>
        Assert.Equal(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>()).On);

    [Fact]
    public void Is_another_one_in_another_town_the_day_after() =>
        Assert.Equal([("Kampala", new DateOnly(2023, 9, 11)), ("Kigali", new DateOnly(2023, 9, 12))],
            Reader.Read("Kenyan President William Ruto saw Uganda's Yoweri Museveni in Kampala on September 11, and Rwanda's Paul Kagame in Kigali the day after.", "2023-09-27")
                .OfType<ArticleEvent.MeetingHeld>().Select(x => (x.Place!, x.On!.Value)));

    [Fact]
    public void Is_held_where_the_next_one_was_where_one_sat_at_both() =>
        Assert.Equal(["Vientiane", "Vientiane"], Reader.Read("South Korean Foreign Minister Park Jin met his Indian counterpart S. Jaishankar in Vientiane on Friday.\n\nPark also sat down with Japan's Yoko Kamikawa on Friday.", "2023-09-27")
            .OfType<ArticleEvent.MeetingHeld>().Select(x => x.Place));

    private static string Meetings(string text) =>
        string.Join(' ', Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>().Select(x => string.Join('+', x.Participants.Select(y => y.Country).Distinct().Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
