# Run by presskit_embed at build time. String literals are cut into pieces below the 64 KiB that
# compilers must accept.
set(rows "")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME)
  file(READ ${file} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR bytes "${digits} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" hex "${hex}")
  string(REGEX REPLACE "\n" "\"\n\"" hex "${hex}")
  string(APPEND rows "{\"${name}\", std::string_view(\n\"${hex}\", ${bytes})},\n")
endforeach()
file(WRITE ${OUTPUT}.hpp.new "#pragma once
#include <span>
#include <string_view>
namespace ${NAMESPACE} {
struct EmbeddedFile { std::string_view name, bytes; };
/// In order of name.
std::span<const EmbeddedFile> ${NAME}();
}
")
file(WRITE ${OUTPUT}.cpp.new "#include \"embedded/${NAME}.embedded.hpp\"
namespace ${NAMESPACE} {
namespace { constexpr EmbeddedFile ${NAME}_files[] = {
${rows}}; }
std::span<const EmbeddedFile> ${NAME}() { return ${NAME}_files; }
}
")
file(RENAME ${OUTPUT}.hpp.new ${OUTPUT}.hpp)
file(RENAME ${OUTPUT}.cpp.new ${OUTPUT}.cpp)
