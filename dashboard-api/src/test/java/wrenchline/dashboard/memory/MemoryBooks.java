package wrenchline.dashboard.memory;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Dials;
import wrenchline.core.callback.Engagements;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.callback.PhoneOrders;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.document.Documents;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rosters;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.escalation.EscalationState;
import wrenchline.core.escalation.Escalations;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.notice.Traffic;
import wrenchline.core.parts.Part;
import wrenchline.core.parts.Parts;
import wrenchline.core.promise.Policies;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.promise.Promises;
import wrenchline.core.quarantine.Disposition;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.quarantine.Dispositions;
import wrenchline.core.ticket.Attachments;
import wrenchline.core.ticket.Deeds;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Excerpt;
import wrenchline.core.transition.Page;
import wrenchline.core.transition.Tracked;
import wrenchline.core.warranty.Coverage;
import wrenchline.core.warranty.Coverages;

/** All books in memory, one transaction at a time. Nothing is undone when a use case fails. */
public final class MemoryBooks implements Books, Transactions {

    private final List<Coverage> coverages = new CopyOnWriteArrayList<>();
    private final MemoryRegister register = new MemoryRegister();
    private final MemoryTickets tickets;
    private final PromiseBook promises;
    private final MemoryCallbacks callbacks;
    private final MemoryNotices notices;
    private final Traffic traffic = new MemoryTraffic();
    private final Deeds deeds = new MemoryDeeds();
    private final MemoryCommands commands;
    private final MemoryAccounts accounts;
    private final MemoryVerdicts verdicts = new MemoryVerdicts();
    private final EscalationBook escalations;
    private final MemoryAttachments attachments = new MemoryAttachments();
    private final Documents documents = new MemoryDocuments();
    private final MemoryFittings fittings = new MemoryFittings();
    private final DispositionBook dispositions;
    private final Journal journal = new Journal();
    private final Orders orders = new Orders();
    private final MemoryComplaints complaints;
    private final MemoryRatings ratings = new MemoryRatings();
    private final MemoryTelephone telephone = new MemoryTelephone();
    private final StoredParts parts = new StoredParts(new TreeMap<>());
    private Roster roster = Roster.EMPTY;

    public MemoryBooks(MemoryChanges changes) {
        tickets = new MemoryTickets(changes);
        promises = new PromiseBook(changes, tickets);
        escalations = new EscalationBook(changes);
        callbacks = new MemoryCallbacks(changes);
        notices = new MemoryNotices(changes);
        commands = new MemoryCommands(changes);
        complaints = new MemoryComplaints(changes);
        accounts = new MemoryAccounts(changes);
        dispositions = new DispositionBook(changes);
    }

    @Override
    public synchronized <T> T call(Function<Books, T> work) {
        return work.apply(this);
    }

    @Override
    public Engagements engagements() {
        return telephone;
    }

    @Override
    public Dials dials() {
        return telephone;
    }

    @Override
    public MemoryComplaints complaints() {
        return complaints;
    }

    @Override
    public MemoryRatings ratings() {
        return ratings;
    }

    @Override
    public MemoryRegister register() {
        return register;
    }

    @Override
    public Parts parts() {
        return parts;
    }

    @Override
    public Rosters rosters() {
        return new Rosters() {
            @Override
            public Roster current() {
                return roster;
            }

            @Override
            public void replace(Roster next) {
                roster = next;
            }
        };
    }

    @Override
    public MemoryTickets tickets() {
        return tickets;
    }

    @Override
    public Promises promises() {
        return promises;
    }

    @Override
    public MemoryCallbacks callbacks() {
        return callbacks;
    }

    @Override
    public PhoneOrders phoneOrders() {
        return orders;
    }

    @Override
    public MemoryNotices notices() {
        return notices;
    }

