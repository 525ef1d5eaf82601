package wrenchline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to reach the product, from the {@code access.json} that it writes. */
public record Access(
        String http, String operatorToken, String mqttHost, int mqttPort, String username, String password) {

    static Access read(Path file) throws IOException {
        String text = Files.readString(file);
        String mqtt = text.substring(Math.max(0, text.indexOf("\"mqtt\"")));
        return new Access(
                field(text, "http", file),
                field(text, "operatorToken", file),
                field(mqtt, "host", file),
                Integer.parseInt(field(mqtt, "port", file)),
                field(mqtt, "username", file),
                field(mqtt, "password", file));
    }

    String mqttUrl() {
        return "tcp://" + mqttHost + ":" + mqttPort;
    }

    @Override
    public String toString() {
        return http + " and " + mqttUrl();
    }

    private static String field(String text, String name, Path file) throws IOException {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}\\s]*)").matcher(text);
        if (!matcher.find()) {
            throw new IOException(file + " has no " + name);
        }
        return matcher.group(1);
    }
}
