# Bundles the page of reports into C++: npm brings the chart library and the bundler that
# package-lock.json names, esbuild makes one file of the modules, embed.mjs puts it into the program.
set(page_folder ${PROJECT_SOURCE_DIR}/analysis/report/page)
set(page_build ${PROJECT_BINARY_DIR}/report_page)

if(NOT CONCORDAT_REPORT)
    configure_file(${page_folder}/no_page.cpp.in ${page_build}/no_page.cpp COPYONLY)
    target_sources(analysis_report PRIVATE ${page_build}/no_page.cpp)
    return()
endif()

find_program(NODE_PROGRAM NAMES node nodejs)
find_program(NPM_PROGRAM NAMES npm)
if(NOT NODE_PROGRAM OR NOT NPM_PROGRAM)
    message(FATAL_ERROR "The page of reports needs node (18 or later) and npm to be built: install them "
                        "(Debian: apt-get install nodejs npm), or configure with -DCONCORDAT_REPORT=OFF to "
                        "build a program without `concordat report`.")
endif()

file(GLOB page_sources CONFIGURE_DEPENDS ${page_folder}/*.js)
file(MAKE_DIRECTORY ${page_build})
add_custom_command(
    OUTPUT ${page_build}/packages.stamp
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${page_folder}/package.json ${page_folder}/package-lock.json
            ${page_folder}/.npmrc ${page_build}
    COMMAND ${NPM_PROGRAM} ci --ignore-scripts --silent
    COMMAND ${CMAKE_COMMAND} -E touch ${page_build}/packages.stamp
    DEPENDS ${page_folder}/package.json ${page_folder}/package-lock.json ${page_folder}/.npmrc
    WORKING_DIRECTORY ${page_build}
    COMMENT "Fetching the chart library of reports" VERBATIM)
add_custom_command(
    OUTPUT ${page_build}/page_bundle.cpp
    COMMAND ${CMAKE_COMMAND} -E env NODE_PATH=${page_build}/node_modules
            ${NODE_PROGRAM} ${page_build}/node_modules/esbuild/bin/esbuild ${page_folder}/main.js ${page_folder}/page.css
            --bundle --minify --format=iife --target=es2020 --legal-comments=none --log-level=warning
            --outdir=${page_build}/bundle --metafile=${page_build}/bundle/parts.json
    COMMAND ${NODE_PROGRAM} ${page_folder}/embed.mjs ${page_build}/bundle/main.js ${page_build}/bundle/page.css
            ${page_build}/bundle/parts.json ${page_build}/node_modules ${page_build}/page_bundle.cpp
    DEPENDS ${page_build}/packages.stamp ${page_sources} ${page_folder}/page.css ${page_folder}/embed.mjs
    COMMENT "Bundling the page of reports" VERBATIM)
target_sources(analysis_report PRIVATE ${page_build}/page_bundle.cpp)
