package wrenchline.hotline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.HotlineSettings;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.core.call.Calls;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.evidence.OtherClock;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.hotline.asterisk.AgiServer;
import wrenchline.hotline.asterisk.AmiExchange;
import wrenchline.hotline.asterisk.AmiWitness;
import wrenchline.hotline.asterisk.AsteriskProcess;
import wrenchline.hotline.asterisk.Standing;
import wrenchline.hotline.callback.AttemptLog;
import wrenchline.hotline.callback.LegProof;
import wrenchline.hotline.callback.OrderRunner;
import wrenchline.hotline.callback.StaffScript;
import wrenchline.hotline.callback.Survivors;
import wrenchline.hotline.callback.Telling;
import wrenchline.hotline.callback.TicketScript;
import wrenchline.hotline.guard.DialGuard;
import wrenchline.hotline.ivr.CallEnd;
import wrenchline.hotline.ivr.CallLog;
import wrenchline.hotline.ivr.CallScript;
import wrenchline.hotline.ivr.Directory;
import wrenchline.hotline.ivr.Intake;
import wrenchline.hotline.ivr.LiveConnection;
import wrenchline.hotline.ivr.SpokenNames;
import wrenchline.hotline.ledger.Ledger;
import wrenchline.hotline.ledger.SecondWitness;

/**
 * The hotline (热线). A call comes in by the dialplan to {@link CallScript}; callbacks go out by {@link OrderRunner} to
 * {@link StaffScript}; what really happened is read from the {@link Ledger}.
 */
