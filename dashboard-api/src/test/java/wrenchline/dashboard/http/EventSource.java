package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import wrenchline.dashboard.SampleServer;

/** Listens to one stream of events, as a browser would. */
final class EventSource implements AutoCloseable {

    record Event(String id, String name, String data) {}

    private final Stream<String> stream;
    private final Iterator<String> lines;

    EventSource(SampleServer server, String path, String lastEventId) throws IOException, InterruptedException {
        this(server, lastEventId.isEmpty() ? server.api(path) : server.api(path).header("Last-Event-ID", lastEventId));
    }

    /** As whoever has {@code key}. */
    static EventSource of(SampleServer server, String path, String key) throws IOException, InterruptedException {
        return new EventSource(server, server.bare("/api/v1" + path).header("Authorization", "Bearer " + key));
    }

    private EventSource(SampleServer server, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response =
                server.client().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        stream = response.body();
        lines = stream.iterator();
    }

    /** The next event called {@code name}. */
    Event next(String name) {
        while (true) {
            Event event = next();
            if (event.name().equals(name)) {
                return event;
            }
        }
    }

    private Event next() {
        String id = "";
        String event = "";
        String data = "";
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("id:")) {
                id = value;
            } else if (line.startsWith("event:")) {
                event = value;
            } else if (line.startsWith("data:")) {
                data = value;
            }
        }
        return new Event(id, event, data);
    }

    @Override
    public void close() {
        stream.close();
    }
}
