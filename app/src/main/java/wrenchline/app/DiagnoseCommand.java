package wrenchline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wrenchline.prediction.diagnosis.ComponentDiagnosis;
import wrenchline.prediction.diagnosis.Cycle;
import wrenchline.prediction.diagnosis.CycleFolder;
import wrenchline.prediction.diagnosis.Cycles;
import wrenchline.prediction.diagnosis.Finding;

/** The condition of the components (部件诊断) of a hydraulic power unit. */
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        description = {
            "Tell the condition of cooler, valve, pump and accumulator at each cycle, each cycle by itself.",
            "Folders are as the hydraulic rig (UCI 447) has them: a text file per sensor, compressed or not, one cycle a line; "
                    + "profile.txt, in the folder to learn from, has the conditions.",
            "Writes one line a cycle, without a head: cooler,valve,pump,accumulator."
        })
final class DiagnoseCommand implements Callable<Integer> {

    private static final int SENSORS_TOLD = 3;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Origin<ComponentDiagnosis> origin;

    @Option(names = "--test", paramLabel = "DIR", required = true, description = "The cycles to diagnose.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path test;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write the conditions.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--evidence",
            description = "Add after each value its probability and the sensors that mattered, apart by blanks.")
    private boolean evidence;

    @Override
    public Integer call() throws IOException {
        ComponentDiagnosis diagnosis =
                origin.model(ComponentDiagnosis.KIND, TrainCommand::diagnosis, ComponentDiagnosis::read);
        Cycles measured = CycleFolder.measured(test, diagnosis.sensors());
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(out))) {
            for (Cycle cycle : measured.cycles()) {
                lines.println(diagnosis.diagnose(cycle).stream().map(this::told).collect(Collectors.joining(",")));
            }
        }
        return 0;
    }

    private String told(Finding finding) {
        if (!evidence) {
            return String.valueOf(finding.value());
        }
        String sensors = finding.sensors().stream()
                .limit(SENSORS_TOLD)
                .map(Finding.Share::sensor)
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "%d,%.3f,%s", finding.value(), finding.probability(), sensors);
    }
}
