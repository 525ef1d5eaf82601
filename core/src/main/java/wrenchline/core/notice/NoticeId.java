package wrenchline.core.notice;

import java.util.UUID;

/** Identifies a notice. */
public record NoticeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
