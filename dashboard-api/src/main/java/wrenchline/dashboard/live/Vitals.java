package wrenchline.dashboard.live;

/** Something that is shown as it is now, for instance which parts are up; a listener is told when it is no longer equal. */
@FunctionalInterface
public interface Vitals {
    Object now();
}
