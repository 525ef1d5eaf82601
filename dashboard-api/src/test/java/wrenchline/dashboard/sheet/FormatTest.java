package wrenchline.dashboard.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files go out and come back the same, harm nobody who opens them, and cannot harm who reads them. */
class FormatTest {

    private static final Sheet SHEET = new Sheet(
            List.of("id", "name"),
            List.of(
                    line(2, "a", "示例, \"quoted\"\nsecond line"),
                    line(3, "=1+1", "+8613900000001"),
                    line(4, "@x", "-5"),
                    line(5, "'=kept", "")));

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_goes_out_comes_back(Format format) {
        Sheet back = ok(format.read(format.write("sample", SHEET)));
        assertThat(back.header()).isEqualTo(SHEET.header());
        assertThat(back.rows().stream().map(Sheet.Line::values).toList())
                .isEqualTo(SHEET.rows().stream().map(Sheet.Line::values).toList());
    }

    @Test
    void no_value_is_a_formula_to_the_program_that_opens_the_file() {
        String csv = new String(Format.CSV.write("sample", SHEET), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=1+1", "'+8613900000001", "'@x", "'-5").doesNotContain("\n=", ",+86", ",-5");
    }

    @Test
    void a_line_is_told_by_the_number_that_the_program_shows() {
        Sheet sheet = ok(Format.CSV.read("id,name\n\n1,\"two\nlines\"\n2,b\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(sheet.rows().stream().map(Sheet.Line::number).toList()).containsExactly(3, 5);
    }

    @Test
    void what_is_no_table_is_refused() {
        for (Format format : Format.values()) {
            for (byte[] file :
                    List.of(new byte[0], new byte[] {'P', 'K', 3, 4, 0}, "客户".getBytes(Charset.forName("GB18030")))) {
                assertThat(format.read(file)).isInstanceOf(Sheet.Read.Refused.class);
            }
        }
        assertThat(Format.CSV.read("id,id\n1,2".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Sheet.Read.Refused.class);
    }

    @Test
    void a_workbook_that_unpacks_to_too_much_is_refused_unread() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 40; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(100_000);
        assertThat(Format.XLSX.read(bytes.toByteArray())).isInstanceOf(Sheet.Read.Refused.class);
    }

    private static Sheet.Line line(int number, String... values) {
        return new Sheet.Line(number, List.of(values));
    }

    private static Sheet ok(Sheet.Read read) {
        return switch (read) {
            case Sheet.Read.Ok(Sheet sheet) -> sheet;
            case Sheet.Read.Refused(String reason) -> throw new AssertionError(reason);
        };
    }
}
