package wrenchline.dashboard.http;

import java.nio.file.Path;
import wrenchline.config.ConfigFiles;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.call.Calls;
import wrenchline.core.desk.Changes;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.DeviceDesk;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Ledger;
import wrenchline.core.reading.Readings;
import wrenchline.core.webhook.Webhooks;

/**
 * What the API reads and tells.
 *
 * @param data the folder below which the files of recordings lie
 * @param config what an operator wrote, as it stands on disk
 */
public record Ports(
        Desk desk,
        DeviceDesk accounts,
        Calls calls,
        Holds quarantine,
        Ledger ledger,
        Devices devices,
        DetectorStates detectors,
        Readings readings,
        Changes changes,
        AccessBooks access,
        Webhooks webhooks,
        Health health,
        Pushes pushes,
        Path data,
        ConfigFiles config) {}
