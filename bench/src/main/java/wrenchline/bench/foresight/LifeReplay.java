package wrenchline.bench.foresight;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the scores of remaining life hold for the product: a model is trained by the command on nine engines of ten, the others fly under
 * the product to their failure, a cycle an hour. Told is how many cycles ahead each has its ticket, and whether the command predicts the
 * same for an engine whose file ends there.
 */
public final class LifeReplay {

    private static final int HELD_OUT = 10;
    private static final int SETTINGS = 3;
    private static final int EARLIEST = 40;
    private static final int LATEST = 20;
    private static final double ROUNDED = 0.006;

    private LifeReplay() {}

    /** {@code main FOLDER SPEED PRODUCT-HOME BENCH-FOLDER COMMAND...}; the product's home is in the bench folder. */
    @SuppressWarnings("SystemOut") // what it is for
    public static void main(String[] arguments) throws Exception {
        Path product = Path.of(arguments[2]);
        Path folder = Path.of(arguments[3]);
        List<String> command = Arrays.asList(arguments).subList(4, arguments.length);
        System.out.printf(
                "%-12s %8s %8s %8s %8s %8s %24s%n",
                "set", "engines", "in time", "early", "late", "never", "as the command predicts");
        for (Path file : DataSet.files(Path.of(arguments[0]), "train_FD")) {
            List<Run> engines = EngineFile.read(file);
            String set = DataSet.stem(file);
            Path place = Files.createDirectories(folder.resolve(set));
            List<Run> unseen = every(engines, true);
            Path site = BenchHome.make(product, folder.resolve("home"), unseen, Duration.ZERO);
            Path models = folder.resolve("home/config/models");
            EngineFile.write(place.resolve("seen.txt"), every(engines, false), Map.of());
            Path model = models.resolve("engine.life");
            run(command, place, "train", "life", "--data", place.resolve("seen.txt"), "--out", model);
            watchAgeing(models.resolve("bench-0.yaml"), unseen.getFirst().channels());
            try (ReplayedProduct replayed = new ReplayedProduct(command, place, site);
                    HttpClient http = HttpClient.newHttpClient()) {
                replayed.publish(unseen, Double.parseDouble(arguments[1]));
                Map<String, Tickets.Ending> endings = endings(unseen, new Tickets(http, replayed.access()));
                print(set, unseen, endings, predicted(command, place, model, unseen, endings));
            }
        }
    }

    private static List<Run> every(List<Run> engines, boolean heldOut) {
        return IntStream.range(0, engines.size())
                .filter(index -> (index % HELD_OUT == 0) == heldOut)
                .mapToObj(engines::get)
                .toList();
    }

    private static void watchAgeing(Path model, List<String> channels) throws IOException {
        String plain = Files.readString(model);
        Files.writeString(
                model,
                plain.substring(0, plain.indexOf("foresight:"))
                        + "foresight:\n  ageing:\n    - {part: engine, names: {zh: 发动机, en: Engine}, model: engine.life, cycle: 1h,"
                        + " alarm: 30,\n       settings: [" + String.join(", ", channels.subList(0, SETTINGS))
                        + "],\n       sensors: [" + String.join(", ", channels.subList(SETTINGS, channels.size()))
                        + "]}\n");
    }

    private static Map<String, Tickets.Ending> endings(List<Run> engines, Tickets tickets) throws Exception {
        Map<String, Tickets.Ending> endings = new HashMap<>();
        for (Run engine : engines) {
            Optional<Tickets.Ending> ending = tickets.endingOf(engine.machine());
            ending.ifPresent(found -> endings.put(engine.machine(), found));
        }
        return endings;
    }

    /** What the command says of the engines whose files end at their tickets. */
    private static Map<String, Double> predicted(
            List<String> command, Path place, Path model, List<Run> engines, Map<String, Tickets.Ending> endings)
            throws Exception {
        List<Run> told = engines.stream()
                .filter(engine -> endings.containsKey(engine.machine()))
                .toList();
        Map<String, Integer> known = new HashMap<>();
        endings.forEach((machine, ending) -> known.put(machine, EngineFile.cycle(ending.at()) - 1));
        EngineFile.write(place.resolve("ended.txt"), told, known);
        Path out = place.resolve("life.txt");
        run(command, place, "life", "--model", model, "--test", place.resolve("ended.txt"), "--out", out);
        List<String> lines = Files.readAllLines(out);
        Map<String, Double> predicted = new HashMap<>();
        for (int engine = 0; engine < told.size(); engine++) {
            predicted.put(
                    told.get(engine).machine(), Double.valueOf(lines.get(engine).split(",", -1)[1]));
        }
        return predicted;
    }

    private static void run(List<String> command, Path place, Object... arguments) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.add("foresight");
        Arrays.stream(arguments).map(Object::toString).forEach(whole::add);
        Path log = place.resolve("command.log");
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("running " + whole + ": " + Files.readString(log));
        }
    }

    @SuppressWarnings("SystemOut") // what it is for
    private static void print(
            String set, List<Run> engines, Map<String, Tickets.Ending> endings, Map<String, Double> predicted) {
        int early = 0;
        int late = 0;
        int agree = 0;
        for (Run engine : engines) {
            Tickets.Ending ending = endings.get(engine.machine());
            if (ending != null) {
                int left = engine.rows().size() - (EngineFile.cycle(ending.at()) - 1);
                early += left > EARLIEST ? 1 : 0;
                late += left < LATEST ? 1 : 0;
                Double told = predicted.get(engine.machine());
                agree += told != null && Math.abs(told - ending.cycles()) < ROUNDED ? 1 : 0;
            }
        }
        System.out.printf(
                "%-12s %8d %8d %8d %8d %8d %24d%n",
                set,
                engines.size(),
                endings.size() - early - late,
                early,
                late,
                engines.size() - endings.size(),
                agree);
    }
}
