package wrenchline.gateway.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Inlet;

/** A pipeline worked by hand: the test says when a message is on disk, and when there is room. */
final class HandInlet implements Inlet {

    final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /** How many more messages it fails to take. */
    final AtomicInteger failures = new AtomicInteger();

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean full;

    @Override
    public synchronized boolean receive(Arrival arrival, Runnable whenRoom) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("a bug");
        }
        arrivals.add(arrival);
        if (full) {
            waiting.add(whenRoom);
        }
        return !full;
    }

    synchronized void fill() {
        full = true;
    }

    synchronized void makeRoom() {
        full = false;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    Arrival next() throws InterruptedException {
        return Site.next(arrivals);
    }

    /** The next message, which is on disk now. */
    Arrival keepNext() throws InterruptedException {
        Arrival arrival = next();
        keep(arrival);
        return arrival;
    }

    static void keep(Arrival arrival) {
        arrival.acknowledgement().settled(Outcome.KEPT);
        arrival.acknowledgement().afterGroup().run();
    }
}
