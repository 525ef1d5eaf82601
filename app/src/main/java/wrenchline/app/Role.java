package wrenchline.app;

/** The parts of the product that one process can run. */
enum Role {
    /** Takes telemetry and detects. */
    GATEWAY,
    /** Takes calls and calls back. */
    HOTLINE,
    /** Reads the clocks and sends the messages. */
    DESK,
    /** Serves the API and the page. */
    DASHBOARD
}
