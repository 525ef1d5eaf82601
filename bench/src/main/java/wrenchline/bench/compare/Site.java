package wrenchline.bench.compare;

import java.util.List;
import java.util.stream.Collectors;
import wrenchline.bench.load.Machine;

/** A site file in which all publishing machines are two-post lifts, so that the detectors of that model watch them. */
final class Site {

    /** The model of all of them. */
    static final String MODEL = "two-post-lift";

    private static final String HEAD = """
            zone: Asia/Shanghai
            warrantyMonths: 36
            customers:
              - {id: bench, name: Bench, address: Bench, phones: ["13900000001"]}
            staff:
              - {id: e1, name: Engineer, role: engineer, phone: "13800000001"}
            shifts:
              - {name: day, from: "08:00", to: "20:00", order: [e1]}
              - {name: night, from: "20:00", to: "08:00", order: [e1]}
            equipment:
            """;

    private Site() {}

    static String of(List<Machine> machines) {
        int[] code = {100_000};
        return HEAD
                + machines.stream()
                        .map(machine -> """
              - {id: %1$s, phoneCode: "%2$d", names: {zh: %1$s, en: %1$s}, model: %3$s, serialNumber: %1$s, \
            customer: bench, site: bench, accepted: 2025-06-10, handedOver: 2025-06-13}
            """.formatted(machine.id(), code[0]++, MODEL))
                        .collect(Collectors.joining());
    }
}
