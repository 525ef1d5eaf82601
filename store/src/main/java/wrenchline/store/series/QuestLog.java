package wrenchline.store.series;

import io.questdb.log.LogFactory;
import java.io.PrintStream;

/** QuestDB's own log, which would otherwise fill the console. */
final class QuestLog {

    private QuestLog() {}

    /** Lets only failures through. A system property {@code out} that somebody set for QuestDB stays in force. */
    static synchronized void quieten() {
        if (System.getProperty(LogFactory.CONFIG_SYSTEM_PROPERTY) != null) {
            return;
        }
        System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, "/questdb-log.conf");
        PrintStream console = System.err;
        // While it reads its configuration it says so on the console, and there is no setting against that.
        System.setErr(new PrintStream(console, true) {
            @Override
            public void println(String line) {
                if (!line.startsWith("Log configuration loaded")) {
                    super.println(line);
                }
            }
        });
        try {
            LogFactory.getInstance();
        } finally {
            System.setErr(console);
        }
    }
}
