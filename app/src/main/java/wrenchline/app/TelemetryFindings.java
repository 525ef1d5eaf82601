package wrenchline.app;

import wrenchline.core.command.CommandAnswer;
import wrenchline.core.desk.CommandDesk;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.detection.Finding;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.gateway.detecting.Findings;

/** Carries what the gateway finds to the desk. */
record TelemetryFindings(TelemetryDesk desk, CommandDesk commands) implements Findings {

    @Override
    public void on(DeviceEvent event) {
        desk.on(event);
    }

    @Override
    public void on(CommandAnswer answer) {
        commands.answered(answer);
    }

    @Override
    public void on(Finding finding) {
        desk.on(finding);
    }
}
