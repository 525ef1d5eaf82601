package wrenchline.bench.foresight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A home for the product with one model for each set of channels, and a site with the machines of the data set. */
final class BenchHome {

    private static final String SITE = """
            zone: UTC
            warrantyMonths: 36
            customers:
              - {id: bench, name: bench, address: bench, phones: []}
            staff: []
            shifts: []
            equipment:
            """;

    private BenchHome() {}

    /**
     * Makes it in {@code folder} from the product's own; returns the site's file.
     *
     * @param after how much running the learned detectors must have seen; none where they are compared with the command, which knows no
     *     coldness beyond that of the watch itself
     */
    static Path make(Path product, Path folder, List<Run> runs, Duration after) throws IOException {
        copy(product.resolve("config"), folder.resolve("config"));
        Path models = folder.resolve("config/models");
        Map<List<String>, String> byChannels = new LinkedHashMap<>();
        for (Run run : runs) {
            byChannels.computeIfAbsent(run.channels(), _ -> "bench-" + byChannels.size());
        }
        for (Map.Entry<List<String>, String> model : byChannels.entrySet()) {
            Files.writeString(
                    models.resolve(model.getValue() + ".yaml"), model(model.getValue(), model.getKey(), after));
        }
        Path site = folder.resolve("site.yaml");
        String machines = runs.stream()
                .map(run -> machine(run.machine(), byChannels.getOrDefault(run.channels(), "")))
                .collect(Collectors.joining());
        Files.writeString(site, SITE + machines);
        return site;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String model(String id, List<String> channels, Duration after) {
        return "id: %s\nnames: {zh: 基准, en: Bench}\nmetrics:\n%slimits: []\nforesight:\n  learned: {after: %ds, every: 1s}\n"
                .formatted(
                        id,
                        channels.stream()
                                .map(channel ->
                                        "  - {id: %1$s, unit: '-', names: {zh: %1$s, en: %1$s}}\n".formatted(channel))
                                .collect(Collectors.joining()),
                        after.toSeconds());
    }

    private static String machine(String id, String model) {
        return """
                  - id: '%1$s'
                    phoneCode: ""
                    names: {zh: '%1$s', en: '%1$s'}
                    model: %2$s
                    serialNumber: "-"
                    customer: bench
                    site: bench
                    accepted: 2024-01-01
                    handedOver: 2024-01-01
                """.formatted(id, model);
    }
}
