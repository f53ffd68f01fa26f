// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg.hpp"

#include "stages/load/svg_path.hpp"
#include "stages/load/svg_values.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace presskit::load {
namespace {

using namespace literals;

constexpr std::size_t max_depth = 32;
constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg|";

/// Attributes that change nothing of what is drawn here.
constexpr std::array<std::string_view, 13> harmless{
    "id",     "class",  "version",     "role",       "aria-label", "aria-hidden",
    "width",  "height", "baseProfile", "xml:space", "viewBox",    "preserveAspectRatio",
    "stroke-miterlimit"};

struct State {
    SvgTransform transform;
    std::optional<Color> fill = Color{};
    FillRule fill_rule = FillRule::nonzero_winding;
    PathStroke stroke{{}, Length{1'000}, LineCap::butt, LineJoin::miter, {}};
    bool is_stroked = false;
};

/// Attribute values by name, as expat gives them.
class SvgAttributes {
  public:
    explicit SvgAttributes(const XML_Char** pairs) : pairs_(pairs) {}

    std::string_view find(std::string_view name) const {
        for (const XML_Char** at = pairs_; *at != nullptr; at += 2)
            if (name == at[0]) return at[1];
        return {};
    }
    template <class Visit>
    void for_each(const Visit& visit) const {
        for (const XML_Char** at = pairs_; *at != nullptr; at += 2) visit(at[0], at[1]);
    }
    /// A length that is nought if it is not there.
    std::optional<Length> length(std::string_view name) const {
        const std::string_view text = find(name);
        return text.empty() ? Length{} : svg_length(text);
    }

  private:
    const XML_Char** pairs_;
};

class SvgReader {
  public:
    SvgReader(std::string_view text, SourceId source)
        : text_(text), source_(source), parser_(XML_ParserCreateNS("UTF-8", '|')) {}

    Result<VectorImage> read() {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), &SvgReader::on_start, &SvgReader::on_end);
        XML_SetStartDoctypeDeclHandler(parser_.get(), &SvgReader::on_doctype);
        const auto status =
            XML_Parse(parser_.get(), text_.data(), static_cast<int>(text_.size()), XML_TRUE);
        if (status == XML_STATUS_ERROR && faults_.empty())
            fault("svg-syntax", "the file is no well-formed XML", "save the drawing again");
        if (!faults_.empty()) return std::move(faults_);
        if (drawing_.paths.empty())
            return Diagnostic{"load.svg-empty", "the drawing shows nothing",
                              "begin it with `<svg xmlns=\"http://www.w3.org/2000/svg\" …>` and give its paths a fill",
                              {source_, 0, std::min(4u, static_cast<std::uint32_t>(text_.size()))}, {},
                              Severity::error, Blame::configuration};
        return std::move(drawing_);
    }

  private:
    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    static void on_start(void* self, const XML_Char* name, const XML_Char** pairs) {
        static_cast<SvgReader*>(self)->start(name, SvgAttributes(pairs));
    }
    static void on_end(void* self, const XML_Char*) {
        SvgReader& reader = *static_cast<SvgReader*>(self);
        if (reader.skipped_ > 0) --reader.skipped_;
        else if (!reader.states_.empty()) reader.states_.pop_back();
    }
    /// A document type could define entities; no drawing needs one.
    static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        static_cast<SvgReader*>(self)->fault("svg-syntax", "the drawing has a document type",
                                             "remove the line that begins with `<!DOCTYPE`");
    }

