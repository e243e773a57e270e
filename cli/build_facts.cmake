# What the program can tell of itself in the record of a study: how it was compiled, and the
# description of the model (docs/odd.md), whose tables it fills for the study.
get_target_property(compile_options concordat_flags INTERFACE_COMPILE_OPTIONS)
list(FILTER compile_options EXCLUDE REGEX "^-W")
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
set(compile_options ${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}} ${compile_options})
list(JOIN compile_options " " compile_options)
set_source_files_properties(${PROJECT_SOURCE_DIR}/cli/build_facts.cpp PROPERTIES COMPILE_DEFINITIONS
    "CONCORDAT_COMPILER=\"${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}\";CONCORDAT_BUILD_TYPE=\"${CMAKE_BUILD_TYPE}\";CONCORDAT_COMPILE_OPTIONS=\"${compile_options}\";CONCORDAT_SYSTEM=\"${CMAKE_SYSTEM_NAME} ${CMAKE_SYSTEM_PROCESSOR}\"")

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/odd.md)
file(READ ${PROJECT_SOURCE_DIR}/docs/odd.md model_description)
configure_file(${PROJECT_SOURCE_DIR}/cli/model_description.cpp.in ${PROJECT_BINARY_DIR}/model_description.cpp @ONLY)
target_sources(concordat PRIVATE ${PROJECT_BINARY_DIR}/model_description.cpp)
