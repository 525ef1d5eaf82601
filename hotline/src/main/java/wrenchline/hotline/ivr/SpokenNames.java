package wrenchline.hotline.ivr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The names of customers, machines and staff as far as somebody recorded them: {@code zh/names/customer-ID.wav} and so on below the
 * folder of prompts. Where there is no recording, the digits of its number are read.
 */
public record SpokenNames(Path prompts) {

    /** The recorded name, or {@code otherwise}. */
    List<String> of(String kind, String id, String language, List<String> otherwise) {
        String name = "names/" + kind + "-" + id;
        return Files.exists(prompts.resolve(language).resolve(name + ".wav")) ? List.of(name) : otherwise;
    }
}
