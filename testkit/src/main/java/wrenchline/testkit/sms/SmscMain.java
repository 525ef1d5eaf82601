package wrenchline.testkit.sms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;

/** A short message centre for trying by hand: shows what it takes, tells at once that it was delivered, and sends what is typed. */
public final class SmscMain {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private SmscMain() {}

    /**
     * @param arguments the port, 2775 when left out. A line of the standard input is a number, a space and a text; {@code cut} breaks the
     *     connection, and a {@link Reaction} by its name is what is done from then on.
     */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 2775 : Integer.parseInt(arguments[0]);
        try (Smsc centre = Smsc.start(ServerSocketFactory.getDefault(), port);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("Short message centre on 127.0.0.1:" + centre.port());
            Thread.ofVirtual().start(() -> show(centre));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                obey(centre, line.strip());
            }
        }
    }

    private static void show(Smsc centre) {
        for (int shown = 0; ; shown++) {
            Submitted next = awaitNext(centre, shown);
            System.out.printf("← %s [%d/%d] %s%n", next.to(), next.segment(), next.segments(), next.text());
            Thread.ofVirtual().start(() -> centre.receipt(next, "DELIVRD").join());
        }
    }

    private static Submitted awaitNext(Smsc centre, int shown) {
        while (true) {
            List<Submitted> taken = centre.taken();
            if (taken.size() > shown) {
                return taken.get(shown);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private static void obey(Smsc centre, String line) {
        int space = line.indexOf(' ');
        if (line.equals("cut")) {
            centre.cut();
        } else if (space > 0) {
            String from = line.substring(0, space);
            String text = line.substring(space + 1);
            Thread.ofVirtual()
                    .start(() -> System.out.println(
                            "→ status " + centre.say(from, text).join()));
        } else if (!line.isEmpty()) {
            Reaction reaction = Reaction.valueOf(line);
            centre.react(submitted -> reaction);
        }
    }
}
