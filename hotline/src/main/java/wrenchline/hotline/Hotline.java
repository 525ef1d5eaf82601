package wrenchline.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.HotlineSettings;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.core.call.Calls;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.desk.Transactions;
import wrenchline.core.duty.StaffId;
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
import wrenchline.hotline.callback.Survivors;
import wrenchline.hotline.callback.Telling;
import wrenchline.hotline.ivr.CallEnd;
import wrenchline.hotline.ivr.CallLog;
import wrenchline.hotline.ivr.Intake;
import wrenchline.hotline.ledger.Affairs;
import wrenchline.hotline.ledger.HeldAffairs;
import wrenchline.hotline.ledger.Ledger;
import wrenchline.hotline.ledger.SecondWitness;

/**
 * The hotline (热线). A call comes in by the dialplan to {@link CallScript}; callbacks go out by {@link OrderRunner} to
 * {@link StaffScript}; what really happened is read from the {@link Ledger}.
 */
public final class Hotline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hotline.class);

    /**
     * What the hotline works with.
     *
     * @param intake {@link wrenchline.core.desk.CallDesk#report}
     * @param telling {@link wrenchline.core.desk.CallbackDesk#tell}
     * @param survey whether customers are asked to rate the service after a callback
     * @param database its clock
     * @param complaints {@link wrenchline.core.desk.ComplaintDesk#take}
     */
    public record Desks(
            Transactions transactions,
            Calls calls,
            Intake intake,
            Telling telling,
            boolean survey,
            OtherClock database,
            BiPredicate<TicketId, TicketEvent> tickets,
            BiPredicate<ComplaintId, StaffId> complaints,
            InstantSource clock) {}

    private final HotlineSettings settings;
    private final Desks desks;
    private @Nullable AsteriskProcess asterisk;
    private @Nullable AmiExchange exchange;
    private @Nullable AgiServer agi;
    private @Nullable Ledger ledger;
    private @Nullable AmiWitness live;
    private @Nullable RegisteredTelephones register;
    private final SecondWitness witness = new SecondWitness();
    private @Nullable OrderRunner orders;
    private volatile @Nullable String trouble;

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

    /** Calls and attempts that could not be entered in the books; none when there is no telephone system. */
    public List<HeldAffairs.Held> held() {
        Optional<Path> run = settings.asterisk().folder();
        try {
            return run.isPresent() ? HeldAffairs.of(run.get()).list() : List.of();
        } catch (IOException trouble) {
            throw new UncheckedIOException("listing what is held in " + run.get(), trouble);
        }
    }

    private void open(Path run, @Nullable AsteriskProcess process) {
        try {
            Scripts scripts = new Scripts(settings, desks);
            Files.createDirectories(run);
            CallEnd end = new CallEnd(desks.calls(), desks.intake(), this::isCustomer, settings.recordings());
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
                    new Affairs(
                            List.of(callLog, attempts, legs),
                            HeldAffairs.of(run),
                            this::databaseAnswers,
                            desks.clock()),
                    desks.clock());
            Survivors survivors = new Survivors(desks.calls(), end, followed, desks.telling(), desks.clock());
            OrderRunner runner = new OrderRunner(
                    desks.transactions(),
                    desks.telling(),
                    connected,
                    scripts.guard(),
                    attempts,
                    survivors,
                    desks.clock());
            agi = AgiServer.start(settings.agiHost(), settings.agiPort(), scripts.byName(end));
            AmiWitness watching = new AmiWitness(settings, witness, desks.clock());
            live = watching;
            ledger = followed;
            exchange = connected;
            orders = runner;
            asterisk = process;
            if (process != null) {
                register = RegisteredTelephones.start(process, desks.transactions());
                process.start();
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

    private boolean isCustomer(String number) {
        return desks.transactions()
                .call(books -> books.register().byPhone(number).isPresent());
    }

    /** Whether it is not the database's fault when something cannot be written down. */
    private boolean databaseAnswers() {
        try {
            desks.calls().newest(1);
            return true;
        } catch (RuntimeException away) {
            LOG.debug("the database does not answer", away);
            return false;
        }
    }

    /** Stops taking and making calls; a process that was started here is stopped too. */
    @Override
    public void close() {
        close(orders);
        close(register);
        close(asterisk);
        close(agi);
        close(exchange);
        close(live);
        close(ledger);
    }

    /** Lets go of everything as if the product had been killed: Asterisk goes on by itself. For tests of the next start. */
    void abandon() {
        close(register);
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
