package wrenchline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.reading.Reading;
import wrenchline.core.reading.Taken;
import wrenchline.dashboard.DemoMain;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/**
 * What the page costs in a real, headless Chromium that draws without a graphics card: {@code PageCost [SECONDS] [MACHINES]}. Run by
 * {@code bench/page}.
 */
final class PageCost {

    private static final double FRAME = 1000.0 / 60;

    private static final int ROUNDS = 6;

    /** A page with one thing that moves: what this machine and its drawing without a graphics card allow at best. */
    private static final String PEER =
            "data:text/html,<div id=one style='width:200px;height:200px;background:teal'></div>"
                    + "<script>let n=0;(function step(){one.style.transform=`translateX(${n%20++%20%25%20800}px)`;"
                    + "requestAnimationFrame(step)})()</script>";

    private PageCost() {}

    public static void main(String[] arguments) throws InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int machines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        try (Chromium chromium = Chromium.start()) {
            firstView(chromium);
            wall(chromium, machines, seconds);
        }
        System.exit(0);
    }

    private static void firstView(Chromium chromium) {
        try (SampleServer server = new SampleServer(Path.of("target"))) {
            DemoMain.past(server.site);
            Tab tab = chromium.tab();
            tab.size(1440, 900, false);
            tab.watchNetwork();
            tab.open(server.codes.link(server.address()));
            tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
            say(
                    "first view, compressed, with all that it asks of the API",
                    String.format(Locale.ROOT, "%.1f kB in %d answers", tab.received() / 1000.0, tab.answers()));
            say(
                    "first view, from the address to all promises shown",
                    String.format(
                            Locale.ROOT,
                            "%.0f ms",
                            tab.evaluate("performance.now()").asDouble()));
            tab.evaluate("location.hash = '#/machines/sample-lift-1'");
            tab.until(
                    "document.querySelector('.explorer canvas') && document.querySelectorAll('.metric canvas').length > 1");
            say(
                    "and a machine with its history after that",
                    String.format(Locale.ROOT, "%.1f kB", tab.received() / 1000.0));
            tab.close();
        }
    }

    /** Frames a second of the peer, by itself. */
    private static double peer(Chromium chromium, int seconds, String when) {
        Tab tab = chromium.tab();
        tab.size(1920, 1080, false);
        tab.open(PEER);
        JsonNode frames = frames(tab, seconds * 1000 / ROUNDS);
        tab.close();
        say("an empty page with one thing that moves, " + when, told(frames));
        return rate(frames);
    }

    private static void wall(Chromium chromium, int machines, int seconds) throws InterruptedException {
        double before = peer(chromium, seconds, "before");
        double rates = 0;
        try (SampleServer server = new SampleServer(Path.of("target"))) {
            fill(server.site, machines);
            AtomicBoolean running = new AtomicBoolean(true);
            Thread telemetry = Thread.ofPlatform().name("telemetry").start(() -> publish(server, machines, running));
            Tab tab = chromium.tab();
            tab.size(1920, 1080, false);
            tab.open(server.codes.link(server.address()));
            tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
            tab.evaluate("location.hash = '#/wall'");
            tab.until("document.querySelectorAll('[data-wall] .big small').length >= " + machines);
            Thread.sleep(5_000);
            List<String> heaps = new ArrayList<>(List.of(heap(tab)));
            for (int round = 0; round < ROUNDS; round++) {
                double worked = tab.measure("TaskDuration");
                JsonNode frames = frames(tab, seconds * 1000 / ROUNDS);
                tell(machines, frames, tab.measure("TaskDuration") - worked);
                rates += rate(frames);
                heaps.add(heap(tab));
            }
            running.set(false);
            telemetry.join();
            say(
                    "heap of the page after garbage collection, MB, each " + seconds / ROUNDS + " s",
                    String.join(", ", heaps));
            tab.close();
        }
        double after = peer(chromium, seconds, "after");
        say(
                "frames of the wall for each of the empty page",
                String.format(Locale.ROOT, "%.2f", rates / ROUNDS / ((before + after) / 2)));
    }

    /** Lengths of frames for so many milliseconds. */
    private static JsonNode frames(Tab tab, int milliseconds) {
        return tab.evaluate("""
            new Promise(done => {
              const lengths = []
              const begin = performance.now()
              let last = begin
              requestAnimationFrame(function frame(now) {
                lengths.push(now - last)
                last = now
                if (now - begin < %d) requestAnimationFrame(frame)
                else {
                  lengths.shift()
                  lengths.sort((a, b) => a - b)
                  const at = share => lengths[Math.floor(share * (lengths.length - 1))]
                  done({ count: lengths.length, seconds: (now - begin) / 1000, p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1), late: lengths.filter(one => one > 25).length })
                }
              })
            })
            """.formatted(milliseconds));
    }

    /** @param worked seconds of processor time of the page's main thread: what limits the frames where nothing else runs */
    private static void tell(int machines, JsonNode frames, double worked) {
        say(
                "main thread of the page",
                String.format(
                        Locale.ROOT,
                        "%.1f %% of one processor; %.2f ms for each of 60 frames a second",
                        100 * worked / frames.path("seconds").asDouble(),
                        1000 * worked / frames.path("seconds").asDouble() / 60));
        say(machines + " live machines on the wall", told(frames));
    }

    private static double rate(JsonNode frames) {
        return frames.path("count").asDouble() / frames.path("seconds").asDouble();
    }

    private static String told(JsonNode frames) {
        return String.format(
                Locale.ROOT,
                "%.1f frames/s; half within %.1f ms, 95 %% within %.1f, 99 %% within %.1f, worst %.1f; %d of %d later than %.0f ms",
                rate(frames),
                frames.path("p50").asDouble(),
                frames.path("p95").asDouble(),
                frames.path("p99").asDouble(),
                frames.path("worst").asDouble(),
                frames.path("late").asInt(),
                frames.path("count").asInt(),
                1.5 * FRAME);
    }

    private static String heap(Tab tab) {
        tab.collectGarbage();
        return String.format(Locale.ROOT, "%.1f", tab.measure("JSHeapUsedSize") / 1e6);
    }

    private static void fill(SampleSite site, int machines) {
        LocalDate accepted = LocalDate.of(2025, 1, 10);
        site.transactions.run(books -> IntStream.rangeClosed(1, machines)
                .forEach(number -> books.register()
                        .put(Equipment.reporting(
                                new EquipmentId("wall-" + number),
                                String.valueOf(5000 + number),
                                new Names(number + "号双柱举升机", "Two-post lift " + number),
                                "two-post-lift",
                                "WALL-" + number,
                                new CustomerId("sample-garage-a"),
                                "",
                                new Warranty(accepted, accepted, Period.ofYears(3))))));
    }

    private static void publish(SampleServer server, int machines, AtomicBoolean running) {
        for (long tick = 0; running.get(); tick++) {
            Instant now = server.clock.instant();
            for (int number = 1; number <= machines; number++) {
                double wave = Math.sin((tick + number) / 9.0);
                Reading reading = new Reading(
                        new EquipmentId("wall-" + number),
                        now,
                        now,
                        tick,
                        Map.of(
                                "oil_temp", 55 + 14 * wave + (number % 40 == 0 ? 4 : 0),
                                "pressure", 140 + 10 * wave,
                                "motor_current", 8 + 4 * Math.abs(wave)));
                server.site.readings.keep(List.of(new Taken(tick, reading)));
                server.site.devices.heard(reading.equipment(), now);
            }
            server.clock.advance(Duration.ofSeconds(1));
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String what, String figure) {
        System.out.println(what + ": " + figure);
    }
}
