package wrenchline.core.parts;

import java.util.List;
import java.util.Optional;

/** The register of spare parts (备件台账). */
public interface Parts {

    /** In order of their numbers. */
    List<Part> all();

    /** The one with this number. */
    Optional<Part> find(String number);

    /** Enters or replaces one. */
    void put(Part part);
}
