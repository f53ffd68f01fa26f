// SPDX-License-Identifier: Apache-2.0
#include "stages/render/metadata.hpp"

#include "pipeline/base/text.hpp"
#include "stages/render/syntax.hpp"

#include <array>
#include <chrono>

namespace presskit::render {
namespace {

/// Characters that XML 1.0 2.2 admits; line ends and tabs become spaces.
std::string one_line(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.bytes;
        const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
        const bool space = c.value == '\t' || c.value == '\n' || c.value == '\r';
        if (space)
            out += ' ';
        else if (!control && c.value != 0xFFFE && c.value != 0xFFFF)
            append_utf8(out, c.value);
    }
    return out;
}

struct Moment {
    std::string year, month, day, hour, minute, second;
};

std::string padded(std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

Moment moment_of(std::int64_t timestamp) {
    using namespace std::chrono;
    const sys_seconds time{seconds{timestamp}};
    const sys_days day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return {padded(static_cast<int>(date.year()), 4),
            padded(static_cast<unsigned>(date.month()), 2),
            padded(static_cast<unsigned>(date.day()), 2),
            padded(clock.hours().count(), 2),
            padded(clock.minutes().count(), 2),
            padded(clock.seconds().count(), 2)};
}

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + escape_markup(text) + "</" + std::string(name) + ">\n";
}

/// An RDF container (Alt, Bag, Seq) property with given items.
std::string container(std::string_view name, std::string_view kind, std::string_view items) {
    const std::string tag(name), rdf = "rdf:" + std::string(kind);
    return "<" + tag + "><" + rdf + ">" + std::string(items) + "</" + rdf + "></" + tag + ">\n";
}

std::string item(std::string_view text) { return "<rdf:li>" + escape_markup(text) + "</rdf:li>"; }

std::string language_alternative(std::string_view name, std::string_view text,
                                 std::string_view language) {
    const std::string escaped = escape_markup(text);
    return container(name, "Alt",
                     "<rdf:li xml:lang=\"x-default\">" + escaped + "</rdf:li><rdf:li xml:lang=\"" +
                         escape_markup(language) + "\">" + escaped + "</rdf:li>");
}

std::string dublin_core(const Metadata& m) {
    std::string out = element("dc:format", "application/pdf");
    out += language_alternative("dc:title", m.title, m.language);
    if (!m.author.empty()) out += container("dc:creator", "Seq", item(m.author));
    if (!m.description.empty())
        out += language_alternative("dc:description", m.description, m.language);
    out += container("dc:language", "Bag", item(m.language));
    if (!m.rights.empty()) out += language_alternative("dc:rights", m.rights, m.language);
    std::string subjects;
    for (const std::string& keyword : m.keywords) subjects += item(keyword);
    if (!subjects.empty()) out += container("dc:subject", "Bag", subjects);
    out += container("dc:date", "Seq", item(iso_date(m.timestamp)));
    return out;
}

constexpr std::string_view packet_head =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";

constexpr std::string_view extension_namespaces =
    "\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

/// ISO 19005-2 6.6.4, ISO 19005-4 6.7.3, ISO 14289-1 5, ISO 14289-2 5.
std::string claims(const PdfRules& rules) {
    if (rules.standard == PdfStandard::ua_1_a_2a)
        return element("pdfaid:part", rules.attachments ? "3" : "2") +
               element("pdfaid:conformance", "A") + element("pdfuaid:part", "1");
    return element("pdfaid:part", "4") + element("pdfaid:rev", "2020") +
           (rules.attachments ? element("pdfaid:conformance", "F") : std::string()) +
           element("pdfuaid:part", "2") + element("pdfuaid:rev", "2024");
}

constexpr std::string_view extension_schema =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

constexpr std::string_view packet_tail =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

} // namespace

Metadata::Metadata(const Properties& properties)
    : title(one_line(properties.title)),
      author(one_line(properties.author)),
      description(one_line(properties.description)),
      rights(one_line(properties.rights)),
      language(properties.language.tag),
      creator("presskit " PRESSKIT_VERSION),
      producer("presskit " PRESSKIT_VERSION " on libharu " + std::string(haru_version())),
      timestamp(properties.timestamp) {
    for (const std::string& keyword : properties.keywords) {
        keywords.push_back(one_line(keyword));
        all_keywords += (all_keywords.empty() ? "" : ", ") + keywords.back();
    }
}

std::string information_entries(const Metadata& m) {
    std::string out;
    const auto entry = [&](std::string_view key, std::string_view value) {
        if (value.empty()) return;
        append_name(out, key);
        out += ' ';
        append_text(out, value);
        out += '\n';
    };
    entry("Title", m.title);
    entry("Author", m.author);
    entry("Subject", m.description);
    entry("Keywords", m.all_keywords);
    entry("Creator", m.creator);
    entry("Producer", m.producer);
    entry("CreationDate", pdf_date(m.timestamp));
    entry("ModDate", pdf_date(m.timestamp));
    return out;
}

std::string xmp_packet(const Metadata& m, const PdfRules& rules) {
    const bool describes_schema = rules.standard == PdfStandard::ua_1_a_2a;
    std::string out(packet_head);
    if (describes_schema) out += extension_namespaces;
    out += ">\n" + claims(rules);
    out += dublin_core(m);
    out += element("xmp:CreatorTool", m.creator);
    for (const char* name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"})
        out += element(name, iso_date(m.timestamp));
    out += element("pdf:Producer", m.producer);
    if (!m.all_keywords.empty()) out += element("pdf:Keywords", m.all_keywords);
    if (describes_schema) out += extension_schema;
    out += packet_tail;
    return out;
}

std::string pdf_date(std::int64_t timestamp) {
    const Moment m = moment_of(timestamp);
    return "D:" + m.year + m.month + m.day + m.hour + m.minute + m.second + "Z";
}

std::string iso_date(std::int64_t timestamp) {
    const Moment m = moment_of(timestamp);
    return m.year + "-" + m.month + "-" + m.day + "T" + m.hour + ":" + m.minute + ":" + m.second +
           "Z";
}

} // namespace presskit::render
