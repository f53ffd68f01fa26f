// SPDX-License-Identifier: Apache-2.0
#include "stages/model/image_rights.hpp"

#include "pipeline/base/text.hpp"

#include <string_view>

namespace presskit {
namespace {

std::string element(const std::string& name, const std::string& content) {
    return "<" + name + ">" + content + "</" + name + ">";
}

/// Controls, which XML cannot hold, become spaces.
std::string words(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return escape_markup(out);
}

std::string optional_element(const std::string& name, std::string_view text) {
    return text.empty() ? std::string() : element(name, words(text));
}

} // namespace

std::string to_xmp(const ImageRights& rights) {
    std::string out = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" "
                      "xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\">";
    if (!rights.creator.empty())
        out += element("dc:creator", element("rdf:Seq", element("rdf:li", words(rights.creator))));
    out += element("dc:rights", "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + words(rights.notice) +
                                    "</rdf:li></rdf:Alt>");
    out += optional_element("photoshop:Credit", rights.credit);
    out += element("xmpRights:Marked", "True");
    out += optional_element("xmpRights:WebStatement", rights.url);
    return out + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

} // namespace presskit
