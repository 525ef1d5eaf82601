package wrenchline.prediction.score.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesRunTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void fault_of_one_channel_is_told_once_and_blamed_on_it() throws IOException {
        List<String> out = run(machine(1, 0, 0), Set.of("state"));

        List<String> tickets = out.stream().filter(line -> line.contains(",1,")).toList();
        assertThat(tickets).hasSize(1);
        assertThat(tickets.getFirst()).endsWith(",flow").startsWith("2026-03-02T08:1");
    }

    @Test
    void units_offsets_and_clock_do_not_matter() throws IOException {
        List<String> plain = run(machine(1, 0, 0), Set.of("state"));
        List<String> scaled = run(machine(1000, -7e5, 86_400 * 7), Set.of("state"));

        assertThat(onsets(scaled)).isEqualTo(onsets(plain));
    }

    @Test
    void line_for_line_also_where_nothing_can_be_read() throws IOException {
        List<String> out = run(
                List.of("time;a;b", "2026-03-02 08:00:00;1;x", "yesterday;2;y", "", "2026-03-02 08:00:01;;z"),
                Set.of());

        assertThat(out)
                .containsExactly(
                        "time,score,onset,channel",
                        "2026-03-02 08:00:00,0.000000,0,",
                        "yesterday,0,0,",
                        ",0,0,",
                        "2026-03-02 08:00:01,0.000000,0,");
    }

    @Test
    void header_alone_is_answered_by_a_header() throws IOException {
        assertThat(run(List.of("time,value"), Set.of())).containsExactly("time,score,onset,channel");
    }

    @Test
    void constant_channel_is_never_unusual() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time,value"));
        for (int i = 0; i < 2000; i++) {
            lines.add(START.plusSeconds(60L * i) + ",5");
        }

        assertThat(run(lines, Set.of()).stream().skip(1)).allMatch(line -> line.endsWith(",0.000000,0,"));
    }

    @Test
    void empty_or_missing_file_is_refused_and_an_unknown_column_is_remarked() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));

        assertThatThrownBy(() -> SeriesRun.of(empty, folder.resolve("out.csv"), Set.of()))
                .hasMessageContaining("it is empty");
        assertThatThrownBy(() -> SeriesRun.of(folder.resolve("none.csv"), folder.resolve("out.csv"), Set.of()))
                .hasMessageContaining("there is no such file");
        Path in = Files.writeString(folder.resolve("in.csv"), "time,value\n2026-03-02 08:00:00,1\n");
        assertThat(SeriesRun.of(in, folder.resolve("out.csv"), Set.of("label")).sentence())
                .contains("no column to ignore is called label");
    }

    @Test
    void decimal_commas_quotes_and_rows_without_times_are_read() throws IOException {
        List<String> plain = run(machine(1, 0, 0), Set.of("state"));
        List<String> odd = machine(1, 0, 0).stream()
                .map(line -> line.replace('.', ',').replaceFirst("^[^;]*", "row"))
                .toList();

        assertThat(run(odd, Set.of("state")).stream().skip(1))
                .hasSameSizeAs(plain.subList(1, plain.size()))
                .filteredOn(line -> line.contains(",1,"))
                .singleElement()
                .asString()
                .endsWith(",flow");
    }

    @Test
    void tabs_part_columns_as_semicolons_do() throws IOException {
        List<String> lines = machine(1, 0, 0);
        List<String> plain = run(lines, Set.of("state"));

        assertThat(run(lines.stream().map(line -> line.replace(';', '\t')).toList(), Set.of("state")))
                .isEqualTo(plain);
    }

    /** A pump at 1 Hz whose flow falls by 5 of its standard deviations at second 900. */
    private static List<String> machine(double scale, double offset, long later) {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>(List.of("time;pressure;flow;state"));
        for (int i = 0; i < 1200; i++) {
            double pressure = 100 + random.nextGaussian();
            double flow = 30 + 0.4 * random.nextGaussian() - (i < 900 ? 0 : 2);
            lines.add(String.format(
                    Locale.ROOT,
                    "%s;%.6f;%.6f;%d",
                    START.plusSeconds(later + i),
                    offset + scale * pressure,
                    offset + scale * flow,
                    i < 900 ? 0 : 1));
        }
        return lines;
    }

    private static List<Boolean> onsets(List<String> out) {
        return out.stream().map(line -> line.contains(",1,")).toList();
    }

    private List<String> run(List<String> lines, Set<String> ignored) throws IOException {
        Path in = folder.resolve("in.csv");
        Path out = folder.resolve("out.csv");
        Files.write(in, lines);
        SeriesRun.of(in, out, ignored);
        return Files.readAllLines(out);
    }
}
