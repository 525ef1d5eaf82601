package wrenchline.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A machine of some kind that goes through a script. */
final class Scripted implements Feed {

    private final Kind kind;
    private final Script script;
    private long step;

    Scripted(Kind kind, Script script) {
        this.kind = kind;
        this.script = script;
    }

    @Override
    public Sample next(Instant now) {
        Recording.Row row = script.row(step++);
        Map<String, Double> values = new LinkedHashMap<>();
        for (Kind.Channel channel : kind.channels()) {
            values.put(channel.metric(), row.value(channel));
        }
        return new Sample(now, values);
    }
}