    @Override
    public Deeds deeds() {
        return deeds;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public MemoryCommands commands() {
        return commands;
    }

    @Override
    public EvidenceJournal evidence() {
        return journal;
    }

    @Override
    public MemoryAccounts accounts() {
        return accounts;
    }

    @Override
    public Escalations escalations() {
        return escalations;
    }

    /** In the order in which they were entered. */
    @Override
    public Coverages coverages() {
        return new Coverages() {
            @Override
            public List<Coverage> enter(List<Coverage> lines) {
                coverages.addAll(lines);
                return lines;
            }

            @Override
            public List<Coverage> all() {
                return List.copyOf(coverages);
            }
        };
    }

    @Override
    public Policies policies() {
        return new Policies() {
            @Override
            public Policy enter(Policy policy, Instant now) {
                return policy;
            }

            @Override
            public List<Policy> all() {
                return List.of();
            }
        };
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public Attachments attachments() {
        return attachments;
    }

    @Override
    public MemoryVerdicts verdicts() {
        return verdicts;
    }

    @Override
    public MemoryFittings fittings() {
        return fittings;
    }

    @Override
    public Dispositions dispositions() {
        return dispositions;
    }

    private static final class DispositionBook extends MemoryBook<UUID, Disposition, DispositionState, DispositionEvent>
            implements Dispositions {
        DispositionBook(MemoryChanges changes) {
            super("disposition", Disposition::message, changes);
        }

        @Override
        public List<Tracked<Disposition, DispositionState>> ordered(int atMost) {
            throw new UnsupportedOperationException("the dashboard replays nothing");
        }
    }

    private static final class EscalationBook extends MemoryBook<TicketId, Escalation, EscalationState, EscalationEvent>
            implements Escalations {
        EscalationBook(MemoryChanges changes) {
            super("escalation", Escalation::ticket, changes);
        }
    }

    private static final class PromiseBook extends MemoryBook<PromiseId, Promise, PromiseState, PromiseEvent>
            implements Promises {
        private final MemoryTickets tickets;

        PromiseBook(MemoryChanges changes, MemoryTickets tickets) {
            super("promise", Promise::id, changes);
            this.tickets = tickets;
        }

        @Override
        public List<Tracked<Promise, PromiseState>> of(TicketId ticket) {
            return newestFirst(Comparator.comparing(Promise::made)).stream()
                    .filter(promise -> promise.facts().ticket().equals(ticket))
                    .toList();
        }

        @Override
        public List<Tally> tally(YearMonth from, YearMonth to, ZoneId zone) {
            Map<Tally, Long> counts = new TreeMap<>(Comparator.comparing(Tally::month)
                    .thenComparing(Tally::clause)
                    .thenComparing(Tally::state));
            for (Tracked<Promise, PromiseState> promise : newestFirst(Comparator.comparing(Promise::deadline))) {
                Promise facts = promise.facts();
                YearMonth month = YearMonth.from(facts.deadline().atZone(zone));
                if (!month.isBefore(from) && !month.isAfter(to)) {
                    counts.merge(
                            new Tally(
                                    month,
                                    facts.clause().id(),
                                    facts.policyVersion(),
                                    promise.state().getClass().getSimpleName(),
                                    "",
                                    1),
                            1L,
                            Long::sum);
                }
            }
            return counts.entrySet().stream()
                    .map(line -> new Tally(
                            line.getKey().month(),
                            line.getKey().clause(),
                            line.getKey().policyVersion(),
                            line.getKey().state(),
                            "",
                            line.getValue()))
                    .toList();
        }

        @Override
        public Optional<Page<Tracked<Promise, PromiseState>>> page(Excerpt excerpt, Set<EquipmentId> equipment) {
            String clause = excerpt.where().get("clause.id");
            return Optional.of(new Page<>(
                    mostUrgent(Integer.MAX_VALUE).stream()
                            .filter(promise -> clause == null
                                    || promise.facts().clause().id().equals(clause))
                            .filter(promise -> equipment.isEmpty() || isAbout(promise.facts(), equipment))
                            .limit(excerpt.most())
                            .toList(),
                    null));
        }

        private boolean isAbout(Promise promise, Set<EquipmentId> equipment) {
            return tickets.look(promise.ticket())
                    .flatMap(ticket -> ticket.facts().equipmentIfKnown())
                    .filter(equipment::contains)
                    .isPresent();
        }

        @Override
        public List<Tracked<Promise, PromiseState>> mostUrgent(int atMost) {
            Comparator<Tracked<Promise, PromiseState>> runningFirst =
                    Comparator.comparing(promise -> !(promise.state() instanceof PromiseState.Running));
            return newestFirst(Comparator.comparing(Promise::deadline).reversed()).stream()
                    .sorted(runningFirst)
                    .limit(atMost)
                    .toList();
        }
    }

    private static final class Journal implements EvidenceJournal {
        private final Map<PromiseId, List<Entry>> entries = new HashMap<>();

        @Override
        public void append(PromiseId promise, Evidence evidence, Instant at) {
            List<Entry> journal = entries.computeIfAbsent(promise, any -> new ArrayList<>());
            journal.add(new Entry(journal.size() + 1L, at, evidence, "%064x".formatted(journal.size() + 1)));
        }

        @Override
        public List<Entry> of(PromiseId promise) {
            return List.copyOf(entries.getOrDefault(promise, List.of()));
        }
    }

    private static final class Orders implements PhoneOrders {
        @Override
        public List<AttemptId> forTickets() {
            return List.of();
        }

        private final List<PhoneOrder> waiting = new ArrayList<>();

        @Override
        public void place(PhoneOrder order, Instant at) {
            waiting.add(order);
        }

        @Override
        public List<PhoneOrder> take(int atMost, Instant at) {
            List<PhoneOrder> first = waiting.subList(0, Math.min(atMost, waiting.size()));
            List<PhoneOrder> taken = List.copyOf(first);
            first.clear();
            return taken;
        }
    }

    private record StoredParts(Map<String, Part> kept) implements Parts {

        @Override
        public List<Part> all() {
            return List.copyOf(kept.values());
        }

        @Override
        public Optional<Part> find(String number) {
            return Optional.ofNullable(kept.get(number));
        }

        @Override
        public void put(Part part) {
            kept.put(part.number(), part);
        }
    }
}
