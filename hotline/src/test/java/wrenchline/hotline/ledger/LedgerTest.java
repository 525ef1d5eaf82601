package wrenchline.hotline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.testkit.SettableClock;

class LedgerTest {

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final SecondWitness witness = new SecondWitness();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
    private boolean settled = true;
    private boolean databaseAnswers = true;
    private String failing = "";

    private final LegListener listener = new LegListener() {
        @Override
        public void heard(Leg leg, Row row) {
            if (leg.channel().equals(failing) && row.type().equals("ANSWER")) {
                throw new IllegalStateException("this row cannot be dealt with");
            }
            told.add(row.type() + " " + leg.channel());
        }

        @Override
        public void ended(Leg leg, Instant at) {
            told.add("ended " + leg.channel() + " " + leg.cause());
        }

        @Override
        public void lost(Leg leg, Instant at) {
            told.add("lost " + leg.channel());
        }

        @Override
        public boolean settled(Leg leg) {
            return settled;
        }
    };

    @Test
    void a_row_is_read_with_its_quotes() {
        Row row = RowReader.read(line("HANGUP", "a", "{\"\"hangupcause\"\":17,\"\"hangupsource\"\":\"\"x,y\"\"}"))
                .orElseThrow();
        assertThat(row.cause()).isEqualTo(17);
        assertThat(row.at()).isEqualTo(Instant.parse("2026-11-23T16:29:27.957515Z"));
        assertThat(row.caller()).isEqualTo("a, \"b\"");
    }

    @Test
    void a_torn_line_is_no_row() {
        assertThat(RowReader.read("\"CHAN_START\",\"17954")).isEmpty();
        assertThat(RowReader.read("")).isEmpty();
        assertThat(RowReader.read(line("X", "a", "").replace("1795451367.957515", "yesterday")))
                .isEmpty();
    }

    @Test
    void a_channel_is_followed_to_its_end() throws Exception {
        append(line("CHAN_START", "a", ""), line("HANGUP", "a", "{\"\"hangupcause\"\":21}"), line("CHAN_END", "a", ""));
        ledger().catchUp();
        assertThat(told).containsExactly("CHAN_START a", "HANGUP a", "CHAN_END a", "ended a 21");
    }

    @Test
    void after_a_restart_what_was_dealt_with_is_not_told_again() throws Exception {
        append(line("CHAN_START", "a", ""), line("CHAN_END", "a", ""));
        ledger().catchUp();
        told.clear();
        append(line("CHAN_START", "b", ""));
        ledger().catchUp();
        assertThat(told).containsExactly("CHAN_START b");
    }

    @Test
    void after_a_restart_a_channel_that_was_alive_is_read_from_its_beginning() throws Exception {
        append(line("CHAN_START", "a", ""), line("CHAN_START", "b", ""), line("ANSWER", "b", ""));
        append(line("CHAN_END", "a", ""));
        ledger().catchUp();
        told.clear();
        append(line("CHAN_END", "b", ""));
        ledger().catchUp();
        assertThat(told).containsExactly("CHAN_START b", "ANSWER b", "CHAN_END b", "ended b 0");
    }

    @Test
    void half_a_line_waits_for_its_other_half() throws Exception {
        String whole = line("CHAN_START", "a", "") + "\n";
        Files.writeString(file(), whole.substring(0, 20));
        Ledger ledger = ledger();
        ledger.catchUp();
        assertThat(told).isEmpty();
        Files.writeString(file(), whole.substring(20), StandardOpenOption.APPEND);
        ledger.catchUp();
        assertThat(told).containsExactly("CHAN_START a");
    }

    @Test
    void a_new_file_in_the_place_of_a_longer_one_is_read_from_its_beginning() throws Exception {
        append(line("CHAN_START", "a", ""), line("CHAN_END", "a", ""));
        Ledger ledger = ledger();
        ledger.catchUp();
        Files.delete(file());
        append(line("CHAN_START", "b", ""));
        ledger.catchUp();
        assertThat(told).contains("CHAN_START b");
    }

