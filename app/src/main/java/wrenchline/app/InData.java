package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What commands about a product have in common: in which data folder it is, the way to it, and where to answer. */
final class InData {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The data folder. Default: var.")
    private @Nullable Path data;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** @throws IllegalStateException when there is none */
    Path folder() {
        Path folder = data == null ? Home.here().folder().resolve("var") : data;
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("there is no data folder " + folder);
        }
        return folder;
    }

    /** The product that runs in it. */
    RunningApi product() {
        return RunningApi.in(folder());
    }

    /** A request of the person who gives the command. */
    static JsonObject by() {
        return new JsonObject().put("by", System.getProperty("user.name", ""));
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Says it; the exit code of a command that is done. */
    int say(String line) {
        out().println(line);
        return done();
    }

    int done() {
        out().flush();
        return 0;
    }
}