    void fault(std::string code, std::string message, std::string hint) {
        if (!faults_.empty()) return;
        const auto at = std::clamp<std::int64_t>(XML_GetCurrentByteIndex(parser_.get()), 0,
                                                 static_cast<std::int64_t>(text_.size()));
        const auto begin = static_cast<std::uint32_t>(at);
        const auto end = static_cast<std::uint32_t>(
            std::min(text_.find_first_of(" \n>", begin + 1), text_.size()));
        faults_.push_back({"load." + std::move(code),
                           std::move(message),
                           std::move(hint),
                           {source_, begin, std::max(end, begin)},
                           {},
                           Severity::error,
                           Blame::configuration});
        XML_StopParser(parser_.get(), XML_FALSE);
    }
    void unknown(const std::string& what) {
        fault("svg-feature", what + " is not drawn",
              "save the drawing with plain paths and colours, or as PNG");
    }

    void start(std::string_view name, const SvgAttributes& attributes) {
        if (skipped_ > 0 || !faults_.empty()) {
            ++skipped_;
            return;
        }
        if (!name.starts_with(svg_namespace)) {
            ++skipped_; // editors keep notes of their own in other namespaces
            return;
        }
        name.remove_prefix(svg_namespace.size());
        if (name == "title" || name == "desc" || name == "metadata") {
            ++skipped_;
            return;
        }
        if (states_.size() >= max_depth) return unknown("nesting more than 32 deep");
        states_.push_back(states_.empty() ? State{} : states_.back());
        if (states_.size() == 1) {
            if (name != "svg") return unknown("`" + std::string(name) + "` as the outermost element");
            read_view_box(attributes.find("viewBox"));
        }
        read_state(name, attributes);
        if (faults_.empty()) shape(name, attributes);
    }

    void read_view_box(std::string_view text) {
        std::array<std::int64_t, 4> box{};
        bool sound = !text.empty();
        for (std::int64_t& number : box) {
            const auto taken = take_number(text);
            sound = sound && taken;
            if (taken) number = *taken;
        }
        if (!sound || box[2] <= 0 || box[3] <= 0)
            return fault("svg-size", "the drawing has no `viewBox`",
                         "write one, for example `viewBox=\"0 0 120 120\"`");
        drawing_.width = {box[2]};
        drawing_.height = {box[3]};
        states_.back().transform.e = {-box[0]};
        states_.back().transform.f = {-box[1]};
    }

    void read_state(std::string_view element, const SvgAttributes& attributes) {
        attributes.for_each([&](std::string_view name, std::string_view value) {
            if (!read_presentation(name, value) && !is_geometry(element, name) &&
                std::ranges::find(harmless, name) == harmless.end() && name.find('|') == name.npos)
                unknown("`" + std::string(name) + "=\"" + std::string(value.substr(0, 40)) + "\"`");
        });
    }

    static bool is_geometry(std::string_view element, std::string_view name) {
        if (element == "path") return name == "d";
        if (element == "polygon" || element == "polyline") return name == "points";
        if (element == "rect") return name == "x" || name == "y";
        if (element == "circle") return name == "cx" || name == "cy" || name == "r";
        if (element == "ellipse")
            return name == "cx" || name == "cy" || name == "rx" || name == "ry";
        return false;
    }

    /// False for what is no presentation attribute known here, or has a value that is not.
    bool read_presentation(std::string_view name, std::string_view value) {
        State& state = states_.back();
        if (name == "transform") {
            const auto transform = svg_transform(value);
            if (transform) state.transform = state.transform.after(*transform);
            return transform.has_value();
        }
        if (name == "fill" || name == "stroke") {
            const auto color = svg_color(value);
            if (!color) return false;
            if (name == "fill") state.fill = *color;
            else {
                state.is_stroked = color->has_value();
                state.stroke.color = color->value_or(Color{});
            }
            return true;
        }
        if (name == "stroke-width") {
            const auto width = svg_length(value);
            if (width) state.stroke.width = *width;
            return width && *width >= Length{};
        }
        if (name == "fill-rule") {
            state.fill_rule = value == "evenodd" ? FillRule::even_odd : FillRule::nonzero_winding;
            return value == "evenodd" || value == "nonzero";
        }
        if (name == "stroke-linecap") {
            state.stroke.cap = value == "round"    ? LineCap::round
                               : value == "square" ? LineCap::square
                                                   : LineCap::butt;
            return value == "round" || value == "square" || value == "butt";
        }
        if (name == "stroke-linejoin") {
            state.stroke.join = value == "round"   ? LineJoin::round
                                : value == "bevel" ? LineJoin::bevel
                                                   : LineJoin::miter;
            return value == "round" || value == "bevel" || value == "miter";
        }
        return (name == "opacity" || name == "fill-opacity" || name == "stroke-opacity") && value == "1";
    }

