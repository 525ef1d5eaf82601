package wrenchline.bench.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in a folder. */
record Folder(Path path) {

    /** Bytes by what the files are for: the ending of QuestDB's columns and their indices, else the name of the folder above. */
    Map<String, Long> bytes() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.groupingBy(this::purpose, TreeMap::new, Collectors.summingLong(Folder::size)));
        } catch (IOException e) {
            throw new UncheckedIOException("measuring " + path, e);
        }
    }

    private String purpose(Path file) {
        String way = path.relativize(file).toString();
        if (way.matches(".*/\\d{4}-\\d\\d-\\d\\d[^/]*/[^/]*")) {
            return file.getFileName().toString();
        }
        return way.contains("/wal") || way.contains("txn_seq") ? "log" : "symbols and such";
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("measuring " + file, e);
        }
    }
}
