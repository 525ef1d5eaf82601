package wrenchline.gateway.ingest;

import wrenchline.core.detection.Finding;

/** Who acts on findings: the desk. */
@FunctionalInterface
public interface Findings {

    /**
     * Acts on {@code finding}; a normal return means that it will not be lost. Findings of the last minutes come again after a
     * restart, also when their ticket was closed meanwhile: the same equipment, failure mode and time are the same finding, and
     * change nothing the second time.
     *
     * @throws RuntimeException when it cannot be acted on now; it is then told again until it can
     */
    void on(Finding finding);
}
