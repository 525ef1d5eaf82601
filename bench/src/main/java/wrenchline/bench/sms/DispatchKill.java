package wrenchline.bench.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.net.ServerSocketFactory;
import wrenchline.bench.Access;
import wrenchline.bench.ChildProduct;
import wrenchline.testkit.sms.Reaction;
import wrenchline.testkit.sms.Smsc;
import wrenchline.testkit.sms.Submitted;

/**
 * Kills the product again and again in the middle of a dispatch, at each step of it in turn, and compares what the short message centre
 * took, in another process, with the outbox: nothing is lost, and nothing goes out twice that is not marked as doubted.
 */
public final class DispatchKill {

    private static final List<Moment> MOMENTS = List.of(Moment.values());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("(?:接|accept) (\\d{4,6})");
    private static final Set<String> UNDER_WAY = Set.of("Queued", "Submitting", "Unknown");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Of the demo. */
    private static final int LIFTS = 5;

    private final Smsc centre;
    private final ChildProduct product;
    private final Random random;
    private final Set<String> acknowledged = new TreeSet<>();

    /** By their texts the numbers that they come from: those that the product has not said it has. */
    private final Map<String, String> replies = new LinkedHashMap<>();

    private int replied;

    private DispatchKill(Smsc centre, ChildProduct product, long seed) {
        this.centre = centre;
        this.product = product;
        this.random = new Random(seed);
    }

    /** {@code DispatchKill KILLS SEED SMPP-PORT ACCESS-FILE LOG COMMAND...}; ends with 1 when the counts do not agree. */
    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        List<String> command = List.of(arguments).subList(5, arguments.length);
        boolean clean;
        try (Smsc centre = Smsc.start(ServerSocketFactory.getDefault(), Integer.parseInt(arguments[2]));
                ChildProduct product = new ChildProduct(command, Path.of(arguments[3]), Path.of(arguments[4]))) {
            DispatchKill loop = new DispatchKill(centre, product, Long.parseLong(arguments[1]));
            for (int kill = 0; kill < kills; kill++) {
                loop.round(MOMENTS.get(kill % MOMENTS.size()), "K%03d".formatted(kill));
            }
            clean = loop.isClean(kills);
        }
        System.exit(clean ? 0 : 1);
    }

    private void round(Moment moment, String code) throws Exception {
        Access access = ready();
        if (moment == Moment.TAKEN) {
            killWhenTaken(code);
        }
        String machine = "lift-0" + (1 + random.nextInt(LIFTS));
        try (SentEvent event = new SentEvent(access, machine, code)) {
            switch (moment) {
                case PUBLISHED -> pause(20);
                case ACKNOWLEDGED -> {
                    event.awaitAcknowledgement();
                    pause(200);
                }
                case TAKEN -> await("its death", () -> !product.process().isAlive());
                case ANSWERED -> {
                    taken(code);
                    pause(20);
                }
                case RECEIPT -> {
                    CompletableFuture<Integer> _ = centre.receipt(taken(code), "DELIVRD");
                    pause(20);
                }
                case REPLIED -> {
                    reply(taken(code));
                    pause(40);
                }
            }
            product.kill();
            if (event.isAcknowledged()) {
                acknowledged.add(code);
            }
        }
        System.out.println(code + " killed: " + moment);
        product.restart();
    }

    /** Runs in the centre's own thread: the answer is not written before the product is dead. */
    private void killWhenTaken(String code) {
        centre.react(submitted -> {
            if (submitted.text().contains(code)) {
                centre.react(_ -> Reaction.ACCEPT);
                kill();
            }
            return Reaction.ACCEPT;
        });
    }

    private void kill() {
        try {
            product.kill();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Submitted taken(String code) throws InterruptedException {
        await("the message about " + code, () -> find(code).isPresent());
        return find(code).orElseThrow();
    }

    private Optional<Submitted> find(String code) {
        return centre.taken().stream().filter(one -> one.text().contains(code)).findFirst();
    }

    /** From the engineer's telephone; what is not answered is brought again after the restart, as a centre does. */
    private void reply(Submitted message) throws InterruptedException {
        await("all of the message", () -> whole(message).size() == message.segments());
        Matcher code = CODE.matcher(String.join("", whole(message)));
        if (!code.find()) {
            throw new IllegalStateException("replying: no code in " + whole(message));
        }
        String text = "接 " + code.group(1);
        replies.put(text, message.to());
        replied++;
        CompletableFuture<Integer> _ = centre.say(message.to(), text);
    }

    private List<String> whole(Submitted first) {
        return centre.taken().stream()
                .filter(one -> one.reference() == first.reference()
                        && one.to().equals(first.to())
                        && (first.segments() > 1 || one.equals(first)))
                .sorted((one, other) -> Integer.compare(one.segment(), other.segment()))
                .map(Submitted::text)
                .distinct()
                .toList();
    }

    private Access ready() throws Exception {
        Access access = product.awaitReady();
        await("the connection to the centre", centre::isBound);
        for (Map.Entry<String, String> reply : replies.entrySet()) {
            if (centre.say(reply.getValue(), reply.getKey()).get() != 0) {
                throw new IllegalStateException("replying: " + reply + " was not taken");
            }
        }
        replies.clear();
        return access;
    }

    private boolean isClean(int kills) throws Exception {
        Access access = ready();
        await("the end of all that is under way", () -> isSettled(outbox(access)));
        JsonNode outbox = outbox(access);
        Balance balance = Balance.of(outbox, centre.taken());
        Set<String> silent = new TreeSet<>(acknowledged);
        outbox.forEach(
                notice -> silent.removeIf(code -> notice.path("text").asText().contains(code)));
        long answers = StreamSupport.stream(outbox.spliterator(), false)
                .filter(notice -> notice.path("kind").asText().equals("ANSWER"))
                .count();
        System.out.printf(
                "%d kills, %d events acknowledged, of them without a message: %s; %d replies, %d answers%n%s%n",
                kills, acknowledged.size(), silent, replied, answers, balance);
        return balance.isClean() && silent.isEmpty() && answers == replied;
    }

    private static boolean isSettled(JsonNode outbox) {
        return StreamSupport.stream(outbox.spliterator(), false)
                .noneMatch(notice -> UNDER_WAY.contains(Balance.type(notice)));
    }

    private JsonNode outbox(Access access) {
        try {
            return JSON.readTree(product.answer(access, "/api/v1/notices?limit=1000"))
                    .path("items");
        } catch (IOException failure) {
            throw new UncheckedIOException("reading the outbox", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the outbox", stopping);
        }
    }

    private void pause(int most) throws InterruptedException {
        Thread.sleep(random.nextInt(most));
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waiting in vain for " + what);
            }
            Thread.sleep(20);
        }
    }
}
