# Data files that are part of the program (languages, schemas, style sheets) become C++ string
# literals, so that the binary runs from anywhere and never looks for its own files.
#
#   presskit_embed(TARGET presskit_load NAMESPACE presskit::load NAME schemas FILES a.json b.json)
#
# makes `<name>.embedded.hpp`, which declares `std::span<const EmbeddedFile> schemas()`.
set(PRESSKIT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)
function(presskit_embed)
  cmake_parse_arguments(ARG "" "TARGET;NAMESPACE;NAME" "FILES" ${ARGN})
  set(output ${PROJECT_BINARY_DIR}/embedded/${ARG_NAME}.embedded)
  add_custom_command(
    OUTPUT ${output}.cpp ${output}.hpp
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${output}" "-DNAMESPACE=${ARG_NAMESPACE}" "-DNAME=${ARG_NAME}"
            "-DFILES=${ARG_FILES}" -P ${PRESSKIT_EMBED_SCRIPT}
    DEPENDS ${ARG_FILES} ${PRESSKIT_EMBED_SCRIPT}
    VERBATIM)
  target_sources(${ARG_TARGET} PRIVATE ${output}.cpp ${output}.hpp)
  # `make tidy` reads sources without compiling them; these headers it needs.
  if(NOT TARGET embedded_files)
    add_custom_target(embedded_files)
  endif()
  add_custom_target(embed_${ARG_NAME} DEPENDS ${output}.hpp)
  add_dependencies(embedded_files embed_${ARG_NAME})
endfunction()

file(GLOB languages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/pipeline/languages/data/*.yaml
                                      ${PROJECT_SOURCE_DIR}/pipeline/languages/patterns/*.dic)
file(GLOB schemas CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/stages/load/schema/*.json)
file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/stages/bundle/*.html ${PROJECT_SOURCE_DIR}/stages/bundle/*.css)
foreach(row "languages;presskit_languages;presskit::languages" "schemas;presskit_load;presskit::load"
            "pages;presskit_bundle;presskit::bundle")
  list(GET row 0 name)
  list(GET row 1 target)
  list(GET row 2 namespace)
  get_target_property(type ${target} TYPE)
  if(${name} AND type STREQUAL STATIC_LIBRARY)
    presskit_embed(TARGET ${target} NAMESPACE ${namespace} NAME ${name} FILES ${${name}})
  endif()
endforeach()
