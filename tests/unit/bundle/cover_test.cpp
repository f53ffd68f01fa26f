// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/cover.hpp"

#include "stages/bundle/care_notes.hpp"
#include "stages/bundle/image_paths.hpp"
#include "tests/unit/bundle/kit_fixture.hpp"
#include "tests/unit/bundle/outside.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::bundle;
using Catch::Matchers::Contains;

TEST_CASE("kit page: what authors write is text, never markup") {
    const KitCase kit_case;
    const std::string html = to_html(cover_of(kit_case.inputs()));
    CHECK_THAT(html, Contains("Fëmijët &lt;në&gt; Kosovë"));
    CHECK_THAT(html, Contains("Example &lt;Institute&gt;"));
    CHECK_THAT(html, Contains("https://example.org/?a=1&amp;b=2"));
    CHECK_THAT(html, Contains("alt=\"Turmë në Kosova* &quot;sot&quot;\""));
    CHECK_THAT(html, !Contains("javascript:"));
    CHECK_THAT(html, !Contains("{{"));
}

TEST_CASE("kit page: documents are listed as the campaign calls them, in the kit's language if it can") {
    const KitCase kit_case;
    const Cover cover = cover_of(kit_case.inputs());
    const std::string html = to_html(cover);
    CHECK_THAT(html, Contains("<p class=\"kind\">Njoftim për media</p>"));
    CHECK_THAT(html, Contains("<p class=\"kind\">Rekomandime për Kosovën*</p>"));
    CHECK_THAT(html, Contains("<p class=\"kind\"><bdi lang=\"en\">Handbook for &lt;teachers&gt;</bdi></p>"));
    CHECK_THAT(to_plain_text(cover), Contains("    Handbook for <teachers>: Law in"));
}

TEST_CASE("kit page: languages, landmarks and link texts are there for assistive technology") {
    const KitCase kit_case;
    const std::string html = to_html(cover_of(kit_case.inputs()));
    CHECK_THAT(html, Contains("<html lang=\"sq\" dir=\"ltr\">"));
    CHECK_THAT(html, Contains("<a class=\"skip\" href=\"#content\">Kalo te përmbajtja</a>"));
    CHECK_THAT(html, Contains("hreflang=\"en\"><bdi lang=\"en\">Law in"));
    CHECK_THAT(html, Contains("PDF, anglisht, Faqe: 2, 14\u00A0B</span></a>"));
    CHECK_THAT(html, Contains("Vetëm anglisht."));
    CHECK_THAT(html, !Contains("<script"));
    const outside::ScratchFolder folder;
    folder.write("index.html", html);
    folder.write("check.py", R"(
from html.parser import HTMLParser
void = {'meta', 'img', 'br'}
class P(HTMLParser):
    stack, seen, ids, targets = [], [], [], []
    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        a = dict(attrs)
        if 'id' in a: self.ids.append(a['id'])
        self.targets += [v for k, v in attrs if k in ('src', 'aria-labelledby')]
        if tag == 'img': assert a.get('alt') is not None
        if tag not in void: self.stack.append(tag)
    def handle_endtag(self, tag):
        assert self.stack.pop() == tag, tag
p = P(); p.feed(open('index.html', encoding='utf-8').read()); p.close()
assert not p.stack
for t in ('header', 'main', 'footer', 'h1', 'title'): assert p.seen.count(t) == 1, t
assert len(set(p.ids)) == len(p.ids)
assert not [t for t in p.targets if '//' in t]
)");
    const bool well_formed = folder.run("python3 check.py");
    INFO(folder.read("log"));
    CHECK(well_formed);
}

TEST_CASE("kit page: between words from right to left a size still reads number, then unit") {
    KitCase kit_case;
    CHECK(to_html(cover_of(kit_case.inputs())).find("\u2066") == std::string::npos);
    kit_case.language.direction = Direction::right_to_left;
    const std::string page = to_html(cover_of(kit_case.inputs()));
    CHECK(page.find("\u206616\u00A0B\u2069") != std::string::npos);
    CHECK(page.find("\u2066800 × 600\u2069") != std::string::npos);
}

TEST_CASE("kit page: a language from right to left sets the direction") {
    KitCase kit_case;
    kit_case.language.direction = Direction::right_to_left;
    CHECK_THAT(to_html(cover_of(kit_case.inputs())), Contains("dir=\"rtl\""));
}

