package wrenchline.hotline.asterisk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.GosubCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.reply.AgiReply;
import wrenchline.hotline.ivr.HungUp;
import wrenchline.hotline.ivr.Line;

/** A line behind FastAGI. */
final class AgiLine implements Line {

    private static final char SEPARATOR = '/';

    private final AgiRequest request;
    private final AgiChannel channel;
    /** What the dead man's switch is wound up to with each question. */
    private Duration step = Duration.ZERO;

    /** It was, and nothing happened since. */
    private boolean wound;

    AgiLine(AgiRequest request, AgiChannel channel) {
        this.request = request;
        this.channel = channel;
    }

    @Override
    public String channel() {
        return request.getUniqueId();
    }

    @Override
    public String caller() {
        return Objects.requireNonNullElse(request.getCallerIdNumber(), "");
    }

    @Override
    public String dialled() {
        return Objects.requireNonNullElse(request.getExtension(), "");
    }

    @Override
    public String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    @Override
    public void answer() throws HungUp {
        execute("Answer");
    }

    @Override
    public void language(String language) throws HungUp {
        set("CHANNEL(language)", language);
    }

    @Override
    public void aliveFor(Duration time) throws HungUp {
        if (!wound || !time.equals(step)) {
            set("TIMEOUT(absolute)", Long.toString(time.toSeconds()));
            step = time;
            wound = true;
        }
    }

    @Override
    public void play(List<String> prompts) throws HungUp {
        execute("Playback", String.join("&", prompts));
    }

    @Override
    public String ask(List<String> prompts, int most, Duration patience) throws HungUp {
        // Option e: a lone # is told apart from silence. One attempt: the script counts its own tries.
        String seconds = String.format(Locale.ROOT, "%.1f", patience.toMillis() / 1000.0);
        execute("Read", "KEYS", String.join("&", prompts), Integer.toString(most), "e", "1", seconds);
        return variable("KEYS");
    }

    @Override
    public void record(Path file, Duration longest) throws HungUp {
        // Option k: what was said before the caller hung up is kept.
        execute("Record", file.toString(), "5", Long.toString(longest.toSeconds()), "k");
        if (variable("RECORD_STATUS").equals("HANGUP")) {
            throw new HungUp(channel());
        }
    }

    @Override
    public DialStatus connect(String number, Duration ringFor, String language, Path file, boolean survey)
            throws HungUp {
        return isNumber(number)
                ? dial("connect", number, ringFor, language, file, survey ? "1" : "0")
                : DialStatus.CHANUNAVAIL;
    }

    @Override
    public DialStatus connectLive(List<Extension> staff, Duration ringFor, Path file) throws HungUp {
        String lines = staff.stream()
                .filter(extension -> isNumber(extension.number()))
                .map(extension -> "Local/%s-%s@ring-live/n".formatted(extension.number(), extension.language()))
                .collect(Collectors.joining("&"));
        return lines.isEmpty() ? DialStatus.CHANUNAVAIL : dial("connect-live", lines, ringFor, "zh", file, "0");
    }

    private static boolean isNumber(String number) {
        return number.matches("\\d{2,20}");
    }

    private DialStatus dial(String context, String lines, Duration ringFor, String language, Path file, String survey)
            throws HungUp {
        send(new GosubCommand(
                context, "s", "1", lines, Long.toString(ringFor.toSeconds()), language, file.toString(), survey));
        return switch (variable("DIALSTATUS")) {
            case "ANSWER" -> DialStatus.ANSWER;
            case "BUSY" -> DialStatus.BUSY;
            case "NOANSWER" -> DialStatus.NOANSWER;
            case "CANCEL" -> DialStatus.CANCEL;
            case "CONGESTION" -> DialStatus.CONGESTION;
            default -> DialStatus.CHANUNAVAIL;
        };
    }

    private void execute(String application, String... arguments) throws HungUp {
        AgiReply reply = send(new ExecCommand(application, arguments));
        if (reply.getResultCode() == -2) {
            throw new IllegalStateException("executing " + application + ": Asterisk has no such application");
        }
        if (reply.getResultCode() == -1) {
            throw new HungUp(channel());
        }
    }

    private void set(String name, String value) throws HungUp {
        send(new SetVariableCommand(name, value));
    }

    /** Winds up the dead man's switch by the same command: each is a trip to Asterisk and back. */
    private String variable(String name) throws HungUp {
        String wind = "${SET(TIMEOUT(absolute)=" + step.toSeconds() + ")}";
        try {
            String both = channel.getFullVariable(wind + SEPARATOR + "${" + name + "}");
            wound = true;
            return both == null ? "" : both.substring(both.indexOf(SEPARATOR) + 1);
        } catch (AgiException gone) {
            throw new HungUp(channel());
        }
    }

    private AgiReply send(AgiCommand command) throws HungUp {
        wound = false;
        try {
            return channel.sendCommand(command);
        } catch (AgiException gone) {
            throw new HungUp(channel());
        }
    }
}
