package wrenchline.core.access;

import java.util.List;

/** All keys of programs. */
public interface ApiKeys {

    /** The newest first. */
    List<ApiKey> all();

    void add(ApiKey key);

    /** Ends a key for good; false when there is none. */
    boolean revoke(String id);
}