    @Test
    void a_channel_that_is_gone_without_a_word_is_lost_once() throws Exception {
        append(line("CHAN_START", "a", ""));
        Ledger ledger = ledger();
        ledger.catchUp();
        ledger.lost(Set.of("a", "unknown"));
        ledger.lost(Set.of("a"));
        assertThat(told).containsExactly("CHAN_START a", "lost a");
        assertThat(ledger.alive()).isEmpty();
    }

    @Test
    void a_channel_that_is_gone_is_read_again_as_long_as_one_that_belongs_to_it_is_alive() throws Exception {
        append(line("CHAN_START", "a", ""), line("CHAN_START", "b", "").replace(",\"b\",\"b\"", ",\"a\",\"b\""));
        append(line("CHAN_END", "a", ""));
        ledger().catchUp();
        told.clear();
        append(line("CHAN_END", "b", ""));
        ledger().catchUp();
        assertThat(told)
                .containsExactly("CHAN_START a", "CHAN_START b", "CHAN_END a", "ended a 0", "CHAN_END b", "ended b 0");
    }

    @Test
    void a_channel_that_is_gone_is_read_again_until_everything_about_it_is_settled() throws Exception {
        append(line("CHAN_START", "a", ""), line("CHAN_END", "a", ""));
        settled = false;
        ledger().catchUp();
        told.clear();
        Ledger next = ledger();
        next.catchUp();
        assertThat(told).contains("ended a 0");
        settled = true;
        next.catchUp();
        told.clear();
        ledger().catchUp();
        assertThat(told).isEmpty();
    }

    @Test
    void what_only_the_other_witness_saw_is_taken_from_there_and_not_again_when_the_file_has_it_after_all()
            throws Exception {
        append(line("CHAN_START", "a", ""));
        Ledger ledger = ledger();
        ledger.catchUp();
        Row end = RowReader.read(line("CHAN_END", "a", "")).orElseThrow();
        witness.saw(end, clock.instant());
        ledger.catchUp();
        assertThat(told).containsExactly("CHAN_START a");
        clock.advance(Duration.ofSeconds(6));
        ledger.catchUp();
        assertThat(told).containsExactly("CHAN_START a", "CHAN_END a", "ended a 0");
        append(line("CHAN_END", "a", ""), line("CHAN_START", "b", ""));
        ledger.catchUp();
        assertThat(told).last().isEqualTo("CHAN_START b");
        assertThat(told).hasSize(4);
        assertThat(witness.tally().liveAlone()).isEqualTo(1);
    }

    @Test
    void what_both_witnesses_saw_counts_once_and_what_the_connection_missed_is_in_the_file() throws Exception {
        witness.saw(RowReader.read(line("CHAN_START", "a", "")).orElseThrow(), clock.instant());
        append(line("CHAN_START", "a", ""), line("ANSWER", "a", ""), line("CHAN_END", "a", ""));
        Ledger ledger = ledger();
        ledger.catchUp();
        witness.saw(RowReader.read(line("CHAN_END", "a", "")).orElseThrow(), clock.instant());
        clock.advance(Duration.ofMinutes(2));
        ledger.catchUp();
        assertThat(told).containsExactly("CHAN_START a", "ANSWER a", "CHAN_END a", "ended a 0");
        assertThat(witness.tally()).isEqualTo(new SecondWitness.Tally(2, 1, 0));
    }

    @Test
    void a_row_that_nobody_can_deal_with_stops_no_other_call() throws Exception {
        failing = "a";
        append(line("CHAN_START", "a", ""), line("ANSWER", "a", ""), line("CHAN_START", "b", ""));
        append(line("CHAN_END", "a", ""), line("CHAN_END", "b", ""));
        ledger().catchUp();
        assertThat(told).containsExactly("CHAN_START a", "CHAN_START b", "CHAN_END b", "ended b 0");
    }

