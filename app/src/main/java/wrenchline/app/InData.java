package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import wrenchline.config.Overrides;
import wrenchline.config.Settings;
import wrenchline.config.SettingsFile;
import wrenchline.store.sql.Database;

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

    /** The settings of the product whose data these are. */
    Settings settings() throws IOException {
        Home home = Home.here();
        return new SettingsFile(home.folder(), folder().toAbsolutePath(), new Overrides(Map.of(), System.getenv()))
                .read(home.config("wrenchline.yaml"));
    }

    /** Its database, beside the product if that runs. */
    Database database() throws IOException {
        return Database.join(settings().database(), Home.here().cache(), InstantSource.system());
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
