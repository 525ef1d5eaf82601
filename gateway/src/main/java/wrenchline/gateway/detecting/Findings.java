package wrenchline.gateway.detecting;

import wrenchline.core.command.CommandAnswer;
import wrenchline.core.detection.Finding;
import wrenchline.core.reading.DeviceEvent;

/** Who acts on what machines and detectors say: the desk. */
public interface Findings {

    /**
     * Acts on a fault that the controller itself reports; a normal return means that it will not be lost. The same event may come
     * again.
     *
     * @throws RuntimeException when it cannot be acted on now; it is then told again until it can
     */
    void on(DeviceEvent event);

    /**
     * Takes in what a device says of a command; a normal return means that it will not be lost. The same answer may come again.
     *
     * @throws RuntimeException when it cannot be taken in now; it is then told again until it can
     */
    void on(CommandAnswer answer);

    /**
     * Acts on {@code finding}; a normal return means that it will not be lost. Findings of the last minutes come again after a
     * restart, also when their ticket was closed meanwhile: the same equipment, failure mode and time are the same finding, and
     * change nothing the second time.
     *
     * @throws RuntimeException when it cannot be acted on now; it is then told again until it can
     */
    void on(Finding finding);
}
