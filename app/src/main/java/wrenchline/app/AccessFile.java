package wrenchline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import wrenchline.config.HotlineSettings;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.config.Settings;

/** Writes {@code access.json}: how to reach what runs here, with its secrets, for its owner alone. */
record AccessFile(Path folder) {

    /** Replaces the file in one step. */
    Path write(Settings settings, int httpPort, int mqttPort) {
        Path file = folder.resolve("access.json");
        Path fresh = folder.resolve("access.json.new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, json(settings, httpPort, mqttPort));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unusable) {
            throw new UncheckedIOException("writing " + file, unusable);
        }
        return file;
    }

    private static String json(Settings settings, int httpPort, int mqttPort) {
        HotlineSettings hotline = settings.hotline();
        String phonePassword = hotline.asterisk() instanceof AsteriskSettings.Started started
                ? started.phonePassword().value()
                : "";
        return """
                {
                  "http": %s,
                  "operatorToken": %s,
                  "mqtt": {"host": %s, "port": %d, "username": %s, "password": %s},
                  "sip": {"host": %s, "port": %d, "hotline": %s, "phonePassword": %s, "trunk": %s}
                }
                """.formatted(
                        text("http://" + settings.http().host() + ":" + httpPort),
                        text(settings.http().operatorToken().value()),
                        text(settings.mqtt().host()),
                        mqttPort,
                        text(settings.mqtt().username()),
                        text(settings.mqtt().password().value()),
                        text(hotline.sipHost()),
                        hotline.sipPort(),
                        text(hotline.number()),
                        text(phonePassword),
                        text(hotline.trunk()));
    }

    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
