package wrenchline.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;

/** What the person who started the product sees. */
final class Console {

    private final PrintWriter out;
    private final long began = System.nanoTime();

    Console(PrintWriter out) {
        this.out = out;
    }

    /** A step of the start, with the time since its beginning. */
    void step(String what) {
        Duration since = Duration.ofNanos(System.nanoTime() - began);
        line("%5.1f s  %s".formatted(since.toMillis() / 1000.0, what));
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Shows each message that {@code messenger} took: without a provider the console is one of the places to read it. */
    Messenger showing(Messenger messenger) {
        return new Messenger() {
            @Override
            public String name() {
                return messenger.name();
            }

            @Override
            public boolean ready() {
                return messenger.ready();
            }

            @Override
            public Submission submit(Notice notice) {
                Submission submission = messenger.submit(notice);
                if (submission instanceof Submission.Accepted) {
                    show(notice);
                }
                return submission;
            }

            @Override
            public Lookup ask(Notice notice, List<String> ids) {
                return messenger.ask(notice, ids);
            }
        };
    }

    private void show(Notice notice) {
        line("SMS → " + notice.to() + ": " + notice.text());
    }
}
