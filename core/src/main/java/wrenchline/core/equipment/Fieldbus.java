package wrenchline.core.equipment;

/** How the controller of a machine is asked for its readings (现场总线). */
public sealed interface Fieldbus {

    /** Not at all: it reports by itself. */
    record None() implements Fieldbus {}

    /**
     * By Modbus/TCP.
     *
     * @param host name or address of the controller, or of the gateway before it
     * @param unit which controller behind that address (从站号), 0 to 255
     */
    record ModbusTcp(String host, int port, int unit) implements Fieldbus {

        @Override
        public String toString() {
            return host + ":" + port + "/" + unit;
        }
    }
}