    @Test
    void what_failed_for_a_moment_is_told_again_from_its_beginning_after_a_pause() throws Exception {
        failing = "a";
        append(line("CHAN_START", "a", ""), line("ANSWER", "a", ""), line("CHAN_END", "a", ""));
        Ledger ledger = ledger();
        ledger.catchUp();
        failing = "";
        told.clear();
        ledger.catchUp();
        assertThat(told).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        ledger.catchUp();
        assertThat(told).containsExactly("CHAN_START a", "ANSWER a", "CHAN_END a", "ended a 0");
    }

    @Test
    void what_fails_again_and_again_is_held_and_can_be_replayed_once_its_cause_is_mended() throws Exception {
        Ledger ledger = failAgainAndAgain();
        assertThat(HeldAffairs.of(folder).list()).singleElement().satisfies(held -> {
            assertThat(held.id()).isEqualTo("a");
            assertThat(held.reason()).contains("this row cannot be dealt with");
            assertThat(held.rows()).isEqualTo(2);
        });
        append(line("CHAN_END", "a", ""));
        ledger.catchUp();
        failing = "";
        told.clear();
        assertThat(HeldAffairs.of(folder).order("a")).isTrue();
        ledger.catchUp();
        assertThat(told).containsExactly("CHAN_START a", "ANSWER a", "CHAN_END a", "ended a 0");
        assertThat(HeldAffairs.of(folder).list()).isEmpty();
        assertThat(HeldAffairs.of(folder).ordered()).isEmpty();
    }

    @Test
    void what_is_held_is_not_tried_by_the_next_product_before_somebody_says_so() throws Exception {
        failAgainAndAgain();
        told.clear();
        Files.delete(folder.resolve("mark"));
        append(line("CHAN_END", "a", ""));
        Ledger next = ledger();
        next.catchUp();
        assertThat(told).isEmpty();
        failing = "";
        assertThat(HeldAffairs.of(folder).order("a")).isTrue();
        Ledger last = ledger();
        last.catchUp();
        assertThat(told).containsExactly("CHAN_START a", "ANSWER a", "CHAN_END a", "ended a 0");
    }

    @Test
    void while_the_database_is_away_everything_waits_and_nothing_is_held() throws Exception {
        failing = "a";
        databaseAnswers = false;
        append(line("CHAN_START", "a", ""), line("ANSWER", "a", ""), line("CHAN_START", "b", ""));
        Ledger ledger = ledger();
        for (int turn = 0; turn < 3 * Affairs.TRIES; turn++) {
            ledger.catchUp();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(told).containsExactly("CHAN_START a");
        told.clear();
        failing = "";
        databaseAnswers = true;
        ledger.catchUp();
        assertThat(told).containsExactly("CHAN_START a", "ANSWER a", "CHAN_START b");
        assertThat(HeldAffairs.of(folder).list()).isEmpty();
    }

    private Ledger failAgainAndAgain() throws IOException {
        failing = "a";
        append(line("CHAN_START", "a", ""), line("ANSWER", "a", ""));
        Ledger ledger = ledger();
        for (int turn = 0; turn < Affairs.TRIES; turn++) {
            ledger.catchUp();
            clock.advance(Duration.ofMinutes(1));
        }
        return ledger;
    }

    private Ledger ledger() throws IOException {
        return new Ledger(file(), folder.resolve("mark"), witness, affairs(), clock);
    }

    private Affairs affairs() throws IOException {
        return new Affairs(List.of(listener), HeldAffairs.of(folder), () -> databaseAnswers, clock);
    }

    private Path file() {
        return folder.resolve("cel.csv");
    }

    private void append(String... lines) throws IOException {
        Files.writeString(
                file(), String.join("\n", lines) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String line(String type, String channel, String extra) {
        return "\"%s\",\"1795451367.957515\",\"%s\",\"%s\",\"a, \"\"b\"\"\",\"s\",\"hotline\",\"\",\"\",\"\",\"\",\"%s\""
                .formatted(type, channel, channel, extra);
    }
}
