package wrenchline.core.notice;

import java.util.List;

/** Hands short messages to one provider (短信通道). */
public interface Messenger {

    /** As the settings call it. */
    String name();

    /** Whether it could take a message now, for instance because it is connected. */
    boolean ready();

    /** Hands {@code notice} over. Its id is the key by which a provider that can tell repetitions. Never throws for a provider's fault. */
    Submission submit(Notice notice);

    /**
     * What the provider knows of {@code notice}.
     *
     * @param ids under which it took it; empty when its answer never came
     */
    Lookup ask(Notice notice, List<String> ids);

    /** What the provider said. */
    sealed interface Submission {
        /** It has the message, under an id for each segment that has one. */
        record Accepted(List<String> ids) implements Submission {
            public Accepted {
                ids = List.copyOf(ids);
            }
        }

        /** Not now: throttled or away; try again, also elsewhere. */
        record NotNow(String reason) implements Submission {}

        /** Never by this provider, for instance a template that it does not know; try another. */
        record NotHere(String reason) implements Submission {}

        /** Never by anybody, for instance an invalid number. */
        record Refused(String reason) implements Submission {}

        /** No answer: it may have the message or not. */
        record Unclear(String reason) implements Submission {}
    }

    /** What the provider answered when it was asked. */
    sealed interface Lookup {
        /** It has the message. */
        record Has(List<String> ids, Receipt.Outcome outcome) implements Lookup {
            public Has {
                ids = List.copyOf(ids);
            }
        }

        /** It has never had it. */
        record Never() implements Lookup {}

        /** It cannot tell. */
        record Silent(String reason) implements Lookup {}
    }
}
