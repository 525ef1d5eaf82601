package wrenchline.hotline.asterisk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wrenchline.config.HotlineSettings;
import wrenchline.config.HotlineSettings.AsteriskSettings.Started;

/** The folder in which Asterisk runs: its configuration filled in from the templates, its spool, logs and control socket. */
final class RunFolder {

    private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z_]+)@");
    /** A control socket's path may not be longer than this; the system's limit is 107 bytes. */
    private static final int LONGEST_SOCKET_FOLDER = 80;

    private final HotlineSettings settings;
    private final Started started;
    private final Path run;

    RunFolder(HotlineSettings settings, Started started) {
        this.settings = settings;
        this.started = started;
        this.run = started.run().toAbsolutePath();
    }

    /** The file to start Asterisk with. */
    Path configuration() {
        return run.resolve("etc/asterisk.conf");
    }

    /** Where Asterisk keeps its control socket and its process id. */
    Path control() throws IOException {
        Path near = run.resolve("ctl");
        if (near.toString().length() <= LONGEST_SOCKET_FOLDER) {
            return Files.createDirectories(near);
        }
        String name = "wrenchline-" + Integer.toHexString(run.hashCode());
        Path far = Path.of(System.getProperty("java.io.tmpdir"), name);
        if (!Files.isDirectory(far)) {
            Files.createDirectory(
                    far, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return far;
    }

    /** Makes the folders and writes the configuration; tells whether anything in it is new. */
    boolean write() throws IOException {
        for (String folder :
                List.of("etc", "cache", "lib", "data/sounds", "spool", "log/cel-custom", "log/cdr-custom", "agi-bin")) {
            Files.createDirectories(run.resolve(folder));
        }
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
        for (String folder : List.of("calls", "callbacks", "fallback")) {
            Files.createDirectories(settings.recordings().toAbsolutePath().resolve(folder));
        }
        // Asterisk will not start without its own documentation.
        link("data/documentation", started.root().resolve("usr/share/asterisk/documentation"));
        link("data/sounds/zh", settings.prompts().resolve("zh"));
        link("data/sounds/en", settings.prompts().resolve("en"));
        boolean changed = false;
        for (Map.Entry<String, String> file : files().entrySet()) {
            changed |= writeIfNew(run.resolve("etc").resolve(file.getKey()), file.getValue());
        }
        return changed;
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> values = values();
        Map<String, String> files = new TreeMap<>();
        try (DirectoryStream<Path> templates = Files.newDirectoryStream(started.templates(), "*.conf")) {
            for (Path template : templates) {
                files.put(template.getFileName().toString(), fill(Files.readString(template), values));
            }
        }
        if (!settings.trunk().isEmpty()) {
            files.put("trunk.conf", """
                    [trunk](line)
                    identify_by=ip
                    context=nowhere
                    aors=trunk
                    [trunk]
                    type=aor
                    contact=sip:%s
                    """.formatted(settings.trunk()));
        }
        return files;
    }

    private Map<String, String> values() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("RUN", run.toString());
        values.put("CONTROL", control().toString());
        values.put("MODULES", modules().toString());
        values.put("RECORDINGS", settings.recordings().toAbsolutePath().toString());
        values.put("LONGEST_MESSAGE", Long.toString(settings.longestMessage().toSeconds()));
        values.put("NUMBER", settings.number());
        values.put("MOST_CALLS", Integer.toString(settings.bounds().calls()));
        values.put("SIP_HOST", settings.sipHost());
        values.put("SIP_PORT", Integer.toString(settings.sipPort()));
        values.put("TRUNK", settings.trunk());
        values.put("PHONE_PASSWORD", started.phonePassword().value());
        values.put("RTP_FIRST", Integer.toString(started.rtpFirst()));
        values.put("RTP_LAST", Integer.toString(started.rtpLast()));
        values.put("AGI_HOST", settings.agiHost());
        values.put("AGI_PORT", Integer.toString(settings.agiPort()));
        values.put("AMI_HOST", settings.amiHost());
        values.put("AMI_PORT", Integer.toString(settings.amiPort()));
        values.put("AMI_USER", settings.amiUser());
        values.put("AMI_SECRET", settings.amiSecret().value());
        values.put("AMI_PERMIT", "127.0.0.0/255.0.0.0");
        return values;
    }

    private Path modules() throws IOException {
        try (DirectoryStream<Path> libraries =
                Files.newDirectoryStream(started.root().resolve("usr/lib"), "*-linux-gnu")) {
            for (Path library : libraries) {
                Path modules = library.resolve("asterisk/modules");
                if (Files.isDirectory(modules)) {
                    return modules;
                }
            }
        }
        throw new IOException("looking for Asterisk's modules in " + started.root() + ": there are none");
    }

    static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("filling in " + match.group() + ": there is no such value");
            }
            // A semicolon begins a comment in Asterisk's files.
            return Matcher.quoteReplacement(value.replace(";", "\\;"));
        });
    }

    private void link(String name, Path target) throws IOException {
        Path link = run.resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target.toAbsolutePath());
    }

    static boolean writeIfNew(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return false;
        }
        Files.writeString(file, text);
        return true;
    }
}
