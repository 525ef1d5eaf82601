package wrenchline.hotline.audit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wrenchline.hotline.ledger.QuotedLine;

/**
 * What the telephone system itself wrote down: its call detail records (CDR, 话单), and how often each channel began (CEL).
 *
 * @param calls the calls that came in, with the caller's number, by the channel's id
 * @param attempts the channels that the product had dialled
 * @param beginnings how often each channel began
 * @param ends the channels whose end was written down; of one that lasts, or was cut off by a kill, there is no record either
 */
record TelephoneRecords(
        Map<String, Incoming> calls, Set<String> attempts, Map<String, Long> beginnings, Set<String> ends) {

    private static final int FIELDS = 15;
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    record Incoming(String caller, Instant began) {}

    /** Those in the folder in which Asterisk runs. */
    static TelephoneRecords in(Path run) throws IOException {
        Map<String, Incoming> calls = new LinkedHashMap<>();
        Set<String> attempts = new LinkedHashSet<>();
        for (List<String> record : lines(run.resolve("log/cdr-custom/cdr.csv"))) {
            String channel = record.get(1);
            if (record.size() == FIELDS && record.getFirst().equals(channel)) {
                if (channel.matches(UUID)) {
                    attempts.add(channel);
                } else {
                    calls.putIfAbsent(channel, new Incoming(record.get(3), began(record.get(8))));
                }
            }
        }
        List<List<String>> events = lines(run.resolve("log/cel-custom/cel.csv"));
        Map<String, Long> beginnings =
                channels(events, "CHAN_START").collect(groupingBy(channel -> channel, counting()));
        return new TelephoneRecords(
                calls, attempts, beginnings, channels(events, "CHAN_END").collect(toSet()));
    }

    private static Stream<String> channels(List<List<String>> events, String type) {
        return events.stream().filter(row -> row.getFirst().equals(type)).map(row -> row.get(3));
    }

    private static Instant began(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static List<List<String>> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            // A line torn by a power cut has too few.
            return lines.map(QuotedLine::fields)
                    .filter(fields -> fields.size() > 8)
                    .toList();
        }
    }
}
