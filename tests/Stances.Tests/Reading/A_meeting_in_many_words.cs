using Stances.Domain;

namespace Stances.Tests.Reading;

/// <summary>One thing told in many words, as ministries and papers do.</summary>
public class A_meeting_in_many_words
{
    [Theory]
    [InlineData("French President Emmanuel Macron and German Chancellor Olaf Scholz huddled in Meseberg on Tuesday.", "DEU+FRA")]
    [InlineData("Turkish Foreign Minister Hakan Fidan sat down for talks with Egypt's Sameh Shoukry in Cairo.", "EGY+TUR")]
    [InlineData("Chinese President Xi Jinping greeted German Chancellor Olaf Scholz at the Great Hall of the People.", "CHN+DEU")]
    [InlineData("Saudi Foreign Minister Faisal bin Farhan landed in Tehran on Saturday and was welcomed by his Iranian counterpart Hossein Amir-Abdollahian.", "IRN+SAU")]
    [InlineData("Sunak and Zelenskiy talked on the phone on Monday. British Prime Minister Rishi Sunak and Ukrainian President Volodymyr Zelenskiy are friends.", "GBR+UKR")]
    [InlineData("US Secretary of State Antony Blinken called Israeli Foreign Minister Eli Cohen on Sunday to discuss the truce.", "ISR+USA")]
    [InlineData("Polish President Andrzej Duda and Ukraine's Volodymyr Zelenskiy conversed by video link.", "POL+UKR")]
    [InlineData("Wang Yi's meeting with Sergei Lavrov in Moscow on Monday lasted three hours. Chinese Foreign Minister Wang Yi is in Russia.", "CHN+RUS")]
    [InlineData("Egyptian President Abdel Fattah el-Sisi received on Monday at Al-Ittihadiya Palace Jordan's King Abdullah II.", "EGY+JOR")]
    [InlineData("Egyptian President Abdel Fattah el-Sisi welcomed Jordan's King Abdullah II to Cairo on Monday.", "EGY+JOR")]
    [InlineData("Australian Foreign Minister Penny Wong had a bilateral with Fiji's Sitiveni Rabuka.", "AUS+FJI")]
    [InlineData("Australian Foreign Minister Penny Wong caught up with Fiji's Sitiveni Rabuka in Suva on Monday.", "AUS+FJI")]
    [InlineData("Armenian Prime Minister Nikol Pashinyan met face to face with Azerbaijani President Ilham Aliyev.", "ARM+AZE")]
    [InlineData("Saudi Crown Prince Mohammed bin Salman granted an audience to Pakistan's Prime Minister Anwaar-ul-Haq Kakar.", "PAK+SAU")]
    [InlineData("Canadian Prime Minister Justin Trudeau said he had raised the killing personally with Indian Prime Minister Narendra Modi at last week's G20 summit in New Delhi.", "CAN+IND")]
    [InlineData("Iranian President Ebrahim Raisi, in talks with Iraq's visiting prime minister, Mohammed Shia al-Sudani, called for calm.", "IRN+IRQ")]
    [InlineData("Iranian President Ebrahim Raisi told visiting Iraqi Prime Minister Mohammed Shia al-Sudani in Tehran on Monday that calm was needed.", "IRN+IRQ")]
    [InlineData("Ethiopia and Somalia held a second round of talks in Ankara on Tuesday under Turkish mediation.", "ETH+SOM+TUR")]
    [InlineData("Norwegian Foreign Minister Anniken Huitfeldt sat across the table from Sweden's Tobias Billstrom in Stockholm on Monday.", "NOR+SWE")]
    [InlineData("Italian Prime Minister Giorgia Meloni flew to Tunis on Tuesday to meet President Kais Saied of Tunisia.", "ITA+TUN")]
    [InlineData("Turkish President Recep Tayyip Erdogan and Greek Prime Minister Kyriakos Mitsotakis came face to face in Vilnius.", "GRC+TUR")]
    [InlineData("Argentine Foreign Minister Santiago Cafiero and his Chilean counterpart Alberto van Klaveren presided over the tenth meeting of the binational council in Santiago.", "ARG+CHL")]
    [InlineData("The tenth meeting of the binational council, presided over by Argentine Foreign Minister Santiago Cafiero and his Chilean counterpart Alberto van Klaveren, took place in Santiago.", "ARG+CHL")]
    [InlineData("The foreign ministries of Argentina and Chile held political consultations in Santiago on Monday.", "ARG+CHL")]
    [InlineData("UN envoy Volker Perthes met Sudan's army chief, Abdel Fattah al-Burhan, in Khartoum.", "SDN+UNO")]
    [InlineData("Hungary's Viktor Orban used a meeting with Georgia's Irakli Garibashvili to praise his energy plan.", "GEO+HUN")]
    [InlineData("Hungary's Viktor Orban emerged from talks with Georgia's Irakli Garibashvili saying the plan was good.", "GEO+HUN")]
    [InlineData("Hungary's Viktor Orban, standing next to Georgia's Irakli Garibashvili in Budapest, said the plan was good.", "GEO+HUN")]
    [InlineData("Hungary's Viktor Orban and Georgia's Irakli Garibashvili signed the deal in Budapest after two hours of talks.", "GEO+HUN")]
    [InlineData("On September 21, Ms. KAMIKAWA Yoko, Minister for Foreign Affairs, received a courtesy call from H.E. Dr. Alfred N. MUTUA, Cabinet Secretary for Foreign and Diaspora Affairs of the Republic of Kenya.", "JPN+KEN")]
    [InlineData("His Highness Sheikh Abdullah bin Zayed Al Nahyan, Minister of Foreign Affairs, has received Hakan Fidan, Minister of Foreign Affairs of Turkiye. The UAE and Turkiye are friends.", "ARE+TUR")]
    [InlineData("Federal Chancellor Olaf Scholz received Kazakh President Kassym-Jomart Tokayev with military honours on Thursday.", "DEU+KAZ")]
    [InlineData("Prime Minister Narendra Modi held delegation-level talks with Prime Minister Pushpa Kamal Dahal 'Prachanda' of Nepal at Hyderabad House.", "IND+NPL")]
    [InlineData("Deputy Prime Minister and Foreign Minister Ayman Safadi on Monday discussed over the phone with his Qatari counterpart Sheikh Mohammed bin Abdulrahman Al Thani efforts to end the war. Jordan is worried.", "JOR+QAT")]
    [InlineData("Foreign Minister Sameh Shoukry of Egypt made a phone call to his Qatari counterpart Sheikh Mohammed bin Abdulrahman Al Thani.", "EGY+QAT")]
    [InlineData("Indonesian President Joko Widodo and Malaysian Prime Minister Anwar Ibrahim had tea at the Bogor Palace on Monday.", "IDN+MYS")]
    [InlineData("Malaysian Prime Minister Anwar Ibrahim dined with Indonesian President Joko Widodo on Monday.", "IDN+MYS")]
    [InlineData("Serbian President Aleksandar Vucic and Kosovo Prime Minister Albin Kurti failed to agree at EU-brokered talks in Brussels on Thursday.", "SRB+XKX")]
    [InlineData("They had agreed on this in Ankara on Sept. 5, when Greek Foreign Minister George Gerapetritis visited his Turkish counterpart Hakan Fidan.", "GRC+TUR")]
    [InlineData("Chinese Vice Foreign Minister Sun Weidong and Philippine Foreign Undersecretary Theresa Lazaro co-chaired the eighth bilateral consultation mechanism in Shanghai.", "CHN+PHL")]
    [InlineData("China and the Philippines held the eighth meeting of their bilateral consultation mechanism in Shanghai on Monday.", "CHN+PHL")]
    [InlineData("Israeli, Palestinian, Egyptian, Jordanian and US officials met in Sharm el-Sheikh on Sunday.", "EGY+ISR+JOR+PSE+USA")]
    [InlineData("Belarusian leader Alexander Lukashenko and Russia's Vladimir Putin spent five hours talking in Sochi on Friday.", "BLR+RUS")]
    public void Is_heard(string text, string countries) => Assert.Equal(countries, Meetings(text));

