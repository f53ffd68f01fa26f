// SPDX-License-Identifier: Apache-2.0
#include "stages/import/words.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/unicode.hpp"

#include <algorithm>
#include <array>

namespace presskit::import {
namespace {

using Phrases = std::string_view[];

constexpr Phrases one_phrase = {""};
constexpr std::span<const std::string_view> none(one_phrase, 0);

constexpr Phrases en_kickers = {
    "press release",         "news release", "media release",  "press statement",
    "for immediate release", "embargoed",    "media advisory", "statement"};
constexpr Phrases en_about = {"about", "notes to editors", "note to editors"};
constexpr Phrases en_contact = {"contact",
                                "contacts",
                                "media contact",
                                "press contact",
                                "media contacts",
                                "press contacts",
                                "media enquiries",
                                "media inquiries",
                                "press office",
                                "for more information",
                                "for further information"};
constexpr Phrases en_says = {
    "says",       "said",       "explains",   "explained",   "adds",         "added",
    "notes",      "noted",      "stresses",   "stressed",    "warns",        "warned",
    "argues",     "argued",     "states",     "stated",      "comments",     "commented",
    "emphasizes", "emphasized", "emphasises", "emphasised",  "concludes",    "concluded",
    "writes",     "wrote",      "points out", "pointed out", "according to", "tells",
    "told",       "continues",  "continued",  "remarks",     "remarked",     "observes",
    "observed",   "urges",      "urged"};
constexpr Phrases en_pronouns = {"she", "he", "they"};
constexpr Phrases en_articles = {"the", "a", "an"};
constexpr Phrases en_report = {"report", "study", "assessment", "paper", "brief"};

constexpr Phrases de_kickers = {"pressemitteilung",
                                "presseinformation",
                                "presseaussendung",
                                "medienmitteilung",
                                "zur sofortigen veröffentlichung",
                                "sperrfrist"};
constexpr Phrases de_about = {"über", "hinweise für redaktionen"};
constexpr Phrases de_contact = {"kontakt",          "pressekontakt", "rückfragen",
                                "rückfragehinweis", "medienkontakt", "weitere informationen"};
constexpr Phrases de_says = {"sagt",      "sagte",      "erklärt", "erklärte",  "betont",
                             "betonte",   "warnt",      "warnte",  "ergänzt",   "ergänzte",
                             "so",        "meint",      "meinte",  "berichtet", "berichtete",
                             "erläutert", "erläuterte", "laut",    "schreibt",  "schrieb"};
constexpr Phrases de_pronouns = {"sie", "er"};
constexpr Phrases de_articles = {"der", "die", "das", "den", "dem", "des"};
constexpr Phrases de_report = {"bericht", "studie", "report"};

constexpr Phrases sq_kickers = {"njoftim për shtyp", "njoftim për media", "komunikatë për shtyp",
                                "për botim të menjëhershëm", "deklaratë për shtyp"};
constexpr Phrases sq_about = {"rreth", "për"};
constexpr Phrases sq_contact = {
    "kontakt", "kontakti", "kontakte", "kontaktet", "kontakti për shtypin", "kontakti për media"};
constexpr Phrases sq_says = {"thotë",    "tha",      "shpjegon",     "shpjegoi",     "shton",
                             "shtoi",    "thekson",  "theksoi",      "shprehet",     "u shpreh",
                             "deklaron", "deklaroi", "paralajmëron", "paralajmëroi", "sipas"};
constexpr Phrases sq_pronouns = {"ajo", "ai"};
constexpr Phrases sq_report = {"raporti", "raportin", "raportit", "studimi"};

constexpr Phrases latin_kickers = {"saopćenje za javnost",  "saopćenje za medije",
                                   "priopćenje za javnost", "priopćenje za medije",
                                   "saopštenje za javnost", "saopštenje za medije",
                                   "za objavu odmah",       "za trenutnu objavu"};
constexpr Phrases latin_about = {"o"};
constexpr Phrases latin_contact = {"kontakt",
                                   "kontakti",
                                   "kontakt za medije",
                                   "kontakt za novinare",
                                   "za više informacija",
                                   "za dodatne informacije"};
constexpr Phrases latin_says = {
    "kaže",           "kazao",       "kazala",    "rekao",     "rekla",    "ističe",
    "istakao",        "istakla",     "istaknuo",  "istaknula", "navodi",   "naveo",
    "navela",         "objašnjava",  "objasnio",  "objasnila", "dodaje",   "dodao",
    "dodala",         "izjavio",     "izjavila",  "upozorava", "upozorio", "upozorila",
    "naglašava",      "naglasio",    "naglasila", "poručuje",  "poručio",  "poručila",
    "prema riječima", "prema rečima"};
constexpr Phrases latin_pronouns = {"ona", "on"};
constexpr Phrases latin_report = {"izvještaj", "izvještaja", "izvještaju", "izvješće",
                                  "izvješća",  "izvješću",   "izveštaj",   "izveštaja",
                                  "izveštaju", "studija",    "studije"};

constexpr Phrases sr_kickers = {"саопштење за јавност", "саопштење за медије", "за објаву одмах"};
constexpr Phrases sr_about = {"о"};
constexpr Phrases sr_contact = {"контакт", "контакти", "контакт за медије", "за више информација"};
constexpr Phrases sr_says = {"каже",      "рекао",     "рекла",     "истиче",      "истакао",
                             "истакла",   "наводи",    "навео",     "навела",      "објашњава",
                             "објаснио",  "објаснила", "додаје",    "додао",       "додала",
                             "изјавио",   "изјавила",  "упозорава", "упозорио",    "упозорила",
                             "наглашава", "нагласио",  "нагласила", "према речима"};
constexpr Phrases sr_pronouns = {"она", "он"};
constexpr Phrases sr_report = {"извештај", "извештаја", "извештају", "студија", "студије"};

constexpr Phrases mk_kickers = {"соопштение за јавноста", "соопштение за јавност",
                                "соопштение за медиуми", "за објавување веднаш"};
constexpr Phrases mk_about = {"за"};
constexpr Phrases mk_contact = {"контакт", "контакти", "контакт за медиуми",
                                "за повеќе информации"};
constexpr Phrases mk_says = {"вели",      "рече",    "изјави",       "изјавува",   "објаснува",
                             "објасни",   "додава",  "додаде",       "истакнува",  "истакна",
                             "нагласува", "нагласи", "предупредува", "предупреди", "посочува",
                             "посочи",    "кажува",  "според"};
constexpr Phrases mk_pronouns = {"таа", "тој"};
constexpr Phrases mk_report = {"извештајот", "извештај", "студијата"};

// Arabic has no capitals, by which names are found: quotations keep their words and get no speaker.
constexpr Phrases ar_kickers = {"بيان صحفي", "بيان صحافي", "خبر صحفي", "نشرة صحفية", "للنشر الفوري",
                                "للنشر فورا", "للنشر فورًا", "محظور النشر"};
constexpr Phrases ar_about = {"عن", "حول", "نبذة عن", "لمحة عن", "ملاحظات للمحررين", "ملاحظة للمحررين"};
constexpr Phrases ar_contact = {"للتواصل", "للاتصال", "جهة الاتصال", "جهات الاتصال", "اتصال", "المكتب الصحفي",
                                "للتواصل الإعلامي", "لمزيد من المعلومات", "للمزيد من المعلومات"};
constexpr Phrases ar_report = {"تقرير", "التقرير", "دراسة", "الدراسة"};

constexpr Phrases fr_kickers = {"communiqué de presse", "communiqué",   "note de presse", "pour diffusion immédiate",
                                "pour publication immédiate", "déclaration", "sous embargo"};
constexpr Phrases fr_about = {"à propos", "notes aux rédactions", "note aux rédactions", "notes aux éditeurs"};
constexpr Phrases fr_contact = {"contact",           "contacts",       "contact presse",
                                "contacts presse",   "contact médias", "contacts médias",
                                "service de presse", "pour en savoir plus", "pour plus d’informations",
                                "pour plus d'informations"};
constexpr Phrases fr_says = {
    "dit",       "a dit",      "déclare",   "a déclaré",  "explique",  "a expliqué", "ajoute",   "a ajouté",
    "souligne",  "a souligné", "affirme",   "a affirmé",  "précise",   "a précisé",  "rappelle", "a rappelé",
    "prévient",  "a prévenu",  "estime",    "a estimé",   "indique",   "a indiqué",  "note",     "a noté",
    "observe",   "a observé",  "poursuit",  "a poursuivi", "conclut",  "a conclu",   "écrit",    "a écrit",
    "selon",     "d’après",    "d'après"};
constexpr Phrases fr_pronouns = {"elle", "il"};
constexpr Phrases fr_articles = {"le", "la", "les", "un", "une", "des", "du"};
constexpr Phrases fr_report = {"rapport", "étude", "l’étude", "l'étude"};

constexpr Phrases es_kickers = {"nota de prensa", "comunicado de prensa", "comunicado", "boletín de prensa",
                                "para publicación inmediata", "declaración", "embargado"};
constexpr Phrases es_about = {"acerca de", "sobre", "notas para la redacción", "notas para los editores"};
constexpr Phrases es_contact = {"contacto",           "contactos",          "contacto de prensa",
                                "contacto para medios", "contacto para la prensa", "oficina de prensa",
                                "para más información", "más información"};
constexpr Phrases es_says = {
    "dice",     "dijo",     "ha dicho", "afirma",   "afirmó",  "explica",  "explicó",  "señala",  "señaló",
    "añade",    "añadió",   "subraya",  "subrayó",  "destaca", "destacó",  "advierte", "advirtió", "declara",
    "declaró",  "recuerda", "recordó",  "sostiene", "sostuvo", "comenta",  "comentó",  "indica",  "indicó",
    "concluye", "concluyó", "escribe",  "escribió", "según"};
constexpr Phrases es_pronouns = {"ella", "él"};
constexpr Phrases es_articles = {"el", "la", "los", "las", "un", "una", "del"};
constexpr Phrases es_report = {"informe", "estudio"};

constexpr Phrases it_kickers = {"comunicato stampa", "comunicato", "nota stampa", "per la pubblicazione immediata",
                                "per pubblicazione immediata", "dichiarazione", "sotto embargo"};
constexpr Phrases it_about = {"informazioni su", "a proposito di", "chi siamo", "note per le redazioni",
                              "note per la redazione"};
constexpr Phrases it_contact = {"contatto",       "contatti",           "contatto stampa",
                                "contatti stampa", "contatti per i media", "ufficio stampa",
                                "per informazioni", "per maggiori informazioni", "per ulteriori informazioni"};
constexpr Phrases it_says = {
    "dice",        "ha detto",       "afferma",   "ha affermato",  "spiega",    "ha spiegato", "aggiunge",
    "ha aggiunto", "sottolinea",     "ha sottolineato", "dichiara", "ha dichiarato", "avverte", "ha avvertito",
    "osserva",     "ha osservato",   "ricorda",   "ha ricordato",  "sostiene",  "ha sostenuto", "commenta",
    "ha commentato", "conclude",     "ha concluso", "scrive",      "ha scritto", "secondo"};
constexpr Phrases it_pronouns = {"lei", "lui", "ella", "egli"};
constexpr Phrases it_articles = {"il", "lo", "la", "i", "gli", "le", "un", "una", "uno"};
constexpr Phrases it_report = {"rapporto", "studio", "relazione"};

constexpr LanguageWords latin_words(std::string_view tag, std::string_view rights) {
    return {tag,  latin_kickers, latin_about, latin_contact, latin_says, latin_pronouns,
            none, latin_report,  "Region",    rights};
}

constexpr std::array rows{
    LanguageWords{"en", en_kickers, en_about, en_contact, en_says, en_pronouns, en_articles,
                  en_report, "Region", "All rights reserved."},
    LanguageWords{"de", de_kickers, de_about, de_contact, de_says, de_pronouns, de_articles,
                  de_report, "Region", "Alle Rechte vorbehalten."},
    LanguageWords{"sq", sq_kickers, sq_about, sq_contact, sq_says, sq_pronouns, none, sq_report,
                  "Rajoni", "Të gjitha të drejtat e rezervuara."},
    latin_words("bs", "Sva prava zadržana."),
    latin_words("hr", "Sva prava pridržana."),
    latin_words("sr-Latn", "Sva prava zadržana."),
    latin_words("cnr", "Sva prava zadržana."),
    LanguageWords{"sr-Cyrl", sr_kickers, sr_about, sr_contact, sr_says, sr_pronouns, none,
                  sr_report, "Регион", "Сва права задржана."},
    LanguageWords{"mk", mk_kickers, mk_about, mk_contact, mk_says, mk_pronouns, none, mk_report,
                  "Регион", "Сите права се задржани."},
    LanguageWords{"ar", ar_kickers, ar_about, ar_contact, none, none, none, ar_report, "المنطقة",
                  "جميع الحقوق محفوظة."},
    LanguageWords{"fr", fr_kickers, fr_about, fr_contact, fr_says, fr_pronouns, fr_articles, fr_report,
                  "Région", "Tous droits réservés."},
    LanguageWords{"es", es_kickers, es_about, es_contact, es_says, es_pronouns, es_articles, es_report,
                  "Región", "Todos los derechos reservados."},
    LanguageWords{"it", it_kickers, it_about, it_contact, it_says, it_pronouns, it_articles, it_report,
                  "Regione", "Tutti i diritti riservati."},
};
constexpr LanguageWords any_language{"",   en_kickers, none, none,     none,
                                     none, none,       none, "Region", "All rights reserved."};

bool is_inside_word(char32_t c) { return c == '-' || c == 0x2019 || c == 0x2011 || c == '\''; }

bool is_word_part(char32_t c) { return languages::is_word_character(c) || (c >= '0' && c <= '9'); }

} // namespace

const LanguageWords& words_of(const Locale& locale) {
    const auto row = std::ranges::find(rows, locale.tag, &LanguageWords::tag);
    return row == rows.end() ? any_language : *row;
}

std::vector<TextWord> split_words(std::u32string_view text) {
    std::vector<TextWord> words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_word_part(text[i])) continue;
        std::size_t end = i + 1;
        while (end < text.size() &&
               (is_word_part(text[end]) || (is_inside_word(text[end]) && end + 1 < text.size() &&
                                            is_word_part(text[end + 1]))))
            ++end;
        words.push_back({i, end});
        i = end;
    }
    return words;
}

std::u32string to_lower(std::u32string_view text) {
    std::u32string lower(text);
    std::ranges::transform(lower, lower.begin(), languages::to_lower);
    return lower;
}

bool contains(std::span<const std::string_view> phrases, std::u32string_view text) {
    return std::ranges::find(phrases, to_utf8(to_lower(text))) != phrases.end();
}

std::optional<std::size_t> begins_with(std::span<const std::string_view> phrases,
                                       std::u32string_view text) {
    std::optional<std::size_t> longest;
    const std::u32string lower = to_lower(text.substr(0, 80));
    for (const auto phrase : phrases) {
        const std::u32string wanted = to_utf32(phrase);
        const bool ends_word =
            lower.size() == wanted.size() ||
            (lower.size() > wanted.size() && !is_word_part(lower[wanted.size()]));
        if (lower.starts_with(wanted) && ends_word && wanted.size() > longest.value_or(0))
            longest = wanted.size();
    }
    return longest;
}

bool is_all_capitals(std::u32string_view text) {
    std::size_t capitals = 0;
    for (const char32_t c : text) {
        if (languages::to_upper(c) != c) return false;
        if (languages::is_upper(c)) ++capitals;
    }
    return capitals >= 2;
}

} // namespace presskit::import