public final class Hotline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hotline.class);
    private static final Duration REGISTER_PAUSE = Duration.ofSeconds(5);

    /**
     * What the hotline works with.
     *
     * @param intake {@link wrenchline.core.desk.CallDesk#report}
     * @param telling {@link wrenchline.core.desk.CallbackDesk#tell}
     * @param survey whether customers are asked to rate the service after a callback
     * @param database its clock
     */
    public record Desks(
            Transactions transactions,
            Calls calls,
            Intake intake,
            Telling telling,
            boolean survey,
            OtherClock database,
            BiPredicate<TicketId, TicketEvent> tickets,
            InstantSource clock) {}

    private final HotlineSettings settings;
    private final Desks desks;
    private @Nullable AsteriskProcess asterisk;
    private @Nullable AmiExchange exchange;
    private @Nullable AgiServer agi;
    private @Nullable Ledger ledger;
    private @Nullable AmiWitness live;
    private final SecondWitness witness = new SecondWitness();
    private @Nullable OrderRunner orders;
    private volatile @Nullable String trouble;
    private volatile boolean closing;

    private Hotline(HotlineSettings settings, Desks desks) {
        this.settings = settings;
        this.desks = desks;
    }

    /** Starts the hotline. When it cannot be had, {@link #standing} says why, and nothing is thrown. */
    public static Hotline start(HotlineSettings settings, Desks desks) {
        Hotline hotline = new Hotline(settings, desks);
        switch (settings.asterisk()) {
            case AsteriskSettings.Missing(String reason) -> hotline.trouble = reason;
            case AsteriskSettings.Running(Path run) -> hotline.open(run, null);
            case AsteriskSettings.Started started ->
                hotline.open(started.run(), new AsteriskProcess(settings, started));
        }
        return hotline;
    }

    /** Whether calls are taken and made, and if not, why. */
    public Standing standing() {
        String known = trouble;
        if (known != null) {
            return new Standing.Down(known);
        }
        AsteriskProcess process = asterisk;
        if (process != null && process.standing() instanceof Standing.Down down) {
            return down;
        }
        AmiExchange connected = exchange;
        return connected != null && connected.connection() > 0
                ? new Standing.Up()
                : new Standing.Down("Asterisk's manager interface cannot be reached: "
                        + (connected == null ? "not started" : connected.trouble()));
    }

    /** Who saw how many of the channel events. */
    public SecondWitness.Tally witnesses() {
        return witness.tally();
    }

    private void open(Path run, @Nullable AsteriskProcess process) {
        try {
            Files.createDirectories(run);
            CallEnd end = new CallEnd(desks.calls(), desks.intake(), settings.recordings());
            CallLog callLog = new CallLog(desks.calls(), end);
            AmiExchange connected = new AmiExchange(settings);
            LegProof legs = new LegProof(
                    desks.transactions(), desks.calls(), List.of(desks.database(), connected), desks.clock());
            AttemptLog attempts =
                    new AttemptLog(desks.transactions(), desks.telling(), settings.recordings(), desks.clock());
            Ledger followed = new Ledger(
                    run.resolve("log/cel-custom/cel.csv"),
                    run.resolve("cel.mark"),
                    witness,
                    List.of(callLog, attempts, legs),
                    desks.clock());
            Survivors survivors = new Survivors(desks.calls(), end, followed, desks.telling(), desks.clock());
            OrderRunner runner = new OrderRunner(
                    desks.transactions(), desks.telling(), connected, guard(), attempts, survivors, desks.clock());
            agi = AgiServer.start(
                    settings.agiHost(),
                    settings.agiPort(),
                    Map.of(
                            "call", callScript(end),
                            "callback", staffScript(),
                            "ticket", new TicketScript(desks.tickets())));
            AmiWitness watching = new AmiWitness(settings, witness, desks.clock());
            live = watching;
            ledger = followed;
            exchange = connected;
            orders = runner;
            asterisk = process;
            if (process != null) {
                process.telephones(numbers());
                process.start();
                Thread.ofVirtual().name("telephones").start(() -> followRegister(process));
            }
            followed.start();
            connected.start();
            watching.start();
            runner.start();
        } catch (IOException problem) {
            trouble = String.valueOf(problem.getMessage());
            LOG.warn("the hotline is down: {}", trouble);
        }
    }

    private CallScript callScript(CallEnd end) {
        LiveConnection live = new LiveConnection(desks.transactions(), guard(), settings.recordings(), desks.clock());
        return new CallScript(
                desks.calls(),
                end,
                live,
                new Directory(desks.transactions(), desks.calls()),
                new SpokenNames(settings.prompts()),
                settings.longestMessage(),
                desks.clock());
    }

    private StaffScript staffScript() {
        return new StaffScript(
                desks.transactions(), desks.telling(), guard(), settings.recordings(), desks.survey(), desks.clock());
    }

    private DialGuard guard() {
        HotlineSettings.Bounds bounds = settings.bounds();
        var limits = new DialGuard.Limits(bounds.dials(), bounds.staffDials());
        return new DialGuard(desks.transactions(), desks.calls(), limits, desks.clock());
    }

    /** Keeps the telephones that may register in step with the register and the roster. */
    private void followRegister(AsteriskProcess process) {
        while (!closing) {
            try {
                Thread.sleep(REGISTER_PAUSE);
                process.telephones(numbers());
            } catch (InterruptedException closed) {
                return;
            } catch (IOException | RuntimeException problem) {
                LOG.warn("looking for new telephone numbers: {}", problem.getMessage());
            }
        }
    }

    private Set<String> numbers() {
        return desks.transactions().call(Hotline::numbers);
    }

    private static Set<String> numbers(Books books) {
        Set<String> numbers = new TreeSet<>();
        books.register().customers().forEach(customer -> numbers.addAll(customer.phones()));
        books.rosters().current().staff().forEach(member -> numbers.add(member.phone()));
        Set<String> dialled = new TreeSet<>();
        numbers.forEach(number -> dialled.add(PhoneNumber.normalise(number)));
        return dialled;
    }

    /** Stops taking and making calls; a process that was started here is stopped too. */
    @Override
    public void close() {
        closing = true;
        close(orders);
        close(asterisk);
        close(agi);
        close(exchange);
        close(live);
        close(ledger);
    }

    /** Lets go of everything as if the product had been killed: Asterisk goes on by itself. For tests of the next start. */
    void abandon() {
        closing = true;
        AgiServer server = agi;
        if (server != null) {
            server.abandon();
        }
        close(orders);
        close(exchange);
        close(live);
        close(ledger);
        AsteriskProcess process = asterisk;
        if (process != null) {
            process.abandon();
        }
    }

    private static void close(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception problem) {
            LOG.warn("stopping the hotline", problem);
        }
    }
}