    void shape(std::string_view name, const SvgAttributes& attributes) {
        if (name == "svg" || name == "g") return;
        std::optional<std::vector<PathSegment>> segments;
        if (name == "path") segments = parse_path(attributes.find("d"));
        else if (name == "rect") segments = rectangle(attributes);
        else if (name == "circle") segments = round(attributes, "r", "r");
        else if (name == "ellipse") segments = round(attributes, "rx", "ry");
        else if (name == "polygon" || name == "polyline") segments = polygon(name, attributes);
        else return unknown("`" + std::string(name) + "`");
        if (!segments) return unknown("the shape of this `" + std::string(name) + "`");
        add(*std::move(segments));
    }

    static std::optional<std::vector<PathSegment>> rectangle(const SvgAttributes& attributes) {
        const auto x = attributes.length("x"), y = attributes.length("y");
        const auto width = attributes.length("width"), height = attributes.length("height");
        if (!x || !y || !width || !height || *width < Length{} || *height < Length{})
            return std::nullopt;
        return std::vector<PathSegment>{MoveTo{{*x, *y}}, LineTo{{*x + *width, *y}},
                                        LineTo{{*x + *width, *y + *height}},
                                        LineTo{{*x, *y + *height}}, ClosePath{}};
    }
    static std::optional<std::vector<PathSegment>>
    round(const SvgAttributes& attributes, std::string_view across, std::string_view down) {
        const auto x = attributes.length("cx"), y = attributes.length("cy");
        const auto rx = attributes.length(across), ry = attributes.length(down);
        if (!x || !y || !rx || !ry || *rx < Length{} || *ry < Length{}) return std::nullopt;
        return ellipse({*x, *y}, *rx, *ry);
    }
    static std::optional<std::vector<PathSegment>> polygon(std::string_view name,
                                                           const SvgAttributes& attributes) {
        std::string data = "M";
        data += attributes.find("points");
        auto segments = parse_path(data);
        if (segments && !segments->empty() && name == "polygon") segments->push_back(ClosePath{});
        return segments;
    }

    void add(std::vector<PathSegment> segments) {
        const State& state = states_.back();
        if (segments.empty() || (!state.fill && !state.is_stroked)) return;
        if (drawing_.paths.size() == max_svg_paths)
            return fault("svg-size", "the drawing has more than 1000 paths", "simplify it");
        VectorPath path{std::move(segments), state.fill, state.fill_rule, {}};
        if (state.is_stroked) {
            path.stroke = state.stroke;
            path.stroke.width = state.transform.scale(state.stroke.width);
        }
        for_each_point(path, [&](Point& point) { point = state.transform.apply(point); });
        drawing_.paths.push_back(std::move(path));
    }

    std::string_view text_;
    SourceId source_;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
    std::vector<State> states_;
    std::size_t skipped_ = 0; ///< elements open inside one that is passed over
    VectorImage drawing_;
    Diagnostics faults_;
};

} // namespace

Result<VectorImage> read_svg(const SourceMap& sources, SourceId source) {
    const std::string_view text = sources.at(source).text;
    if (text.size() > max_svg_bytes)
        return Diagnostic{"load.svg-size", "the drawing has more than 500 kB", "simplify it",
                          {source, 0, 0},  {},
                          Severity::error, Blame::configuration};
    return SvgReader(text, source).read();
}

} // namespace presskit::load
