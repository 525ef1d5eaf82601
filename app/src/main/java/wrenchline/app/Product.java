package wrenchline.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.bench.FleetSimulator;
import wrenchline.config.ConfigFiles;
import wrenchline.config.ModelFiles;
import wrenchline.config.PolicyFile;
import wrenchline.config.RegisterMap;
import wrenchline.config.Settings;
import wrenchline.config.Site;
import wrenchline.config.SiteFile;
import wrenchline.config.SmsSettings;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.RosterDesk;
import wrenchline.core.detection.Ageing;
import wrenchline.core.detection.Diagnosis;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.notice.TicketLinks;
import wrenchline.core.promise.Policy;
import wrenchline.gateway.identity.OwnAuthority;
import wrenchline.store.sql.Database;

/** Everything that runs, started in order and stopped in the opposite one. */
final class Product implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Product.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Product() {}

    /** Starts what {@code options} ask for; what was started is stopped again when the rest cannot be. */
    static Product start(RunOptions options, Home home, DataFolder data, Console console) {
        Product product = new Product();
        try {
            product.start(options, options.settings(home, data.path()), home, console);
            return product;
        } catch (RuntimeException | Error failure) {
            product.close();
            throw failure;
        }
    }

    private void start(RunOptions options, Settings settings, Home home, Console console) {
        InstantSource clock = InstantSource.system();
        Map<String, EquipmentModel> models = ModelFiles.read(home.config("models"));
        Map<String, RegisterMap> registers = ModelFiles.registerMaps(home.config("models"));
        Ageing.Maker ageing = TrainedAgeing.maker(home.config("models"), models.values());
        Diagnosis.Maker diagnosis = TrainedDiagnosis.maker(home.config("models"), models.values());
        Policy policy = PolicyFile.read(options.policy(home));
        Texts texts = Texts.read(home.config("texts"));
        Path siteFile = options.site(home);
        Site site = siteFile == null ? null : SiteFile.read(siteFile, models.keySet());

        console.step("database and telemetry history");
        // Each takes seconds, and neither needs the other.
        var opening = CompletableFuture.supplyAsync(() -> Histories.open(settings.history()), Product::onItsOwn);
        Database database = keep(Database.open(settings.database(), home.cache(), clock));
        Histories.Opened history = join(opening);
        keep(history.end());
        HealthBoard health = new HealthBoard();
        health.watch("database", true, database::answers);
        health.watch("history", true, history.readings()::answers);

        Policy inForce = database.transactions().call(books -> books.policies().enter(policy, clock.instant()));
        if (!inForce.version().equals(policy.version())) {
            LOG.warn("policy.yaml was changed under the same version: its promises name it {}", inForce.version());
        }
        Desk desk = new Desk(database.transactions(), clock, inForce, texts, models, links(settings.sms()));
        if (site != null) {
            console.step("site " + siteFile);
            enter(site, desk);
        }

        if (options.has(Role.GATEWAY)) {
            keep(RetentionSweep.start(history.readings(), database.retention(), settings.keep(), clock, health));
        }

        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        keep(() -> vertx.close().await());
        Parts shared = new Parts(
                settings,
                database,
                history.readings(),
                new PromptReadings(history.readings()),
                desk,
                new OwnAuthority(settings.data().resolve("pki"), settings.mqtt().tlsNames(), clock),
                vertx,
                keep(new ShortMessages(settings.sms(), desk, console)),
                health,
                console,
                new ArrayList<>(),
                this::keep);
        int mqttPort = options.has(Role.GATEWAY)
                ? new GatewayRole(shared, registers, ageing, diagnosis).start()
                : settings.mqtt().port();
        if (options.has(Role.HOTLINE)) {
            new HotlineRole(shared).start();
        }
        if (options.has(Role.DESK)) {
            new DeskRole(shared).start();
        }
        int httpPort = options.has(Role.DASHBOARD)
                ? new DashboardRole(shared, new ConfigFiles(options.policy(home), home.config("models"))).start()
                : settings.http().port();
        keep(Repeating.start("health", Duration.ofSeconds(1), health::look));

        Path access = new AccessFile(settings.data()).write(settings, httpPort, mqttPort);
        new Addresses(settings, httpPort, mqttPort, access).tell(console, options.roles(), health);
        if (options.demo()) {
            console.step("fourteen simulated machines");
            FleetSimulator fleet = keep(new FleetSimulator(home.config("demo/telemetry"), clock));
            if (site != null) {
                answerPolls(fleet, site, registers);
            }
            fleet.start(
                    settings.mqtt().host(),
                    mqttPort,
                    settings.mqtt().username(),
                    settings.mqtt().password().value());
        }
    }

    /** At the address that the sample site names, as a controller of one's own would stand there. */
    private static void answerPolls(FleetSimulator fleet, Site site, Map<String, RegisterMap> registers) {
        for (Equipment equipment : site.equipment()) {
            RegisterMap map = registers.getOrDefault(equipment.model(), RegisterMap.NONE);
            if (equipment.fieldbus() instanceof Fieldbus.ModbusTcp address && !map.isEmpty()) {
                fleet.answer(map, address.port());
            }
        }
    }

    private static TicketLinks links(SmsSettings sms) {
        return new TicketLinks(sms.page(), sms.linkSecret().value().getBytes(StandardCharsets.UTF_8), sms.linkLife());
    }

    private static void enter(Site site, Desk desk) {
        new RosterDesk(desk).replace(site.roster());
        desk.transactions().run(books -> {
            site.customers().forEach(books.register()::put);
            site.equipment().forEach(books.register()::put);
            // A change of coverage is told to after-sales (变更通知售后).
            books.coverages()
                    .enter(site.coverage())
                    .forEach(line -> LOG.info(
                            "coverage of {} in {}: {} from {} on, {}",
                            line.component(),
                            line.model(),
                            line.term(),
                            line.since(),
                            line.reference()));
        });
    }

    private static void onItsOwn(Runnable work) {
        Thread.ofPlatform().name("start").start(work);
    }

    private static <T> T join(CompletableFuture<T> opening) {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("stopping {}", part, failure);
            }
        }
    }
}