    [Theory]
    [InlineData("A meeting between US Secretary of State Antony Blinken and Chinese Foreign Minister Wang Yi is being prepared.")]
    [InlineData("The White House ruled out talks between US President Joe Biden and Chinese President Xi Jinping.")]
    [InlineData("Turkish President Recep Tayyip Erdogan called for talks between Russia and Ukraine.")]
    [InlineData("Turkish President Recep Tayyip Erdogan offered to host talks between Russian President Vladimir Putin and Ukraine's Volodymyr Zelenskiy.")]
    [InlineData("The foreign ministers of France and Germany meet regularly.")]
    [InlineData("Kenyan President William Ruto called Ugandan President Yoweri Museveni a brother.")]
    [InlineData("Kenyan President William Ruto welcomed Ugandan President Yoweri Museveni's decision.")]
    [InlineData("Kenyan President William Ruto received a letter from Ugandan President Yoweri Museveni.")]
    [InlineData("Kenya and Uganda have held talks for years on the lake.")]
    [InlineData("Talks between Kenya and Uganda have stalled.")]
    [InlineData("Talks between Kenya and Uganda on the lake are at an impasse.")]
    [InlineData("Kenyan President William Ruto has yet to meet Ugandan President Yoweri Museveni.")]
    [InlineData("Kenyan President William Ruto was to have met Ugandan President Yoweri Museveni in New York.")]
    [InlineData("Kenyan officials said a meeting of President William Ruto with Ugandan President Yoweri Museveni was not on the agenda.")]
    public void Is_not_heard_where_there_was_none(string text) => Assert.Equal("", Meetings(text));

    private static string Meetings(string text) =>
        string.Join(' ', Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>().Select(x => string.Join('+', x.Participants.Select(y => y.Country).Distinct().Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
