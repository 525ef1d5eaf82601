package wrenchline.core.parts;

import java.util.List;

/** The register of spare parts (备件台账). */
public interface Parts {

    /** In order of their numbers. */
    List<Part> all();

    /** Enters or replaces one. */
    void put(Part part);
}
