package wrenchline.gateway.ingest;

import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Fittings;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Quarantine;
import wrenchline.core.reading.Readings;

/** Where what arrives ends up. */
public record Stores(
        Readings history,
        Devices devices,
        Quarantine quarantine,
        Ledger ledger,
        DetectorStates detectors,
        Fittings fittings) {}
