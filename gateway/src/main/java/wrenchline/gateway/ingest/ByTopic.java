package wrenchline.gateway.ingest;

import java.util.Map;

/**
 * Brings each message to the inlet that speaks its language.
 *
 * @param languages by what their topics begin with
 * @param otherwise for all other topics
 */
public record ByTopic(Map<String, Inlet> languages, Inlet otherwise) implements Inlet {

    @Override
    public boolean receive(Arrival arrival, Runnable whenRoom) {
        for (Map.Entry<String, Inlet> language : languages.entrySet()) {
            if (arrival.topic().startsWith(language.getKey())) {
                return language.getValue().receive(arrival, whenRoom);
            }
        }
        return otherwise.receive(arrival, whenRoom);
    }
}
