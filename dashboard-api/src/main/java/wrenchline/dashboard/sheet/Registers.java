package wrenchline.dashboard.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.RosterDesk;
import wrenchline.core.desk.Transactions;

/** Takes the registers out, and lets files in: all of a file or nothing. */
public final class Registers {

    private final Transactions transactions;
    private final Map<String, Register<?>> registers;

    public Registers(Desk desk) {
        this.transactions = desk.transactions();
        Set<String> models = desk.models().keySet();
        this.registers = Map.of(
                "customers", new CustomerRegister(),
                "equipment", new EquipmentSheet(models),
                "parts", new PartSheet(models),
                "roster", new RosterSheet(new RosterDesk(desk), models));
    }

    /**
     * What became of a file.
     *
     * @param added how many lines are about something new
     * @param changed how many lines say something else than the register does
     * @param faults what is wrong, with the line; the file is entered only when there are none
     */
    public record Outcome(int lines, int added, int changed, List<Fault> faults, boolean entered) {
        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    /** The register {@code name} as a table. */
    public Sheet out(String name) {
        return out(register(name));
    }

    private <T> Sheet out(Register<T> register) {
        List<T> all = transactions.call(register::all);
        List<Sheet.Line> lines = new ArrayList<>();
        all.forEach(one -> lines.add(new Sheet.Line(lines.size() + 2, register.write(one))));
        return new Sheet(register.columns(), lines);
    }

    /** Enters {@code sheet} into the register {@code name}, or with {@code dryRun} only tells what would come of it. */
    public Outcome in(String name, Sheet sheet, boolean dryRun) {
        return in(register(name), sheet, dryRun);
    }

    private <T> Outcome in(Register<T> register, Sheet sheet, boolean dryRun) {
        List<Fault> faults = new ArrayList<>(headerFaults(register, sheet));
        if (!faults.isEmpty()) {
            return new Outcome(sheet.rows().size(), 0, 0, faults, false);
        }
        return transactions.call(books -> {
            List<Fault> wrong = new ArrayList<>();
            List<T> read = read(register, sheet, books, wrong);
            Map<String, List<String>> before = register.all(books).stream()
                    .collect(Collectors.toMap(register::key, register::write, (first, second) -> first));
            int added = 0;
            int changed = 0;
            for (T one : read) {
                List<String> known = before.get(register.key(one));
                added += known == null ? 1 : 0;
                changed += known != null && !known.equals(register.write(one)) ? 1 : 0;
            }
            boolean enter = wrong.isEmpty() && !dryRun;
            if (enter) {
                register.enter(books, read);
            }
            return new Outcome(sheet.rows().size(), added, changed, wrong, enter);
        });
    }

    private static <T> List<T> read(Register<T> register, Sheet sheet, Books books, List<Fault> wrong) {
        List<T> all = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Sheet.Line row : sheet.rows()) {
            Cells cells = new Cells(row.number(), values(sheet.header(), row));
            T one = register.read(cells, books);
            Integer other = lines.putIfAbsent(register.key(one), row.number());
            if (other != null) {
                cells.wrong("", "the same as line " + other);
            }
            if (row.values().size() > sheet.header().size()) {
                cells.wrong("", "more values than columns");
            }
            wrong.addAll(cells.faults());
            all.add(one);
        }
        wrong.addAll(register.together(all, lines));
        return all;
    }

    private static List<Fault> headerFaults(Register<?> register, Sheet sheet) {
        Set<String> missing = new HashSet<>(register.columns());
        missing.removeAll(register.optional());
        sheet.header().forEach(missing::remove);
        Function<String, Fault> lacks = column -> new Fault(1, column, "the column is missing");
        List<Fault> faults =
                new ArrayList<>(missing.stream().sorted().map(lacks).toList());
        sheet.header().stream()
                .filter(column -> !register.columns().contains(column))
                .forEach(column -> faults.add(new Fault(1, column, "there is no such column")));
        return faults;
    }

    private static Map<String, String> values(List<String> header, Sheet.Line row) {
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            values.put(header.get(column), row.values().get(column));
        }
        return values;
    }

    private Register<?> register(String name) {
        Register<?> register = registers.get(name);
        if (register == null) {
            throw new IllegalArgumentException("no register " + name);
        }
        return register;
    }
}