TEST_CASE("kit: page and texts set a label apart from its value as the language does") {
    KitCase kit_case;
    kit_case.language.colon = "\u00A0: ";
    kit_case.image.web = SmallerCopy{400, 300, "web bytes", sha256("web bytes")};
    const KitInputs inputs = kit_case.inputs();
    CareNotes names(inputs.campaign);
    const Cover cover =
        make_cover(inputs, inputs.campaign.countries.back(), image_paths(inputs.images), names);
    const std::string page = to_html(cover), text = to_plain_text(cover);
    for (const char* label : {"Faqe", "E-mail", "Telefon", "Licenca", "Për shtyp", "Për ueb"}) {
        CHECK_THAT(page, Contains(label + std::string("\u00A0: ")) && !Contains(label + std::string(": ")));
        CHECK_THAT(text, Contains(label + std::string("\u00A0: ")) && !Contains(label + std::string(": ")));
    }
    const std::string captions = to_captions(cover);
    for (const char* label : {"Për shtyp", "Për ueb", "Teksti alternativ"})
        CHECK_THAT(captions, Contains(label + std::string("\u00A0: ")));
}

TEST_CASE("kit: page and text say how the signature of the kit's zip is checked") {
    const KitCase kit_case;
    const Cover cover = cover_of(kit_case.inputs());
    for (const std::string& text : {to_html(cover), to_plain_text(cover)}) {
        CHECK_THAT(text, Contains("Dosja është e vërtetë nëse minisign e konfirmon."));
        CHECK_THAT(text, Contains("minisign -Vm " + kit_name(kit_case.inputs()) + ".zip -p minisign.pub"));
    }
}

TEST_CASE("kit page: words of a picture that are in another language say so") {
    const KitCase kit_case;
    KitInputs inputs = kit_case.inputs();
    inputs.images[0].caption = "A crowd.";
    inputs.images[0].language = {"en"};
    const std::string page = to_html(cover_of(inputs));
    CHECK_THAT(page, Contains("<br><bdi lang=\"en\">A crowd.</bdi><br>Foto: A. Fotograf"));
    CHECK_THAT(page, Contains("<img src=\"images/crowd.png\" lang=\"en\" alt="));
    inputs.images[0].language = {"sq"};
    CHECK_THAT(to_html(cover_of(inputs)), Contains("<br>A crowd.<br>") && Contains("<img src=\"images/crowd.png\" alt="));
}

TEST_CASE("kit text: lines stay within 76 code points and a value cannot forge lines") {
    KitCase kit_case;
    kit_case.campaign.rights.statement[{"sq"}] =
        "një\n\ndy " + std::string(300, 'x') + " tre katër " +
        "pesë gjashtë shtatë tetë nëntë dhjetë njëmbëdhjetë fund";
    const std::string text = to_plain_text(cover_of(kit_case.inputs()));
    CHECK_THAT(text, Contains("\nnjë dy\n" + std::string(300, 'x') + "\ntre katër pesë"));
    CHECK_THAT(text, !Contains("\r"));
    CHECK_THAT(text, Contains("sha256sum -c SHA256SUMS"));
}

TEST_CASE("kit: captions.txt has each picture's files, caption, credit, alternative text and rights") {
    KitCase kit_case;
    kit_case.image.web = SmallerCopy{400, 300, "web bytes", sha256("web bytes")};
    KitInputs inputs = kit_case.inputs();
    inputs.images[0].caption = "Një turmë në\nKosovë";
    inputs.release_notice = "Embargo deri nesër";
    CareNotes names(inputs.campaign);
    const Cover cover =
        make_cover(inputs, inputs.campaign.countries.back(), image_paths(inputs.images), names);
    const std::string text = to_captions(cover);
    CHECK_THAT(text, Contains("\nEmbargo deri nesër\n"));
    CHECK_THAT(text, Contains("\ncrowd.png – Për shtyp: PNG, 800 × 600, "));
    CHECK_THAT(text, Contains("\ncrowd-web.png – Për ueb: PNG, 400 × 300, 9\u00A0B\n"));
    CHECK_THAT(text, Contains("\nNjë turmë në Kosovë*\nFoto: A. Fotograf\n"
                              "Teksti alternativ: Turmë në Kosova* \"sot\"\n"
                              "© Example Institute. CC-BY-4.0\n"));
    CHECK_THAT(text, Contains("\n* Ky emërtim nuk paragjykon qëndrimet.\n"));
    inputs.images[0].credit = "Agjencia";
    CHECK_THAT(to_captions(make_cover(inputs, inputs.campaign.countries.back(), image_paths(inputs.images), names)),
               Contains("\nFoto: Agjencia\n"));
    inputs.images[0].credit.clear(); // what the campaign says of the picture
    CHECK_THAT(to_captions(make_cover(inputs, inputs.campaign.countries.back(), image_paths(inputs.images), names)),
               Contains("\nFoto: A. Fotograf\n"));
    const std::string page = to_html(cover);
    CHECK_THAT(page, Contains("<img src=\"images/crowd-web.png\""));
    CHECK_THAT(page, Contains("<a href=\"images/crowd.png\">") &&
                         Contains("<a href=\"images/captions.txt\">"));
}
