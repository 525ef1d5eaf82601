package wrenchline.bench.desk;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import wrenchline.config.ModelFiles;
import wrenchline.config.PolicyFile;
import wrenchline.config.SiteFile;
import wrenchline.config.Texts;
import wrenchline.core.desk.Desk;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Warranty;

/** Prints what the desk costs, beside a limit that is measured in the same run. */
public final class DeskCost {

    private static final CustomerId CUSTOMER = new CustomerId("sample");

    private DeskCost() {}

    /** Arguments: HOME FOLDER CACHE TICKETS FILLED PROMISES. */
    @SuppressWarnings("SystemOut") // a table for a person
    public static void main(String[] arguments) throws Exception {
        Path config = Path.of(arguments[0]).resolve("config");
        int tickets = Integer.parseInt(arguments[3]);
        var models = ModelFiles.read(config.resolve("models"));
        try (OwnDatabase own = OwnDatabase.open(Path.of(arguments[1]), Path.of(arguments[2]))) {
            Desk desk = new Desk(
                    own.database().transactions(),
                    InstantSource.system(),
                    PolicyFile.read(config.resolve("policy.yaml")),
                    Texts.read(config.resolve("texts")),
                    models);
            desk.transactions()
                    .run(books -> books.rosters()
                            .replace(SiteFile.read(config.resolve("demo/site.yaml"), models.keySet())
                                    .roster()));
            register(desk, "warm1-", tickets / 4);
            register(desk, "warm4-", tickets / 4);
            register(desk, "machine1-", tickets);
            register(desk, "machine4-", tickets);
            register(desk, "filled1-", tickets);
            register(desk, "filled4-", tickets);
            TicketRate rate = new TicketRate(own, desk);
            rate.measure("warm", tickets / 4);
            rate.measure("machine", tickets);
            int filled = Integer.parseInt(arguments[4]);
            int promises = Integer.parseInt(arguments[5]);
            int open = new FilledDesk(own).fill(filled, promises);
            System.out.printf("%nNow among %,d tickets, %,d of them open with %,d promises%n", filled, open, promises);
            rate.measure("filled", tickets);
            new SweepCost(own, desk).measure();
        }
    }

    private static void register(Desk desk, String prefix, int count) {
        desk.transactions().run(books -> {
            books.register().put(new Customer(CUSTOMER, "Sample", "", "zh", List.of()));
            for (int index = 0; index < count; index++) {
                EquipmentId id = new EquipmentId(prefix + index);
                var day = LocalDate.of(2026, 1, 1);
                books.register()
                        .put(Equipment.reporting(
                                id,
                                "",
                                new Names("样机", "Sample"),
                                "two-post-lift",
                                "S-" + id,
                                CUSTOMER,
                                "A",
                                new Warranty(day, day, Period.ofMonths(36))));
            }
        });
    }
}
