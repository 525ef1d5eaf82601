package wrenchline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the page. */
class PageFilesTest {

    private static final Path PAGE = Path.of("src/main/resources/wrenchline/dashboard/web");
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

    private final PageFiles files = new PageFiles();

    @Test
    void the_libraries_are_in_the_versions_that_the_page_names() {
        for (String library : new String[] {"lib/vue.js", "lib/uplot.js", "lib/uplot.css"}) {
            assertThat(files.find(library)).as(library).isPresent();
        }
    }

    @Test
    void every_file_can_be_had_and_so_can_everything_that_it_imports() throws IOException {
        try (Stream<Path> all = Files.walk(PAGE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(files.find(PAGE.relativize(file).toString()))
                        .as(file.toString())
                        .isPresent();
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(found -> PAGE.relativize(
                                file.resolveSibling(found.group(1)).normalize()))
                        .forEach(imported -> assertThat(files.find(imported.toString()))
                                .as(file + " imports " + imported)
                                .isPresent());
            }
        }
    }

    @Test
    void nothing_else_in_the_jar_can_be_had() {
        for (String path : new String[] {
            "../http/openapi.json", "i18n/../../http/openapi.json", "PageFiles.class", "/index.html", "lib/nothing.js"
        }) {
            assertThat(files.find(path)).as(path).isEmpty();
        }
    }
}
